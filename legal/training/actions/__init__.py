"""Everything that can be done with courses, sessions, enrolments and certificates."""
