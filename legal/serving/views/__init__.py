"""The pages of the other side, and those of the applicant about it."""
