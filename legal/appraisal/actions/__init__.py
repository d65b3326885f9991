"""Everything that can be done with entrustments of a judicial appraisal."""
