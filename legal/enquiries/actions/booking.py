"""Times are proposed by one side, kept free, and confirmed by the other; moved, cancelled, or let expire."""

import datetime
from typing import Any, Final

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from legal.enquiries.actions.guarding import lock_from_either_side
from legal.enquiries.models import Appointment, Enquiry
from legal.enquiries.slots import LENGTH, free_slots
from legal.enquiries.states import State
from legal.enquiries.telling import tell_of_time
from legal.lawyers.models import Lawyer
from portal.accounts.models import User
from portal.workflow.actions import advance, record
from portal.workflow.errors import NotAllowedError

# A time nobody confirms is free again after so long, and in any case before it comes.
HELD: Final = datetime.timedelta(days=2)
BATCH: Final = 500


@transaction.atomic
def propose(
    enquiry: Enquiry, *, starts: datetime.datetime, by: User, now: datetime.datetime | None = None
) -> Appointment:
    """Propose a time, which is kept free until the other side confirms it; Event, notice.

    `NotAllowedError` "role" or "consent"; "state" for a request not accepted; "booked" where a time is proposed or
    booked already; "slot" for one that is not free; "taken" where somebody was quicker.
    """
    moment = now or timezone.now()
    held, as_lawyer = lock_from_either_side(enquiry, by=by)
    if held.state != State.ACCEPTED:
        raise NotAllowedError(_("Times are agreed once the lawyer has accepted the request."), code="state")
    _let_expire(held.lawyer, now=moment)
    if held.appointments.holding().exists():
        raise NotAllowedError(_("A time is proposed or booked already: move or cancel that one."), code="booked")
    _require_free(held.lawyer, starts, now=moment)
    try:
        with transaction.atomic():
            appointment = Appointment.objects.create(
                enquiry=held, lawyer=held.lawyer, by_lawyer=as_lawyer, **_times(starts, now=moment)
            )
    except IntegrityError as error:
        raise _taken() from error
    event = record(appointment, Appointment.machine.slug, "propose", by=by)
    tell_of_time("enquiries.time-proposed", appointment, event, by_lawyer=as_lawyer)
    return appointment


@transaction.atomic
def confirm(appointment: Appointment, *, by: User, now: datetime.datetime | None = None) -> None:
    """Agree to the time the other side proposed; Event, notice to both sides, each with a file for its calendar.

    `NotAllowedError` "role", "consent", "state"; "own" to the side that proposed it; "late" once it is kept no longer.
    """
    held, as_lawyer = _lock(appointment, by=by)
    if held.by_lawyer == as_lawyer:
        raise NotAllowedError(_("The other side has to confirm the time you proposed."), code="own")
    if held.held_until <= (now or timezone.now()):
        raise NotAllowedError(_("This time is kept free no longer: propose another."), code="late")
    event = advance(held, "confirm", by=by, changed_at=timezone.now())
    tell_of_time("enquiries.time-booked", held, event, by_lawyer=as_lawyer, both=True)


@transaction.atomic
def move(
    appointment: Appointment, *, starts: datetime.datetime, by: User, now: datetime.datetime | None = None
) -> None:
    """Propose another time in the place of one; Event, notice. `NotAllowedError` as `propose`."""
    moment = now or timezone.now()
    held, as_lawyer = _lock(appointment, by=by)
    _let_expire(held.lawyer, now=moment, but=held)
    _require_free(held.lawyer, starts, now=moment, but=held)
    changes: dict[str, Any] = {**_times(starts, now=moment), "by_lawyer": as_lawyer, "sequence": held.sequence + 1}
    try:
        with transaction.atomic():
            event = advance(held, "move", by=by, changed_at=timezone.now(), **changes)
    except IntegrityError as error:
        raise _taken() from error
    tell_of_time("enquiries.time-proposed", held, event, by_lawyer=as_lawyer)


@transaction.atomic
def cancel(appointment: Appointment, *, by: User) -> None:
    """Give a time free again; Event, notice. `NotAllowedError` "role", "consent" or "state"."""
    held, as_lawyer = _lock(appointment, by=by)
    _cancel(held, by=by, by_lawyer=as_lawyer)


def cancel_all(enquiry: Enquiry, *, by: User) -> None:
    """Give the time of a request free, within the transaction that ends it; Event, notice."""
    for appointment in enquiry.appointments.holding().select_related("enquiry", "lawyer"):
        _cancel(appointment, by=by, by_lawyer=enquiry.lawyer.user_id == by.pk)


@transaction.atomic
def expire(*, now: datetime.datetime | None = None) -> int:
    """Give free what nobody confirmed in time; Event, notice to both sides. How many there were."""
    overdue = Appointment.objects.overdue(now or timezone.now()).select_related("enquiry", "lawyer")
    waiting = overdue.select_for_update(of=("self",), skip_locked=True)[:BATCH]
    return sum(1 for appointment in waiting if _expire(appointment))


def _let_expire(lawyer: Lawyer, *, now: datetime.datetime, but: Appointment | None = None) -> None:
    """What is overdue takes no time of the lawyer's, whether the sweep has come by or not."""
    overdue = lawyer.appointments.overdue(now).select_related("enquiry", "lawyer")
    for appointment in overdue.select_for_update(of=("self",)):
        if appointment != but:
            _expire(appointment)


def _expire(appointment: Appointment) -> bool:
    event = advance(appointment, "expire", by=None, changed_at=timezone.now())
    tell_of_time("enquiries.time-cancelled", appointment, event, by_lawyer=False, both=True)
    return True


def _lock(appointment: Appointment, *, by: User) -> tuple[Appointment, bool]:
    _enquiry, as_lawyer = lock_from_either_side(appointment.enquiry, by=by)
    held = Appointment.objects.select_related("enquiry", "lawyer").get(pk=appointment.pk)
    return held, as_lawyer


def _cancel(appointment: Appointment, *, by: User, by_lawyer: bool) -> None:
    event = advance(appointment, "cancel", by=by, sequence=appointment.sequence + 1, changed_at=timezone.now())
    tell_of_time("enquiries.time-cancelled", appointment, event, by_lawyer=by_lawyer)


def _times(starts: datetime.datetime, *, now: datetime.datetime) -> dict[str, datetime.datetime]:
    return {"starts": starts, "ends": starts + LENGTH, "held_until": min(now + HELD, starts)}


def _require_free(
    lawyer: Lawyer, starts: datetime.datetime, *, now: datetime.datetime, but: Appointment | None = None
) -> None:
    if starts not in free_slots(lawyer, now=now, but=but):
        raise NotAllowedError(_("This time is not free: choose one of those shown."), code="slot")


def _taken() -> NotAllowedError:
    return NotAllowedError(_("This time has just been taken: choose another."), code="taken")
