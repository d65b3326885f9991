"""Notarization: what is to be certified, for which country, and the certificate that comes of it."""
