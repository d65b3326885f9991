"""What an officer records where more than a reason belongs to a move: refusal, certificate, apostille, collection."""

import datetime
from typing import Final

from django.db import transaction

from legal.exhibits.actions.adding import receive
from legal.exhibits.actions.facts import Facts
from legal.exhibits.actions.keeping import legalize
from legal.matters.actions.guarding import lock_for_officer
from legal.matters.actions.moving import move
from legal.matters.models import Actor, Matter
from legal.matters.telling import tell_members
from legal.notarization.models import Certificate, Refusal
from portal.accounts.models import User
from portal.files.models import File
from portal.workflow import actions as desk

RECORDED: Final = "matters.recorded"


@transaction.atomic
def refuse(matter: Matter, *, ground: str, reason: str, by: User) -> Refusal:
    """Record that the office refuses, on a ground of Article 31; Event, Entry, notice.

    Raises `NotAllowedError` as `lock_for_officer` and `move`.
    """
    held = lock_for_officer(matter, by=by)
    event = move(held, "refuse", by=by, actor=Actor.OFFICER, reason=reason, details={"ground": ground})
    tell_members(RECORDED, held, event)
    desk.clear_desk(held)
    return Refusal.objects.create(matter=held, ground=ground)


@transaction.atomic
def issue(matter: Matter, *, number: str, issued_on: datetime.date, paper: File, facts: Facts, by: User) -> Certificate:
    """Record the certificate: its scan, from one's own shelf, is an exhibit of the enterprise; Event, Entry, notice.

    Raises `NotAllowedError` as `lock_for_officer`, `move` and `receive`; `RefusedError` where there is no room.
    """
    held = lock_for_officer(matter, by=by)
    event = move(held, "issue", by=by, actor=Actor.OFFICER)
    tell_members(RECORDED, held, event)
    exhibit = receive(held.enterprise, paper, facts=facts, by=by)
    return Certificate.objects.create(matter=held, number=number, issued_on=issued_on, exhibit=exhibit, recorded_by=by)


@transaction.atomic
def note_apostille(matter: Matter, *, kind: str, number: str, day: datetime.date, by: User) -> Certificate:
    """Record the apostille or legalization, of the exhibit too; Event, Entry, notice.

    Raises `NotAllowedError` as `lock_for_officer` and `move`; IntegrityError for a day before the certificate.
    """
    held = lock_for_officer(matter, by=by)
    event = move(held, "note-apostille", by=by, actor=Actor.OFFICER)
    tell_members(RECORDED, held, event)
    certificate = _certificate(held)
    certificate.apostille_number, certificate.apostilled_on = number, day
    certificate.save(update_fields=["apostille_number", "apostilled_on"])
    legalize(certificate.exhibit, legalization=kind, number=number, day=day, by=by)
    return certificate


@transaction.atomic
def deliver(matter: Matter, *, collected_by: str, identity: str, collected_on: datetime.date, by: User) -> Certificate:
    """Record to whom the certificate was handed, and which paper they showed, never its number; Event, Entry, notice.

    Raises `NotAllowedError` as `lock_for_officer` and `move`; IntegrityError for a day before the certificate.
    """
    held = lock_for_officer(matter, by=by)
    event = move(held, "deliver", by=by, actor=Actor.OFFICER)
    tell_members(RECORDED, held, event)
    certificate = _certificate(held)
    certificate.collected_by, certificate.identity, certificate.collected_on = collected_by, identity, collected_on
    certificate.save(update_fields=["collected_by", "identity", "collected_on"])
    return certificate


def _certificate(matter: Matter) -> Certificate:
    return Certificate.objects.select_related("exhibit__enterprise").get(matter=matter)
