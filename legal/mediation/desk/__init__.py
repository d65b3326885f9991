"""The pages of officers in the console."""
