"""Everything staff do with matters."""
