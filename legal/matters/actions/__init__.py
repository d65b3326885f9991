"""Everything that can be done with matters."""
