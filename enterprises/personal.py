"""What enterprises hold about a person, and what becomes of it when the account is deleted."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrPromise

from enterprises.actions.people import leave
from enterprises.actions.registering import discard
from enterprises.models import Enterprise, Invitation, JoinRequest, Membership, Transfer
from enterprises.models.invitation import PENDING
from enterprises.policies import Role
from enterprises.states import AskingState, State
from portal.accounts.models import User
from portal.workflow.actions import advance

Words = StrPromise | str


def held_about(user: AbstractBaseUser) -> Iterator[dict[str, Any]]:
    """The memberships of a person, invitations to their address, ownership handed on, what they asked to join."""
    yield {
        "slug": "memberships",
        "heading": _("Members"),
        "labels": {"enterprise": _("Enterprise"), "role": _("Role"), "since": _("Member since")},
        "rows": [
            {
                "enterprise": str(membership.enterprise),
                "role": membership.get_role_display(),
                "since": membership.joined_at,
            }
            for membership in Membership.objects.of(user)
        ],
    }
    yield {
        "slug": "invitations",
        "heading": _("Invitations"),
        "labels": {"enterprise": _("Enterprise"), "role": _("Role"), "state": _("State")},
        "rows": [
            {
                "enterprise": str(invitation.enterprise),
                "role": invitation.get_role_display(),
                "state": invitation.get_state_display(),
            }
            for invitation in _invitations(user).select_related("enterprise")
        ],
    }
    yield {
        "slug": "transfers",
        "heading": _("Transfers of ownership"),
        "labels": {
            "enterprise": _("Enterprise"),
            "from": _("from the owner"),
            "to": _("to the member"),
            "state": _("State"),
            "asked": _("Asked on"),
        },
        "rows": [
            {
                "enterprise": str(transfer.enterprise),
                "from": str(transfer.owner),
                "to": str(transfer.to),
                "state": transfer.get_state_display(),
                "asked": transfer.asked_at,
            }
            for transfer in _transfers(user).select_related("enterprise", "owner", "to")
        ],
    }
    yield {
        "slug": "join-requests",
        "heading": _("What you have asked for"),
        "labels": {"number": _("Number"), "asked": _("Asked on")},
        # Whether anybody was asked is told to nobody.
        "rows": [
            {"number": f"{request.label} {request.value}", "asked": request.asked_at}
            for request in JoinRequest.objects.filter(person_id=user.pk)
        ],
    }


def fates(user: AbstractBaseUser) -> Iterator[tuple[Words, int, Words, Words]]:
    """What is erased with the account: everything but the trail of what was done."""
    yield _("Memberships of enterprises"), Membership.objects.filter(person_id=user.pk).count(), "", ""
    yield _("Invitations"), _invitations(user).count(), "", ""
    yield _("Transfers of ownership"), _transfers(user).count(), "", ""
    yield _("Requests to join"), JoinRequest.objects.filter(person_id=user.pk).count(), "", ""


def objections(user: AbstractBaseUser) -> Iterator[Words]:
    """The enterprises nobody else owns: ownership has to be handed on first."""
    for enterprise in _alone(user).exclude(state=State.DRAFT):
        yield _("You are the only owner of %(enterprise)s: hand ownership over to another member first.") % {
            "enterprise": enterprise
        }


@transaction.atomic
def erase(user: AbstractBaseUser, *, by: AbstractBaseUser) -> None:
    """End the memberships of a person and take out what stands of them; drafts that are theirs alone are discarded."""
    person = User.objects.get(pk=user.pk)
    for enterprise in _alone(user).filter(state=State.DRAFT):
        discard(enterprise, by=person)
    for membership in Membership.objects.of(user):
        leave(membership.enterprise, by=person)
    for invitation in _invitations(user).filter(state__in=PENDING):
        advance(invitation, "withdraw", by=person)
    _invitations(user).delete()
    _transfers(user).delete()
    for request in JoinRequest.objects.waiting_for(user, now=timezone.now()).filter(state=AskingState.ASKED):
        advance(request, "withdraw", by=person)
    JoinRequest.objects.filter(person_id=user.pk).delete()


def _alone(user: AbstractBaseUser) -> Any:
    """The enterprises of which a person is the only owner."""
    owned = Membership.objects.filter(person_id=user.pk, role=Role.OWNER).values("enterprise")
    owners = Count("memberships", Q(memberships__role=Role.OWNER))
    return Enterprise.objects.filter(pk__in=owned).alias(owners=owners).filter(owners=1)


def _transfers(user: AbstractBaseUser) -> QuerySet[Transfer]:
    return Transfer.objects.filter(Q(owner_id=user.pk) | Q(to_id=user.pk))


def _invitations(user: AbstractBaseUser) -> Any:
    return Invitation.objects.filter(email__iexact=User.objects.get(pk=user.pk).email)
