"""Enrolling in a session, and withdrawing from it."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from enterprises.models import Enterprise, EnterpriseQuerySet
from enterprises.states import State
from legal.training.actions.places import count, end_of_line, fill, lock
from legal.training.models import Enrolment, Session
from legal.training.states import PLAN, EnrolmentState
from legal.training.telling import tell
from portal.accounts.models import User
from portal.workflow.actions import advance, record
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Event

ENROLLED, WAITING = "training.enrolled", "training.waiting"


@transaction.atomic
def enrol(
    session: Session, *, name: str, by: User, enterprise: Enterprise | None = None, now: datetime.datetime | None = None
) -> Enrolment:
    """Take a place in a session, or stand at the end of its line; Events, notice. Who is enrolled already stays so.

    `name` is what a certificate would say. `NotAllowedError` "closed" where one cannot enrol in it (any more),
    "enterprise" for an enterprise that is not verified or not one's own.
    """
    held = lock(session)
    there = held.enrolments.filter(person=by).first()
    if there is not None and there.is_live:
        return there
    if not held.course.is_published or not held.is_enrolling(now or timezone.now()):
        raise NotAllowedError(_("Enrolment in this session is closed."), code="closed")
    _require_own(enterprise, by=by)
    enrolment = there or Enrolment(session=held, person=by)
    event = _stand_in_line(enrolment, held, name=name, enterprise=enterprise, by=by)
    if enrolment not in fill(held, by=by, told=ENROLLED):
        tell(WAITING, enrolment, event)
    enrolment.refresh_from_db()
    return enrolment


@transaction.atomic
def amend(enrolment: Enrolment, *, name: str, by: User, enterprise: Enterprise | None = None) -> None:
    """Correct one's name as on the certificate, or for which enterprise one comes.

    `NotAllowedError` "own" for anybody else's enrolment, "certified" where a certificate says the name already,
    "enterprise" as `enrol`.
    """
    lock(enrolment.session)
    if enrolment.person_id != by.pk:
        raise NotAllowedError(_("This is somebody else’s enrolment."), code="own")
    if enrolment.certificates.valid().exists():
        raise NotAllowedError(_("Your certificate is issued: ask us to revoke it first."), code="certified")
    if enterprise is not None and enterprise.pk != enrolment.enterprise_id:
        _require_own(enterprise, by=by)
    enrolment.name, enrolment.enterprise = name, enterprise
    enrolment.save(update_fields=["name", "enterprise"])


@transaction.atomic
def withdraw(enrolment: Enrolment, *, by: User, now: datetime.datetime | None = None) -> None:
    """Give back one's place, or leave the line; Event. The next in the line moves up, with a notice to them.

    Nothing where that was done already. `NotAllowedError` "own" for anybody else's, "begun" once the session has.
    """
    session = lock(enrolment.session)
    mine = Enrolment.objects.get(pk=enrolment.pk)
    if mine.person_id != by.pk:
        raise NotAllowedError(_("This is somebody else’s enrolment."), code="own")
    if mine.state == EnrolmentState.WITHDRAWN:
        return
    if not session.is_ahead(now or timezone.now()):
        raise NotAllowedError(_("The session has begun or is over: nobody can withdraw from it."), code="begun")
    advance(mine, "withdraw", by=by)
    count(session)
    fill(session, by=None)


def own_enterprises(person: User) -> EnterpriseQuerySet:
    """The enterprises somebody may come for: verified, and their own."""
    mine: EnterpriseQuerySet = Enterprise.objects.all()
    return mine.visible_to(person).filter(state=State.VERIFIED)


def _stand_in_line(
    enrolment: Enrolment, session: Session, *, name: str, enterprise: Enterprise | None, by: User
) -> Event:
    position, now = end_of_line(session), timezone.now()
    if enrolment.pk:
        return advance(enrolment, "ask-again", by=by, position=position, name=name, enterprise=enterprise, asked_at=now)
    enrolment.name, enrolment.enterprise, enrolment.position = name, enterprise, position
    enrolment.save()
    return record(enrolment, PLAN, "enrol", by=by)


def _require_own(enterprise: Enterprise | None, *, by: User) -> None:
    if enterprise is None:
        return
    if not own_enterprises(by).filter(pk=enterprise.pk).exists():
        raise NotAllowedError(
            _("You can come only for a verified enterprise of which you are a member."), code="enterprise"
        )
