"""What may be typed about enterprises."""
