"""Everything that is done with the other side of a matter."""
