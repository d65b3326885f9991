"""An officer declares, before opening a file, whether there is a conflict of interest."""

from collections.abc import Callable
from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from legal.matters import chain
from legal.matters.actions.guarding import lock_for_handler
from legal.matters.models import Actor, Declaration, Matter
from portal.accounts.models import User
from portal.workflow import actions as desk
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Assignment

Siding = Callable[[Matter, User], bool]
_sides: Final[dict[Siding, None]] = {}
MOVES: Final = {False: "declare-none", True: "declare-conflict"}


@transaction.atomic
def declare(matter: Matter, *, conflict: bool, by: User) -> Declaration:
    """Declare that there is a conflict of interest, or that there is none; Entry. Declared again it stays as it is.

    With a conflict the file is put back into the queue, and is not opened to this officer any more. Raises
    `NotAllowedError` "role"; "own" and "conflict" where it cannot be said that there is none.
    """
    held = lock_for_handler(matter, by=by)
    if not conflict:
        _require_none(held, by=by)
    declaration, new = Declaration.objects.get_or_create(matter=held, officer=by, conflict=conflict)
    if new:
        chain.append(held, MOVES[conflict], by=by, actor=Actor.OFFICER)
    if conflict and Assignment.objects.of(held).filter(holder=by).exists():
        desk.release(held, by=by)
    return declaration


def also(siding: Siding) -> None:
    """Let a room above say who acts for another side: nobody decides what they take part in, or have taken part in."""
    _sides[siding] = None


def stands_on_a_side(matter: Matter, person: User) -> bool:
    """Whether somebody is a member of the enterprise whose matter it is, or acts for another side."""
    member = matter.enterprise.memberships.filter(person=person).exists()
    return member or any(siding(matter, person) for siding in _sides)


def _require_none(matter: Matter, *, by: User) -> None:
    if stands_on_a_side(matter, by):
        raise NotAllowedError(
            _("You are a member of the enterprise whose matter it is, or take part in it for a side."), code="own"
        )
    if Declaration.objects.of(matter, by).filter(conflict=True).exists():
        raise NotAllowedError(_("You have declared a conflict of interest in this matter."), code="conflict")
