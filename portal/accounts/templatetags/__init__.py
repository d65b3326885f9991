"""What pages about people may use."""
