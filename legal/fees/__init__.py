"""Fees of a matter: what is asked for, what was received, given back or waived; the portal itself takes no money."""
