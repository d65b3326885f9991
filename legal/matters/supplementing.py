"""What the applicant is asked to supplement."""

from typing import Final

from legal.matters.models import Matter
from portal.workflow.models import Event

ASK: Final = "ask-supplement"
STATE: Final = "supplement"


def asked_for(matter: Matter) -> str:
    """What staff asked for the last time, in their words; "" where nothing is asked for now."""
    if matter.state != STATE:
        return ""
    asked = Event.objects.of(matter).filter(move=ASK).last()
    return asked.reason if asked else ""
