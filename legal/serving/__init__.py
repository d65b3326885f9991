"""The other side of a matter: who is invited, what was served and opened, what was answered, and what was agreed."""
