"""What is done with exhibits, by members who may write down facts of the enterprise."""
