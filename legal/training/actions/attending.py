"""Who attended a session that was held."""

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from legal.training.actions.places import lock
from legal.training.models import Enrolment, Session
from legal.training.states import EnrolmentState, SessionState
from portal.accounts.models import User
from portal.workflow.actions import advance
from portal.workflow.errors import NotAllowedError


@transaction.atomic
def note_attendance(session: Session, *, attended: Collection[Enrolment], by: User) -> None:
    """Note who of those with a place attended; the others were absent. An Event for each that is new or corrected.

    `NotAllowedError` "held" where the session has not been held, "own" where it would be about whoever notes it,
    "certified" where somebody would be absent who has a valid certificate.
    """
    held = lock(session)
    if held.state != SessionState.HELD:
        raise NotAllowedError(_("Note first that the session was held."), code="held")
    for enrolment in held.enrolments.seated().select_related("person"):
        note = EnrolmentState.ATTENDED if enrolment in attended else EnrolmentState.ABSENT
        if enrolment.state != note:
            _require_free(enrolment, note, by=by)
            advance(enrolment, "attend" if note == EnrolmentState.ATTENDED else "miss", by=by)


def _require_free(enrolment: Enrolment, note: EnrolmentState, *, by: User) -> None:
    if enrolment.person_id == by.pk:
        raise NotAllowedError(_("Nobody notes their own attendance: ask a colleague."), code="own")
    if note == EnrolmentState.ABSENT and enrolment.certificates.valid().exists():
        raise NotAllowedError(
            _("%(person)s has a certificate: revoke it first.") % {"person": enrolment}, code="certified"
        )
