"""Everything that changes an enterprise."""
