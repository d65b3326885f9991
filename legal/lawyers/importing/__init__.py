"""Firms and lawyers from files: read whole, checked by the rules of their models, written firm by firm."""
