"""What the pages of arbitration show."""
