"""Who hears of what happens to an enterprise."""

from collections.abc import Iterable

from django.db.models import QuerySet
from django.utils import translation

from enterprises.models import Enterprise, Invitation
from portal.accounts.models import User
from portal.languages import CODES
from portal.notices.actions import notify
from portal.notices.recipients import Outsider, Recipient
from portal.workflow.models import Event


def tell_members(kind: str, enterprise: Enterprise, event: Event) -> None:
    """Tell owners and representatives of an event, once."""
    members = enterprise.memberships.acting().select_related("person")
    _tell(kind, enterprise, [membership.person for membership in members], key=f"event-{event.pk}")


def tell_owners(kind: str, enterprise: Enterprise, event: Event, **named: str) -> None:
    """Tell the owners of an event, once."""
    owners = enterprise.memberships.owners().select_related("person")
    _tell(kind, enterprise, [membership.person for membership in owners], key=f"event-{event.pk}", **named)


def tell_person(kind: str, enterprise: Enterprise, to: User, event: Event, **named: str) -> None:
    """Tell one person of an event, once."""
    _tell(kind, enterprise, [to], key=f"event-{event.pk}", **named)


def tell_registrars(enterprise: Enterprise, event: Event) -> None:
    """Tell those who decide registrations, and their rooms, that one waits."""
    _tell("enterprises.waiting", enterprise, registrars(), key=f"event-{event.pk}")


def tell_invited(invitation: Invitation, event: Event) -> None:
    """Send an invitation to its address: to the account that has it, or to somebody without an account."""
    account = User.objects.with_address(invitation.email).filter(is_active=True).first()
    recipient: Recipient = account or Outsider(invitation.email, invitation.language)
    notify(
        "enterprises.invitation",
        to=[recipient],
        about=invitation,
        params={"enterprise": _called(invitation.enterprise), "role": invitation.role},
        key=f"event-{event.pk}",
    )


def registrars() -> QuerySet[User]:
    """Staff who may decide registrations."""
    return User.objects.with_right("enterprises.verify_enterprise")


def _tell(kind: str, enterprise: Enterprise, to: Iterable[User], *, key: str, **named: str) -> None:
    notify(kind, to=to, about=enterprise, params={"enterprise": _called(enterprise), **named}, key=key)


def _called(enterprise: Enterprise) -> dict[str, str]:
    """Its name as each language has it: who is told reads another language than who acted."""
    called = {}
    for code in CODES:
        with translation.override(code):
            called[code] = str(enterprise)
    return called
