"""Pages of law: the directory, a law, an article, two editions compared."""
