"""When a time limit ends, and why on that day: each step can be kept as JSON and told later in each language."""

from legal.rules.deadlines.computing import compute
from legal.rules.deadlines.counting import Extension, Limit, Pause, count
from legal.rules.deadlines.outcome import Deadline

__all__ = ["Deadline", "Extension", "Limit", "Pause", "compute", "count"]
