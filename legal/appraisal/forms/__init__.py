"""What is typed about an appraisal: the entrustment letter, the materials, what is recorded of it."""
