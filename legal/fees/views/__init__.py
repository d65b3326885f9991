"""The pages of fees for the enterprise, and what rooms above take of them for their own."""
