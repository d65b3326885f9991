"""What templates of every floor may use."""
