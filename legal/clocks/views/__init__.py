"""The pages of deadlines, and what calendars fetch."""
