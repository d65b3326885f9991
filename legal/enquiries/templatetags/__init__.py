"""What other pages show of requests."""
