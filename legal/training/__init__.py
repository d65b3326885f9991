"""Talent training: courses with partner universities, their sessions, who takes part, and the certificates."""
