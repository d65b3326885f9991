"""Papers of a side, and of the institution: handed in, and taken out again while they are not filed."""

from typing import Any, Final

from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from legal.matters.kinds import Side
from legal.matters.models import Actor, Audience, Matter, Party
from legal.serving.actions.guarding import lock_for_officer, lock_for_participant, note, require_open
from legal.serving.models import Paper, Participant
from portal.accounts.models import User
from portal.files import actions as files
from portal.files.models import File
from portal.workflow.errors import NotAllowedError

MOST_PAPERS: Final = 200


@transaction.atomic
def hand_in(participant: Participant, file: File, *, facts: dict[str, Any], by: User) -> Paper:
    """Let a file on one's own shelf be an exhibit of one's side, with the next number, for an audience; Entry.

    Until it is filed with an answer nobody else knows of it. Raises `NotAllowedError` "role", "state"; "applicant"
    for a representative of the applicant, whose exhibits stand in the list of the enterprise; "many"; and what
    `portal.files.actions.hand_in` does where the file is not one's own.
    """
    held, there = lock_for_participant(participant, by=by)
    require_open(held)
    if there.is_of_the_applicant:
        raise NotAllowedError(
            _("Exhibits of the applicant stand in the list of the enterprise: it produces them."), code="applicant"
        )
    paper = _kept(held, there.party, there.side, file, facts=facts, by=by)
    note(held, "hand-in", by=by, actor=Actor.OTHER, details={"side": str(there.side), "number": paper.number})
    return paper


@transaction.atomic
def take_out(paper: Paper, *, participant: Participant, by: User) -> None:
    """Take out what was not filed yet, with its file; those after it move up; Entry.

    `NotAllowedError` "role", or "filed".
    """
    held, there = lock_for_participant(participant, by=by)
    found = there.party.papers.filter(pk=paper.pk, answer=None).select_related("file").first()
    if found is None:
        raise NotAllowedError(_("What was filed stays."), code="filed")
    number, file = found.number, found.file
    found.delete()
    files.drop(file)
    held.papers.filter(party=there.party, answer=None, number__gt=number).update(number=F("number") - 1)
    note(held, "take-out", by=by, actor=Actor.OTHER, details={"side": str(there.side), "number": number})


@transaction.atomic
def bring(matter: Matter, file: File, *, name: str, language: str, by: User) -> Paper:
    """Let a file on an officer's shelf be a paper of the institution, to be served; Entry.

    `NotAllowedError` "role", "state", "many".
    """
    held = lock_for_officer(matter, by=by)
    facts = {"name": name, "language": language, "audience": Audience.EVERYONE}
    paper = _kept(held, None, "", file, facts=facts, by=by)
    note(held, "hand-in", by=by, actor=Actor.OFFICER, details={"number": paper.number})
    return paper


def _kept(
    matter: Matter, party: Party | None, side: Side | str, file: File, *, facts: dict[str, Any], by: User
) -> Paper:
    there = matter.papers.filter(party=party)
    if there.count() >= MOST_PAPERS:
        raise NotAllowedError(_("More papers than these cannot be handed in for one matter."), code="many")
    last = there.aggregate(last=Max("number"))["last"] or 0
    paper = Paper.objects.create(
        matter=matter,
        party=party,
        side=side,
        number=last + 1,
        file=file,
        sha256=file.sha256,
        produced_by=by,
        **facts,
    )
    paper.file = files.hand_in(file, owner=paper, by=by)
    return paper
