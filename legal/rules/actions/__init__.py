"""Everything that changes figures, institutions and calendars."""
