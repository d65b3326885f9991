"""What an officer records where more than a reason belongs to a move: materials, extensions, the opinion."""

import datetime
from collections.abc import Mapping
from typing import Final

from django.db import transaction
from django.db.models import Max, Sum
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from legal.appraisal.kinds import OPINION_CLOCK
from legal.appraisal.models import Extension, Handover, Opinion
from legal.appraisal.sources import EXTENSION
from legal.appraisal.states import State
from legal.clocks.actions.entering import lengthen
from legal.exhibits.actions.adding import receive
from legal.exhibits.actions.facts import Facts
from legal.matters import chain
from legal.matters.actions.guarding import lock_for_member, lock_for_officer
from legal.matters.actions.moving import move
from legal.matters.models import Actor, Matter
from legal.matters.telling import tell_members
from legal.rules import finding
from legal.rules.kinds import Unit
from legal.rules.models import Rule
from portal.accounts.models import User
from portal.files.models import File
from portal.workflow.errors import NotAllowedError
from portal.workflow.naming import name_moves

RECORDED: Final = "matters.recorded"
CONFIRM: Final = "appraisal.handover.confirm"
name_moves("appraisal.handover", {"confirm": gettext_lazy("The handing over was confirmed for who gave")})


@transaction.atomic
def take_over(
    matter: Matter,
    *,
    given_by: str,
    taken_by: str,
    institution: str,
    at: datetime.datetime,
    conditions: Mapping[int, str],
    by: User,
) -> Handover:
    """Record that materials changed hands: those whose place in the list has a condition; Event, Entry, notice.

    At first the matter moves on; where more were asked for, the appraisal goes on. Raises `NotAllowedError` as
    `lock_for_officer` and `move`; "materials" where none of the list was handed over.
    """
    held = lock_for_officer(matter, by=by)
    event = move(held, "resume" if held.state == State.MATERIALS else "receive", by=by, actor=Actor.OFFICER)
    tell_members(RECORDED, held, event)
    lines = [
        {"position": one.position, "name": one.name, "kind": one.kind, "quantity": one.quantity}
        | {"condition": conditions[one.position]}
        for one in held.materials.all()
        if conditions.get(one.position)
    ]
    if not lines:
        raise NotAllowedError(
            _("Say of one material at least in which condition it was handed over."), code="materials"
        )
    last = held.handovers.aggregate(last=Max("position"))["last"] or 0
    return Handover.objects.create(
        matter=held,
        position=last + 1,
        given_by=given_by,
        taken_by=taken_by,
        institution=institution,
        at=at,
        lines=lines,
        recorded_by=by,
    )


@transaction.atomic
def confirm(handover: Handover, *, by: User) -> None:
    """Confirm a receipt for who gave, in the name of the enterprise; Entry. Nothing where it is confirmed already.

    `NotAllowedError` "role" for who may not act for the enterprise.
    """
    held = lock_for_member(handover.matter, by=by)
    there = Handover.objects.get(pk=handover.pk)
    if there.confirmed_at is None:
        there.confirmed_by, there.confirmed_at = by, timezone.now()
        there.save(update_fields=["confirmed_by", "confirmed_at"])
        chain.append(held, CONFIRM, by=by, actor=Actor.MEMBER, details={"receipt": there.position})


@transaction.atomic
def extend(matter: Matter, *, days: int, reason: str, by: User) -> Extension:
    """Extend the time by working days, within the rule of the day; told with its reason; Event, Entry, notices.

    The clock of the opinion ends later by as much, where it has a last day.

    Raises `NotAllowedError` as `lock_for_officer` and `move`; "rule" where no rule in force says how long an extension
    may be, "many" where all extensions together would be longer than it says.
    """
    held = lock_for_officer(matter, by=by)
    rule = rule_of_extension()
    if rule is None:
        raise NotAllowedError(
            _("No rule in force says how long an extension may be: as notified by the institution."), code="rule"
        )
    before = held.extensions.aggregate(days=Sum("days"))["days"] or 0
    if before + days > rule.figure:
        raise NotAllowedError(
            _("By %(rule)s all extensions together are %(most)s working days at most."),
            code="many",
            params={"rule": rule.source_title, "most": int(rule.figure)},
        )
    event = move(held, "extend", by=by, actor=Actor.OFFICER, reason=reason, details={"days": days, "rule": rule.slug})
    tell_members(RECORDED, held, event)
    lengthen(held, OPINION_CLOCK, value=days, rule=rule, reason=reason, by=by)
    return Extension.objects.create(matter=held, days=days, rule=rule, recorded_by=by)


def rule_of_extension() -> Rule | None:
    """The rule of extensions in force today, where it is known and of working days."""
    found = finding.rule(EXTENSION, on=timezone.localdate())
    return found if found and found.is_known and found.unit == Unit.WORKING_DAYS else None


@transaction.atomic
def issue(matter: Matter, *, number: str, issued_on: datetime.date, paper: File, facts: Facts, by: User) -> Opinion:
    """Record the opinion: its file, from one's own shelf, is an exhibit of the enterprise; Event, Entry, notice.

    Raises `NotAllowedError` as `lock_for_officer`, `move` and `receive`; `RefusedError` where there is no room.
    """
    held = lock_for_officer(matter, by=by)
    event = move(held, "issue", by=by, actor=Actor.OFFICER)
    tell_members(RECORDED, held, event)
    exhibit = receive(held.enterprise, paper, facts=facts, by=by)
    return Opinion.objects.create(matter=held, number=number, issued_on=issued_on, exhibit=exhibit, recorded_by=by)
