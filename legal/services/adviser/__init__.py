"""The adviser: a few questions, a table of rules anybody can read, and the ways side by side."""
