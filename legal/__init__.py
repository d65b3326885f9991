"""The top floor: law, and what is done with it."""
