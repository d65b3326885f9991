"""What is held of deadlines: clocks that run or have run, when they stood still, how days changed, who was told."""

from legal.clocks.models.change import Change, Standstill
from legal.clocks.models.deadline import Deadline, DeadlineQuerySet
from legal.clocks.models.feed import Feed, FeedQuerySet
from legal.clocks.models.reminder import Reminder

__all__ = ["Change", "Deadline", "DeadlineQuerySet", "Feed", "FeedQuerySet", "Reminder", "Standstill"]
