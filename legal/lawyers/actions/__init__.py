"""What is done with profiles, revisions, claims and firms."""
