"""A notice as its pages show it, for whichever side: rooms above call this with their own side."""

import datetime
from dataclasses import dataclass
from typing import Any

from legal.fees.models import FeeLine, FeeNotice, Payment, Proof, Relief
from legal.fees.states import ReliefState, State
from legal.matters.models import Matter
from legal.rules.names import Names


@dataclass(frozen=True, slots=True)
class Basis:
    """The estimate a notice rests on."""

    source: str
    url: str
    checked_on: datetime.date | None
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A notice with all that belongs to it; of what is only proposed payers are shown nothing."""

    notice: FeeNotice
    lines: list[FeeLine]
    proofs: list[Proof]
    payments: list[Payment]
    reliefs: list[Relief]
    basis: Basis | None

    @property
    def takes_proofs(self) -> bool:
        """Whether something can be handed in still."""
        return self.notice.state not in {State.CANCELLED, State.WAIVED}


def sheets_of(matter: Matter, *, side: str) -> list[FeeNotice]:
    """The notices of a matter that a side owes, the first one first."""
    return list(matter.fee_notices.shown_to(side).select_related("matter__enterprise", "party").order_by("position"))


def sheet(notice: FeeNotice, *, for_staff: bool = False) -> Sheet:
    """A notice with all that belongs to it, as the side that owes it sees it, or as staff do."""
    reliefs = notice.reliefs.select_related("proposed_by", "decided_by", "executed_by")
    decided = reliefs if for_staff else reliefs.filter(state__in=[ReliefState.APPROVED, ReliefState.EXECUTED])
    return Sheet(
        notice,
        list(notice.lines.all()),
        list(notice.proofs.select_related("file", "handed_in_by")),
        list(notice.payments.select_related("confirmed_by")),
        list(decided),
        basis_of(notice),
    )


def basis_of(notice: FeeNotice) -> Basis | None:
    """What the notice says of the estimate it rests on, in the active language where it is written in it."""
    kept: dict[str, Any] | None = notice.basis
    if not kept:
        return None
    day = kept["checked_on"]
    checked = datetime.date.fromisoformat(day) if day else None
    return Basis(Names(**kept["source"]).any(), kept["source_url"], checked, kept["confirmed"])
