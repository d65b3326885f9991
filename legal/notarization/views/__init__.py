"""The pages of applications for notarization."""
