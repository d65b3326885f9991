"""Who hears of what happens to a matter. No name and no fact stands in a notice: they are read behind the sign-in."""

from collections.abc import Callable, Iterable
from typing import Final

from legal.matters.kinds import Side
from legal.matters.models import Audience, Matter, Message, Submission
from portal.accounts.models import User
from portal.notices.actions import notify
from portal.workflow.models import Event

Tell = Callable[[Message], None]
_others: Final[dict[Tell, None]] = {}


def also(tell: Tell) -> None:
    """Let a room above tell those it knows of, too, that a message was written: `tell(message)`."""
    _others[tell] = None


def tell_members(kind: str, matter: Matter, event: Event) -> None:
    """Tell those who act for the enterprise of an event, once."""
    tell(kind, matter, members(matter), key=f"event-{event.pk}")


def tell_of_receipt(submission: Submission) -> None:
    """Tell those who act for the enterprise that the receipt is there, once."""
    tell("matters.receipt", submission.matter, members(submission.matter), key=f"submission-{submission.pk}")


def tell_of_message(message: Message) -> None:
    """Tell those who act for the enterprise, but for who wrote it, of a message, once; and whom rooms above know.

    That there is one that their side is not shown, they do not learn.
    """
    shown = message.audience == Audience.EVERYONE or message.side == Side.APPLICANT
    others = [person for person in members(message.matter) if shown and person.pk != message.author_id]
    tell("matters.message", message.matter, others, key=f"message-{message.pk}")
    for tell_others in _others:
        tell_others(message)


def members(matter: Matter) -> list[User]:
    """Those who act for the enterprise whose matter it is."""
    return [membership.person for membership in matter.enterprise.memberships.acting().select_related("person")]


def tell(kind: str, matter: Matter, to: Iterable[User], *, key: str) -> None:
    """Tell people something about a matter, which is named by its number or, before it has one, by its key."""
    notify(kind, to=to, about=matter, params={"reference": matter.number or matter.key}, key=key)
