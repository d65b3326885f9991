"""The pages of the console on which profiles are decided."""
