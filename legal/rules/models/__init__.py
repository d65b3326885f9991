"""What is held of figures: who sets them, single ones, tables of fees, calendars of working days."""

from legal.rules.models.calendar import Calendar, CalendarDay, CalendarYear
from legal.rules.models.institution import Institution, InstitutionName
from legal.rules.models.rule import Rule
from legal.rules.models.schedule import Band, Schedule

__all__ = [
    "Band",
    "Calendar",
    "CalendarDay",
    "CalendarYear",
    "Institution",
    "InstitutionName",
    "Rule",
    "Schedule",
]
