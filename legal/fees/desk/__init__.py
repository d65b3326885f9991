"""The pages of the console on which staff work on fees."""
