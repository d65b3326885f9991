"""Who pays for a side: who hands in its proofs, who is told, and on which page. Rooms above add sides."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from enterprises.models import Membership
from enterprises.policies import Right
from legal.fees.models import FeeNotice
from legal.matters.kinds import Side
from legal.matters.telling import members
from portal.accounts.models import User


@dataclass(frozen=True, slots=True)
class Payers:
    """Those of one side.

    `may(notice, user)` says who hands in a proof of it, `told(notice)` who hears of it, and `page(notice, user)` where
    one of them reads it.
    """

    may: Callable[[FeeNotice, User], bool]
    told: Callable[[FeeNotice], Iterable[User]]
    page: Callable[[FeeNotice, User | None], str]


_payers: Final[dict[str, Payers]] = {}


def register(side: str, payers: Payers) -> None:
    """Say who pays for a side; a second registration takes the place of the first."""
    _payers[str(side)] = payers


def of(side: str) -> Payers | None:
    """Who pays for a side; None where nobody of that side is here."""
    return _payers.get(side)


def may_pay(notice: FeeNotice, user: User) -> bool:
    """Whether somebody hands in proofs for the side that owes it."""
    payers = of(notice.side)
    return payers is not None and payers.may(notice, user)


def told_of(notice: FeeNotice) -> list[User]:
    """Who hears of a notice; nobody where none of the side that owes it is here."""
    payers = of(notice.side)
    return list(payers.told(notice)) if payers else []


def _acts_for_the_enterprise(notice: FeeNotice, user: User) -> bool:
    membership = Membership.objects.filter(enterprise=notice.matter.enterprise_id, person=user).first()
    return membership is not None and membership.may(Right.EDIT)


register(
    Side.APPLICANT,
    Payers(
        may=_acts_for_the_enterprise,
        told=lambda notice: members(notice.matter),
        page=lambda notice, user: notice.get_absolute_url(),
    ),
)
