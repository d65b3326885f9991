"""Cases: what courts and tribunals decided, the provisions they applied, in the edition in force on that day."""
