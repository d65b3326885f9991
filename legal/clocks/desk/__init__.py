"""The pages of the console on which staff deal with deadlines."""
