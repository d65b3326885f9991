"""What is done with a request for arbitration."""
