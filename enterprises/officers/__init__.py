"""The pages of the console on which officers work."""
