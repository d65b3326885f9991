"""What is held of deadlines: the clocks that run or have run, when they stood still, how their days changed."""

from legal.clocks.models.change import Change, Standstill
from legal.clocks.models.deadline import Deadline, DeadlineQuerySet
from legal.clocks.models.reminder import Reminder

__all__ = ["Change", "Deadline", "DeadlineQuerySet", "Reminder", "Standstill"]
