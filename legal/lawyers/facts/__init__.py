"""What a profile says, as plain values: read from the rows, compared, shown, and written back once accepted."""
