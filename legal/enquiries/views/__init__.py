"""The pages of requests for a consultation."""
