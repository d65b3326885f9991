"""Who may do what in an enterprise: the one place that says so."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Role(TextChoices):
    """What somebody is in an enterprise, the one who may do most first."""

    OWNER = "owner", pgettext_lazy("role in an enterprise", "Owner")
    REPRESENTATIVE = "representative", pgettext_lazy("role in an enterprise", "Representative")
    VIEWER = "viewer", pgettext_lazy("role in an enterprise", "Viewer")


class Right(StrEnum):
    """What a member may be allowed to do; to look is allowed to all."""

    # Write down facts, hand in papers, submit.
    EDIT = "edit"
    # Invite, and withdraw invitations, of roles no higher than one's own.
    INVITE = "invite"
    # Change and end memberships, answer requests to join, hand ownership on, discard a draft.
    MANAGE = "manage"


RIGHTS: Final[Mapping[str, frozenset[Right]]] = {
    Role.OWNER: frozenset(Right),
    Role.REPRESENTATIVE: frozenset({Right.EDIT, Right.INVITE}),
    Role.VIEWER: frozenset(),
}


# What a member may be made without being asked. Whoever owns an enterprise answers for it, and cannot leave as the last
# one: that takes an invitation accepted, or a transfer agreed to.
GIVEN: Final = (Role.REPRESENTATIVE, Role.VIEWER)


def roles_with(right: Right) -> list[str]:
    """The roles that have a right."""
    return [role for role, rights in RIGHTS.items() if right in rights]


def grantable_by(role: str) -> list[str]:
    """The roles somebody in this role may invite others into: none above one's own."""
    return Role.values[Role.values.index(role) :] if Right.INVITE in RIGHTS[role] else []
