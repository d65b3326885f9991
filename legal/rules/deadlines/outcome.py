"""What was computed: a day and the way to it, as it is kept and told."""

import datetime
from dataclasses import dataclass
from typing import Any, Self

from legal.rules.deadlines.steps import KEPT, Step


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day, None where none can be computed; provisional where a year it runs through is not published."""

    day: datetime.date | None
    steps: tuple[Step, ...]
    provisional: bool = False

    def told(self) -> list[str]:
        """Why this day, a sentence a step, in the active language."""
        return [step.tell() for step in self.steps]

    def as_json(self) -> dict[str, Any]:
        """What can be kept in a JSON column."""
        return {
            "day": self.day.isoformat() if self.day else None,
            "steps": KEPT.dump_python(self.steps, mode="json"),
            "provisional": self.provisional,
        }

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Self:
        """What `as_json` gave; `ValueError` for what it did not."""
        day = kept["day"]
        return cls(
            datetime.date.fromisoformat(day) if day else None, KEPT.validate_python(kept["steps"]), kept["provisional"]
        )
