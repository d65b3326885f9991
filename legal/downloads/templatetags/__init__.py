"""What pages of law take from downloads."""
