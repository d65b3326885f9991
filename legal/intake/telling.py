"""Who hears of an import: whoever ordered what has ended, unless they are looking on."""

from legal.intake.models import Intake
from legal.intake.states import State
from legal.intake.watching import is_watched
from portal.notices.actions import notify
from portal.workflow.models import Event

KINDS = {State.CHECKED: "intake.checked", State.IMPORTED: "intake.imported", State.FAILED: "intake.failed"}


def tell(intake: Intake, event: Event) -> None:
    """Tell them of where it stands now, in the caller's transaction, once for the event."""
    person = intake.imported_by or intake.brought_by
    if not is_watched(intake, by=person):
        kind = KINDS[State(intake.state)]
        notify(kind, to=[person], about=intake, params={"name": intake.name}, key=f"event-{event.pk}")
