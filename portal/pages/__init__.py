"""Home, health, the language switch and the error pages."""
