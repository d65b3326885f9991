"""What a respondent claims in turn: written claim by claim beside its answer, and frozen with it."""

from collections.abc import Mapping
from typing import Any, Final

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from legal.arbitration.models import Claim
from legal.serving.actions.answering import lock_to_answer, may_claim
from legal.serving.models import AnswerDraft, Participant
from portal.accounts.models import User
from portal.workflow.errors import NotAllowedError

MOST: Final = 50


@transaction.atomic
def add(seat: Participant, *, facts: Mapping[str, Any], language: str, by: User) -> Claim:
    """Write a counterclaim of one's party; nobody else knows of it until the answer is filed.

    Raises as `lock_to_answer`; `NotAllowedError` "side" for who is no respondent, "many" where there are too many.
    """
    draft = _lock(seat, version=None, language=language, by=by)
    own = Claim.objects.of_party(draft.party)
    if own.count() >= MOST:
        raise NotAllowedError(_("More counterclaims than these cannot be written."), code="many")
    place = (own.aggregate(last=Max("position"))["last"] or 0) + 1
    claim = Claim.objects.create(matter=draft.matter, party=draft.party, side=draft.party.side, position=place, **facts)
    _touch(draft)
    return claim


@transaction.atomic
def change(claim: Claim, *, seat: Participant, facts: Mapping[str, Any], version: int, by: User) -> Claim:
    """Change a counterclaim. Raises as `add`; "gone" where somebody has taken it out meanwhile."""
    draft = _lock(seat, version=version, by=by)
    there = _there(claim, draft)
    for name, value in facts.items():
        setattr(there, name, value)
    there.save(update_fields=list(facts))
    _touch(draft)
    return there


@transaction.atomic
def remove(claim: Claim, *, seat: Participant, version: int, by: User) -> None:
    """Take a counterclaim out. Raises as `change`."""
    draft = _lock(seat, version=version, by=by)
    _there(claim, draft).delete()
    _touch(draft)


def _lock(seat: Participant, *, version: int | None, language: str = "", by: User) -> AnswerDraft:
    """The draft of the answer, with the matter locked: whoever writes something upon it sees what others wrote."""
    _held, there, draft = lock_to_answer(seat, version=version, language=language, by=by)
    if not may_claim(there):
        raise NotAllowedError(_("Counterclaims are those of respondents."), code="side")
    return draft


def _there(claim: Claim, draft: AnswerDraft) -> Claim:
    found = Claim.objects.of_party(draft.party).filter(pk=claim.pk).first()
    if found is None:
        raise NotAllowedError(_("This was taken out meanwhile."), code="gone")
    return found


def _touch(draft: AnswerDraft) -> None:
    draft.version += 1
    draft.save(update_fields=["version", "changed_at"])
