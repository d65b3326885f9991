"""Lawyers and their firms: who may practise where, in which languages, and who has checked it."""
