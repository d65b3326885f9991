"""Arbitration: what can be done before anything is filed, and the filing itself."""
