"""Enquiries of enterprises to lawyers: the check for conflicts, consent, messages, times."""
