"""Imports of law from an upload: looked through first, then decided upon by whoever may import."""
