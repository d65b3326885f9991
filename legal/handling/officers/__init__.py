"""The pages of the console about matters."""
