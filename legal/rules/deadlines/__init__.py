"""When a time limit ends, and why on that day: each step can be kept as JSON and told later in each language."""

from legal.rules.deadlines.computing import compute
from legal.rules.deadlines.counting import Limit, Pause, count
from legal.rules.deadlines.outcome import Deadline

__all__ = ["Deadline", "Limit", "Pause", "compute", "count"]
