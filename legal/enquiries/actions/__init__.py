"""What is done with requests for a consultation."""
