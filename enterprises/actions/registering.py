"""What those who act for an enterprise do with its registration: begin, write down, submit, discard."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from enterprises.actions.guarding import lock_as
from enterprises.actions.inviting import send_prepared
from enterprises.actions.papers import remove_all
from enterprises.actions.reopening import reopen
from enterprises.completeness import missing_in
from enterprises.errors import ChangedMeanwhileError, IncompleteError
from enterprises.models import Enterprise, Identifier, Membership
from enterprises.models.enterprise import new_key
from enterprises.numbers import Number
from enterprises.policies import Right, Role
from enterprises.states import PEOPLE, State
from enterprises.steps import NUMBER, VERIFIED_FACTS
from enterprises.telling import tell_members, tell_registrars
from portal.accounts.models import User
from portal.reference.models import Jurisdiction
from portal.workflow.actions import advance, record
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Event


@dataclass(frozen=True, slots=True)
class Answers:
    """What was typed on one page: right facts, numbers where the page asks for them, and what is not right yet."""

    fields: tuple[str, ...]
    facts: Mapping[str, Any]
    numbers: Mapping[str, Number | None] = field(default_factory=dict)
    unfinished: Mapping[str, str] = field(default_factory=dict)


@transaction.atomic
def begin(country: Jurisdiction, *, by: User) -> Enterprise:
    """Begin the registration of an enterprise, of which whoever begins is the owner; Event.

    `NotAllowedError` "drafts" where the same person has begun too many that were never submitted.
    """
    # One beginning of a person after the other: two at once would both find room for one more.
    User.objects.select_for_update().get(pk=by.pk)
    drafts = Enterprise.objects.visible_to(by).filter(state=State.DRAFT).count()
    if drafts >= settings.ENTERPRISE_DRAFTS:
        raise NotAllowedError(
            _("Finish or discard the registrations you have begun before you begin another."), code="drafts"
        )
    enterprise = Enterprise.objects.create(key=new_key(), country=country)
    Membership.objects.create(enterprise=enterprise, person=by, role=Role.OWNER)
    record(enterprise, PEOPLE, "begin", by=by)
    return enterprise


@transaction.atomic
def save(enterprise: Enterprise, answers: Answers, *, version: int, by: User) -> Enterprise:
    """Write down the answers of a page; the enterprise as it stands then.

    A change of what was verified sends a verified enterprise back into the queue: Event, notices to owners,
    representatives and registrars. Raises `NotAllowedError` "role", or "state" where nothing may be changed now;
    `ChangedMeanwhileError` where something was saved since `version`, and then nothing is written.
    """
    held, _membership = lock_as(enterprise, Right.EDIT, by=by)
    if not held.is_editable:
        raise NotAllowedError(_("Nothing can be changed as it stands now."), code="state")
    if held.version != version:
        raise ChangedMeanwhileError
    before = _verified_facts(held)
    _write(held, answers)
    after = _verified_facts(held)
    if held.state == State.VERIFIED and after != before:
        _reopen(held, before, after, by=by)
    return held


@transaction.atomic
def submit(enterprise: Enterprise, *, by: User) -> Event:
    """Hand a registration to staff; Event, notices, and the prepared invitations go out.

    Raises `NotAllowedError` "role" or "state"; `IncompleteError` where something is missing.
    """
    held, membership = lock_as(enterprise, Right.EDIT, by=by)
    if held.is_open and (missing := missing_in(held)):
        raise IncompleteError(missing)
    now = timezone.now()
    event = advance(held, "submit", by=by, submitted_at=now, version=held.version + 1)
    held.remarks.unanswered().update(answered_at=now)
    send_prepared(held, by=by, role=membership.role)
    tell_members("enterprises.submitted", held, event)
    tell_registrars(held, event)
    return event


@transaction.atomic
def discard(enterprise: Enterprise, *, by: User) -> None:
    """Throw a draft away with its papers, members and invitations. `NotAllowedError` "role" or "state"."""
    held, _membership = lock_as(enterprise, Right.MANAGE, by=by)
    if held.state != State.DRAFT:
        raise NotAllowedError(_("Only a draft that was never submitted can be discarded."), code="state")
    remove_all(held)
    held.delete()


def _write(enterprise: Enterprise, answers: Answers) -> None:
    for name, value in answers.facts.items():
        setattr(enterprise, name, value)
    kept = {name: typed for name, typed in enterprise.unfinished.items() if name not in answers.fields}
    enterprise.unfinished = kept | dict(answers.unfinished)
    enterprise.version += 1
    enterprise.changed_at = timezone.now()
    keys = enterprise.key_names()
    enterprise.save(update_fields=[*answers.facts, *keys, "unfinished", "version", "changed_at"])
    for scheme, number in answers.numbers.items():
        _write_number(enterprise, scheme, number)


def _write_number(enterprise: Enterprise, scheme: str, number: Number | None) -> None:
    """A number that is the same stays as it was verified; another one has yet to be."""
    there = enterprise.identifiers.filter(scheme=scheme).first()
    if there and (number is None or number.value != there.value):
        there.delete()
    if number and not (there and there.value == number.value):
        Identifier.objects.create(
            enterprise=enterprise,
            scheme=scheme,
            typed=number.typed,
            value=number.value,
            checked=number.checked,
        )


def _verified_facts(enterprise: Enterprise) -> dict[str, str]:
    facts = {name: getattr(enterprise, name) or "" for name in VERIFIED_FACTS}
    return facts | {f"{NUMBER}{one.scheme}": one.value for one in enterprise.identifiers.all()}


def _reopen(enterprise: Enterprise, before: dict[str, str], after: dict[str, str], *, by: User) -> None:
    names = [name for name in {**before, **after} if before.get(name, "") != after.get(name, "")]
    details = {
        "before": {name: before.get(name, "") for name in names},
        "after": {name: after.get(name, "") for name in names},
    }
    reopen(enterprise, details, by=by)
