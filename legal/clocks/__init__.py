"""Deadlines of matters: which clocks run, until when, and why until that day."""
