"""Which moves a record may make, who made them, and who has it on the desk."""
