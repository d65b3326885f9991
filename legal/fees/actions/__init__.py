"""Everything that can be done with fees."""
