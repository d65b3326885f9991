"""Everything that can be done with applications for notarization."""
