"""What the portal knows of a person: seen, taken away, agreed to, kept no longer than is said, and erased."""
