"""The pages of entrustments of a judicial appraisal."""
