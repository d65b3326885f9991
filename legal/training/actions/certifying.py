"""Certificates of attendance: issued to those who attended, and revoked for a reason."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from legal.training.actions.places import lock
from legal.training.models import Certificate, Enrolment, Session
from legal.training.models.certificate import new_number, new_token
from legal.training.models.session import ZONE
from legal.training.states import CERTIFICATE, EnrolmentState
from legal.training.telling import tell_holder
from portal.accounts.models import User
from portal.languages import LANGUAGES
from portal.workflow.actions import record
from portal.workflow.errors import NotAllowedError


@transaction.atomic
def issue(enrolment: Enrolment, *, by: User) -> Certificate:
    """Certify that somebody attended; Event, notice. Whoever has a valid certificate keeps that one.

    `NotAllowedError` "attended" where it is not noted that they attended, "own" for one's own, "name" where the
    account is deleted.
    """
    lock(enrolment.session)
    held = Enrolment.objects.select_related("person", "session__course__university").get(pk=enrolment.pk)
    if valid := held.certificates.valid().first():
        return valid
    if held.state != EnrolmentState.ATTENDED:
        raise NotAllowedError(_("Only who attended gets a certificate."), code="attended")
    if held.person_id == by.pk:
        raise NotAllowedError(_("Nobody issues a certificate to themselves: ask a colleague."), code="own")
    if not held.name:
        raise NotAllowedError(_("There is no name to certify: the account is deleted."), code="name")
    certificate = _written(held, by=by)
    event = record(certificate, CERTIFICATE, "issue", by=by)
    tell_holder("training.certified", certificate, event)
    return certificate


@transaction.atomic
def issue_all(session: Session, *, by: User) -> list[Certificate]:
    """Certify the attendance of all who attended a session and never had a certificate, but for oneself; as `issue`."""
    attended = session.enrolments.filter(state=EnrolmentState.ATTENDED, certificates=None)
    return [issue(enrolment, by=by) for enrolment in attended.exclude(person=by).exclude(name="").order_by("position")]


@transaction.atomic
def revoke(certificate: Certificate, *, reason: str, by: User) -> None:
    """Declare a certificate void for a reason; Event, notice. Nothing where it is so already.

    `NotAllowedError` "reason" without one.
    """
    held = (
        Certificate.objects.select_for_update(of=("self",)).select_related("enrolment__session").get(pk=certificate.pk)
    )
    if not held.is_valid:
        return
    if not reason.strip():
        raise NotAllowedError(_("Give a reason: it is told to those whom it concerns."), code="reason")
    held.revoked_at, held.revoked_by, held.reason = timezone.now(), by, reason.strip()
    held.save(update_fields=["revoked_at", "revoked_by", "reason"])
    event = record(held, CERTIFICATE, "revoke", by=by, reason=held.reason)
    tell_holder("training.revoked", held, event)


def _written(enrolment: Enrolment, *, by: User) -> Certificate:
    session, now = enrolment.session, timezone.now()
    course, (first, last) = session.course, session.days
    return Certificate.objects.create(
        enrolment=enrolment,
        number=new_number(timezone.localdate(now, ZONE)),
        token=new_token(),
        name=enrolment.name,
        course={one.text: getattr(course, f"title_{one.column}") or "" for one in LANGUAGES},
        university={one.text: getattr(course.university, f"name_{one.column}") or "" for one in LANGUAGES},
        sample=course.sample,
        first_day=first,
        last_day=last,
        issued_at=now,
        issued_by=by,
    )
