"""What was served is opened by who takes part: the first time counts, and in which language it was."""

from django.db import transaction
from django.utils import timezone

from legal.serving.actions.arriving import arrive
from legal.serving.actions.guarding import actor_of, lock_for_participant, note
from legal.serving.models import Arrival, Participant, Service
from portal.accounts.models import User


@transaction.atomic
def open_service(service: Service, *, participant: Participant, language: str, by: User) -> Service:
    """Note that somebody opened what was served on their party; Entry, once as `open` and then each time as `read`.

    `NotAllowedError` "role" where they take part no longer.
    """
    held, there = lock_for_participant(participant, by=by)
    fresh: Service = there.party.services.select_related("matter", "party").get(pk=service.pk)
    if fresh.opened_at is not None:
        note(held, "read", by=by, actor=actor_of(there), details={"service": fresh.position})
        return fresh
    moment = timezone.now()
    if fresh.arrived_at is None:
        arrive(fresh, Arrival.PORTAL, at=moment)
    fresh.opened_at, fresh.opened_in, fresh.opened_by = moment, language, there
    fresh.save(update_fields=["opened_at", "opened_in", "opened_by"])
    details = {"service": fresh.position, "language": language}
    note(held, "open", by=by, actor=actor_of(there), details=details)
    return fresh


@transaction.atomic
def note_reading(participant: Participant, *, by: User) -> None:
    """Note that somebody who takes part has read the matter; Entry. `NotAllowedError` "role"."""
    held, there = lock_for_participant(participant, by=by)
    note(held, "read", by=by, actor=actor_of(there))
