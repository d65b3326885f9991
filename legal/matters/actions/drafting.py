"""A matter is begun, and what is submitted of it is written: what it is about, and who is concerned."""

from collections.abc import Mapping
from typing import Any, Final

from django.db import transaction
from django.db.models import Max, ProtectedError
from django.utils import timezone
from django.utils.translation import gettext as _

from enterprises.actions.guarding import lock_as
from enterprises.models import Enterprise
from enterprises.models.enterprise import new_key
from enterprises.policies import Right
from legal.matters import chain, crossing
from legal.matters.actions.guarding import lock_to_write
from legal.matters.kinds import BY_SLUG, Side
from legal.matters.models import Actor, Matter, Party, PartyKind
from portal.accounts.models import User
from portal.files import actions as files
from portal.workflow.errors import NotAllowedError

MOST_DRAFTS: Final = 50
MOST_PARTIES: Final = 50


@transaction.atomic
def begin(kind: str, *, enterprise: Enterprise, title: str, language: str, by: User) -> Matter:
    """Begin a matter of a kind for an enterprise, whose own party stands in it; Entry.

    `NotAllowedError` "role", or "drafts" where the enterprise has begun too many that were never submitted.
    """
    held, _membership = lock_as(enterprise, Right.EDIT, by=by)
    if held.matters.filter(submitted_at=None, ended_at=None).count() >= MOST_DRAFTS:
        raise NotAllowedError(_("Submit or withdraw matters you have begun before you begin another."), code="drafts")
    matter = Matter.objects.create(
        key=new_key(),
        kind=kind,
        enterprise=held,
        begun_by=by,
        title=title,
        language=language,
        state=BY_SLUG[kind].machine.initial,
    )
    write_own_party(matter)
    chain.append(matter, "begin", by=by, actor=Actor.MEMBER, details={"kind": kind})
    return matter


@transaction.atomic
def save(matter: Matter, *, title: str, language: str, version: int, by: User) -> Matter:
    """Write down what a matter is about; Entry. `NotAllowedError` and `ChangedMeanwhileError` as `lock_to_write`."""
    held = lock_to_write(matter, version=version, by=by)
    held.title, held.language = title, language
    held.save(update_fields=["title", "language"])
    return touch(held, "save", by=by)


@transaction.atomic
def add_party(matter: Matter, *, facts: Mapping[str, Any], by: User) -> Party:
    """Name somebody who is concerned; Entry. `NotAllowedError` "role", "state", "many", or "side"."""
    held = lock_to_write(matter, version=None, by=by)
    if held.parties.count() >= MOST_PARTIES:
        raise NotAllowedError(_("More parties than these cannot be named in one matter."), code="many")
    _require_side(held, facts)
    last = held.parties.aggregate(last=Max("position"))["last"] or 0
    party = Party.objects.create(matter=held, position=last + 1, **facts)
    touch(held, "add-party", by=by, details={"party": party.position})
    return party


@transaction.atomic
def change_party(party: Party, *, facts: Mapping[str, Any], version: int, by: User) -> Party:
    """Change what is said of a party; Entry. As `lock_to_write`; `NotAllowedError` "own" of the enterprise itself.

    "gone" where somebody has taken it out meanwhile; "side" as `add_party`, and for another side than was submitted:
    whoever takes part for it would read what that side alone is shown.
    """
    held, there = _lock_party(party, version=version, by=by)
    _require_side(held, facts)
    if not held.is_draft and facts["side"] != there.side:
        raise NotAllowedError(
            _("The side of a party stays as it was submitted: take the party out and name it anew."), code="side"
        )
    for name, value in facts.items():
        setattr(there, name, value)
    there.save(update_fields=list(facts))
    touch(held, "change-party", by=by, details={"party": there.position})
    return there


@transaction.atomic
def remove_party(party: Party, *, version: int, by: User) -> None:
    """Take a party out with those who speak for it; Entry. `NotAllowedError` as `change_party`.

    "submitted" where papers of theirs were submitted; "held" where something was served on it, or somebody takes part
    for it: that stays as proof.
    """
    held, there = _lock_party(party, version=version, by=by)
    papers = [one.authority for one in there.representatives.select_related("authority") if one.authority]
    if papers and not held.is_draft:
        raise NotAllowedError(_("What was submitted stays: revoke the authority."), code="submitted")
    try:
        there.delete()
    except ProtectedError as held_by:
        raise NotAllowedError(
            _("Something was served on this party, or somebody takes part for it: it stays."), code="held"
        ) from held_by
    for paper in papers:
        files.drop(paper)
    touch(held, "remove-party", by=by, details={"party": party.position})


def write_own_party(matter: Matter) -> Party:
    """Write the enterprise itself among the parties, as its registration has it now."""
    enterprise = matter.enterprise
    number = enterprise.identifiers.first()
    facts = {
        "side": Side.APPLICANT,
        "kind": PartyKind.COMPANY,
        "name": enterprise.register_name or str(enterprise),
        "country": enterprise.country,
        "scheme": number.scheme if number else "",
        "number": number.value if number else "",
        "checked": number.checked if number else "",
        "address": enterprise.address,
        "email": enterprise.email,
        "phone": enterprise.phone,
        "language": matter.language,
    }
    party, _made = Party.objects.update_or_create(
        matter=matter, own=True, defaults=facts, create_defaults=facts | {"position": 1}
    )
    return party


def touch(matter: Matter, what: str, *, by: User, details: Mapping[str, Any] | None = None) -> Matter:
    """Note that what is submitted of a matter was changed, within the transaction that has it locked; Entry.

    Apps above call it for the parts that are theirs. It settles whether somebody outside China is concerned.
    """
    matter.version += 1
    matter.changed_at = timezone.now()
    matter.save(update_fields=["version", "changed_at"])
    crossing.mark(matter)
    chain.append(matter, what, by=by, actor=Actor.MEMBER, details=details)
    return matter


def _lock_party(party: Party, *, version: int, by: User) -> tuple[Matter, Party]:
    held = lock_to_write(party.matter, version=version, by=by)
    there = held.parties.filter(pk=party.pk).first()
    if there is None:
        raise NotAllowedError(_("This party was taken out meanwhile."), code="gone")
    if there.own:
        raise NotAllowedError(_("What is said of your own enterprise stands in its registration."), code="own")
    return held, there


def _require_side(matter: Matter, facts: Mapping[str, Any]) -> None:
    if facts["side"] not in matter.proceeding.sides:
        raise NotAllowedError(_("Nobody stands on this side in such a proceeding."), code="side")
