"""What ends a run before its end."""

from legal.intake.models import Intake


class UnreadError(Exception):
    """The archive must not be read; `failure` says why."""

    def __init__(self, failure: Intake.Failure) -> None:
        super().__init__(failure.value)
        self.failure = failure


class ForsakenError(Exception):
    """The run is somebody else's by now, or was discarded: whoever is at it stops."""
