"""The history of a matter: how an entry is added, and how anybody finds out whether one was changed.

Each entry is summed up with the sum of the one before it (`canonical`). Whoever changes, removes or inserts an entry
changes every sum after it, and whoever has downloaded the history holds the old ones. How many there are and what the
last adds up to stands in a second place (`Tip`), which the next entry goes on from: what was cut off is missed.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from legal.matters.canonical import canonical, digest
from legal.matters.models import Actor, Entry, Matter, Tip
from portal.accounts.models import User
from portal.workflow.naming import name_moves

FIRST: Final = "0" * 64
FORMAT: Final = "law-wisdom-valley/history-1"
LENGTH_OF_A_SIGN: Final = 16
TABLE: Final = "matters"
name_moves(
    TABLE,
    {
        "begin": _("The matter was begun"),
        "save": _("What it is about was changed"),
        "add-party": _("A party was named"),
        "change-party": _("What is said of a party was changed"),
        "remove-party": _("A party was taken out"),
        "appoint": _("A representative was named"),
        "revoke": _("The authority of a representative was revoked"),
        "remove-representative": _("A representative was taken out"),
        "produce": _("Exhibits were produced"),
        "take-out": _("An exhibit was taken out"),
        "write": _("A message was written"),
        "freeze": _("What was submitted was recorded"),
        "receipt": _("The receipt was made"),
        "stamp": _("The time-stamp of an authority was received"),
        "expire": _("What the matter held was removed at the end of its term"),
        "declare-none": _("An officer declared to have no conflict of interest"),
        "declare-conflict": _("An officer declared a conflict of interest"),
        "read": _("The matter was read"),
        "open-exhibit": _("An exhibit was opened"),
        "read-history": _("The history was read"),
        "download-history": _("The history was downloaded"),
        "download-submission": _("What was submitted was downloaded"),
    },
)


class BrokenChainError(Exception):
    """A history that is not as it was written; `position` is the first entry of which this shows."""

    def __init__(self, position: int) -> None:
        super().__init__(f"The chain breaks at entry {position}.")
        self.position = position


class MissingEntriesError(BrokenChainError):
    """A history of which so many entries were taken out from `position` on; `at_end` where none stands after them."""

    def __init__(self, position: int, missing: int, *, at_end: bool) -> None:
        super().__init__(position)
        self.missing = missing
        self.at_end = at_end


def append(
    matter: Matter, what: str, *, by: User | None, actor: Actor, details: Mapping[str, Any] | None = None
) -> Entry:
    """Add an entry to the history of a matter, in the caller's transaction: one after the other, whoever waits.

    `what` is a move of this table, or of another as `arbitration.filing.submit`; `details` are words and whole numbers
    that give no name and no text of the matter away.
    """
    Matter.objects.select_for_update(no_key=True).only("pk").get(pk=matter.pk)
    tip = tip_of(matter)
    entry = Entry(
        matter=matter,
        position=tip.length + 1,
        what=what if "." in what else f"{TABLE}.{what}",
        actor=actor,
        by=by,
        person=sign(matter, by) if by else "",
        details=dict(details or {}),
        at=timezone.now(),
        previous=tip.hash,
    )
    entry.hash = digest(canonical(entry.record()))
    entry.save()
    tip.length, tip.hash = entry.position, entry.hash
    tip.save()
    return entry


def tip_of(matter: Matter) -> Tip:
    """Where the history of a matter ends, whatever entries are left of it."""
    return Tip.objects.filter(matter=matter).first() or Tip(matter=matter, length=0, hash=FIRST)


def sign(matter: Matter, person: User) -> str:
    """What stands for a person in the history of one matter; nobody but the portal can tell who that is."""
    return salted_hmac("matters.person", f"{matter.key}:{person.pk}", algorithm="sha256").hexdigest()[:LENGTH_OF_A_SIGN]


def written_out(matter: Matter) -> dict[str, Any]:
    """The whole history as it is downloaded, with the end it ought to have."""
    tip = tip_of(matter)
    entries = Entry.objects.filter(matter=matter).select_related("matter").order_by("position")
    return {
        "format": FORMAT,
        "matter": matter.key,
        "number": matter.number,
        "length": tip.length,
        "hash": tip.hash,
        "entries": [entry.record() | {"hash": entry.hash} for entry in entries],
    }


def verify(entries: Iterable[Mapping[str, Any]], matter: str) -> int:
    """How many entries there are, where each is as it was written; `BrokenChainError` where one is not or is missing.

    Raises KeyError, TypeError or AttributeError where this is no history at all.
    """
    previous, count = FIRST, 0
    for count, entry in enumerate(entries, start=1):
        if (missing := entry["position"] - count) > 0:
            raise MissingEntriesError(count, missing, at_end=False)
        record = {name: value for name, value in entry.items() if name != "hash"}
        told = (record["matter"], record["position"], record["previous"], entry["hash"])
        if told != (matter, count, previous, digest(canonical(record))):
            raise BrokenChainError(count)
        previous = entry["hash"]
    return count


def verify_whole(history: Mapping[str, Any]) -> int:
    """As `verify`, of a history as it was written out: nothing is missing at its end either."""
    count = verify(history["entries"], history["matter"])
    missing = history["length"] - count
    if missing > 0:
        raise MissingEntriesError(count + 1, missing, at_end=True)
    last = history["entries"][-1]["hash"] if count else FIRST
    if (missing, last) != (0, history["hash"]):
        raise BrokenChainError(count)
    return count
