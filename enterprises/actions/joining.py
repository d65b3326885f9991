"""Requests to join an enterprise of which one knows the number, answered by its owners."""

import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from enterprises.actions.guarding import lock_as, require_active, require_given
from enterprises.models import Enterprise, Identifier, JoinRequest, Membership
from enterprises.numbers import Number
from enterprises.policies import Right
from enterprises.states import PEOPLE
from enterprises.telling import tell_owners, tell_person
from portal.accounts.models import User
from portal.workflow.actions import advance, record
from portal.workflow.errors import NotAllowedError

DAY = datetime.timedelta(days=1)


@transaction.atomic
def ask(number: Number, *, by: User) -> JoinRequest:
    """Ask the owners of whichever verified enterprise holds a number to let one in; notice to them, if there are any.

    Whoever asks cannot tell whether there are: the request is kept and answered alike. `NotAllowedError` "asked" where
    the same person has asked already, "many" after too many requests within a day.
    """
    # One request of a person after the other: two at once would both find that nothing was asked.
    User.objects.select_for_update().get(pk=by.pk)
    now = timezone.now()
    # One whose days are over has ended for who asked, also before the sweep comes to it.
    for ended in JoinRequest.objects.overdue(now).filter(person=by):
        advance(ended, "expire", by=None)
    waiting = JoinRequest.objects.waiting_for(by, now=now)
    if waiting.filter(scheme=number.scheme, value=number.value).exists():
        raise NotAllowedError(_("You have asked already: wait for the answer, or withdraw your request."), code="asked")
    if JoinRequest.objects.filter(person=by, asked_at__gt=now - DAY).count() >= settings.JOIN_REQUESTS_A_DAY:
        raise NotAllowedError(_("You have asked very often today: try again tomorrow."), code="many")
    held = Identifier.objects.filter(scheme=number.scheme, value=number.value, held=True).select_related("enterprise")
    enterprise = next((one.enterprise for one in held if not _is_member(one.enterprise, by)), None)
    request = JoinRequest.objects.create(person=by, scheme=number.scheme, value=number.value, enterprise=enterprise)
    if enterprise is not None:
        event = record(enterprise, PEOPLE, "ask-joining", by=by, details={"person": by.pk})
        tell_owners("enterprises.join-asked", enterprise, event, person=str(by))
    return request


@transaction.atomic
def agree(request: JoinRequest, role: str, *, by: User) -> Membership:
    """Let somebody in who asked, in a role; Event, notice to whoever asked.

    Raises `NotAllowedError` "role", "state" where it does not wait any more, "member" where they are a member by now,
    "consent" where they would be an owner, "barred" where the enterprise is suspended.
    """
    enterprise = _own(request, by=by)
    if _is_member(enterprise, request.person):
        raise NotAllowedError(_("This person is a member already."), code="member")
    require_active(enterprise)
    require_given(role)
    advance(request, "agree", by=by)
    membership = Membership.objects.create(enterprise=enterprise, person=request.person, role=role)
    details = {"person": request.person_id, "role": role}
    event = record(enterprise, PEOPLE, "join", by=by, details=details)
    tell_person("enterprises.join-agreed", enterprise, request.person, event, role=role)
    return membership


@transaction.atomic
def decline(request: JoinRequest, *, by: User) -> None:
    """Do not let somebody in who asked; Event. They are not told: who is registered here stays unknown to them.

    Raises `NotAllowedError` "role", "state" where it does not wait any more.
    """
    enterprise = _own(request, by=by)
    advance(request, "decline", by=by)
    record(enterprise, PEOPLE, "decline-joining", by=by, details={"person": request.person_id})


@transaction.atomic
def withdraw(request: JoinRequest, *, by: User) -> None:
    """Take back what one asked. `NotAllowedError` "role" for anybody else, "state" where it does not wait any more."""
    if request.person_id != by.pk:
        raise NotAllowedError(_("Only who asked can withdraw the request."), code="role")
    advance(request, "withdraw", by=by)


def _own(request: JoinRequest, *, by: User) -> Enterprise:
    """The enterprise that was asked, locked, where whoever answers is one of its owners."""
    if request.enterprise is None:
        raise NotAllowedError(_("Nobody can answer this request."), code="role")
    held, _membership = lock_as(request.enterprise, Right.MANAGE, by=by)
    return held


def _is_member(enterprise: Enterprise, person: User) -> bool:
    return Membership.objects.filter(enterprise=enterprise, person=person).exists()
