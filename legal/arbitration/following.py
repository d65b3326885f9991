"""What belongs to a move of a request for arbitration, within its transaction; and what is removed at its end."""

from django.utils import timezone

from legal.arbitration.models import Agreement, Claim, Filing, Joinder, Measure, Reliance, Supplement
from legal.arbitration.reckoning import snapshot
from legal.arbitration.requesting import Request
from legal.clocks.actions.following import follow
from legal.matters.models import Matter
from portal.workflow.models import Event

SUBMITTING = frozenset({"submit", "supplement"})
# Claims before the agreements they rest on.
PARTS = (Claim, Agreement, Measure, Reliance, Supplement, Joinder, Filing)


def moved(matter: Matter, event: Event) -> None:
    """With each submission the estimate of the fees is kept as the tables have it on that day; the clocks follow.

    What was asked for is answered by the supplement, from whatever page it comes.
    """
    if event.move in SUBMITTING:
        asked = Request.of(matter)
        filing = asked.filing
        filing.estimate = snapshot(asked.expected, on=timezone.localdate())
        filing.save()
        Supplement.objects.filter(matter=matter, answered_at=None).update(answered_at=event.at)
    follow(matter, event)


def empty(matter: Matter) -> None:
    """Remove every text of a request."""
    for model in PARTS:
        model._default_manager.filter(matter=matter).delete()
