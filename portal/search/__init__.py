"""The full-text index: derived from the database, rebuildable from it at any time."""
