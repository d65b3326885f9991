"""The pages of staff lawyers in the console."""
