"""Somebody else is to become a party once the request was accepted: a side asks, staff decide."""

from collections.abc import Mapping
from typing import Any, Final

from django.db import transaction
from django.db.models import Max
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from legal.arbitration.actions.parts import TABLE, append
from legal.arbitration.kinds import Asked
from legal.arbitration.models import Joinder
from legal.arbitration.states import State
from legal.handling.actions import writing
from legal.matters import chain, crossing
from legal.matters.actions.guarding import lock_for_member, lock_for_officer
from legal.matters.kinds import Side
from legal.matters.models import Actor, Audience, Matter, Party
from portal.accounts.models import User
from portal.workflow.errors import NotAllowedError

# From the acceptance until the file is with the institution, whose rules apply from then on.
JOINING: Final = (State.ACCEPTED, State.FEE, State.PAID, State.NOTIFIED, State.ANSWERED)


@transaction.atomic
def ask(matter: Matter, *, facts: Mapping[str, Any], by: User) -> Joinder:
    """Ask that somebody become a party, for the applicants; Entry. `NotAllowedError` "role", "state", or "many"."""
    held = lock_for_member(matter, by=by)
    if held.state not in JOINING:
        raise NotAllowedError(
            _("A party is joined once the request was accepted, until the file is handed over."), code="state"
        )
    joinder = append(held, Joinder, {**facts, "asked_by_side": Side.APPLICANT, "asked_by": by})
    details = {"position": joinder.position}
    chain.append(held, f"{TABLE}.ask-joinder", by=by, actor=Actor.MEMBER, details=details)
    return joinder


@transaction.atomic
def decide(joinder: Joinder, *, granted: bool, answer: str, by: User) -> Joinder:
    """Decide whether somebody becomes a party; one who does stands among the parties from now on; Entries.

    All sides are told in a message, which goes abroad only where that was agreed to. `NotAllowedError` as
    `lock_for_officer`; "decided" where it was decided already, "state" where the file is with the institution, or the
    matter has ended, "reason" where it is refused without one.
    """
    held = lock_for_officer(joinder.matter, by=by)
    there = Joinder.objects.select_related("country").get(pk=joinder.pk)
    if there.state != Asked.ASKED:
        raise NotAllowedError(_("This was decided already."), code="decided")
    if held.state not in JOINING:
        raise NotAllowedError(
            _("A party is joined once the request was accepted, until the file is handed over."), code="state"
        )
    if not granted and not answer.strip():
        raise NotAllowedError(_("Give the reason."), code="reason")
    there.state, there.answer = Asked.GRANTED if granted else Asked.REFUSED, answer.strip()
    there.decided_by, there.decided_at = by, timezone.now()
    there.save(update_fields=["state", "answer", "decided_by", "decided_at"])
    if granted:
        _name(held, there)
    writing.write(held, body=_told(held, there), audience=Audience.EVERYONE, language=held.language, by=by)
    what = "grant-joinder" if granted else "refuse-joinder"
    chain.append(held, f"{TABLE}.{what}", by=by, actor=Actor.OFFICER, details={"position": there.position})
    return there


def _told(matter: Matter, joinder: Joinder) -> str:
    """What all sides are told of the decision, in the language of the matter."""
    with translation.override(matter.language):
        said = {"party": joinder.name, "country": joinder.country, "side": joinder.get_side_display()}
        if joinder.state == Asked.GRANTED:
            told = _("%(party)s (%(country)s) becomes a party to this matter. Side: %(side)s.") % said
        else:
            told = _("%(party)s (%(country)s) does not become a party to this matter. Side asked for: %(side)s.") % said
    return "\n\n".join(filter(None, (told, joinder.answer)))


def _name(matter: Matter, joinder: Joinder) -> None:
    last = matter.parties.aggregate(last=Max("position"))["last"] or 0
    Party.objects.create(
        matter=matter,
        position=last + 1,
        side=joinder.side,
        kind=joinder.kind,
        name=joinder.name,
        country=joinder.country,
    )
    matter.version += 1
    matter.save(update_fields=["version"])
    crossing.mark(matter)
