"""The file of any request: who is concerned, what was submitted and when, and everything that happened to it."""
