"""A side answers: it writes as it goes, and files what it has written, which is frozen then."""

import logging
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from enterprises.errors import ChangedMeanwhileError
from legal.matters.actions.moving import move
from legal.matters.canonical import digest
from legal.matters.kinds import Side
from legal.matters.models import Actor, Matter
from legal.matters.models.frozen import new_token
from legal.serving.actions.guarding import lock_for_participant, note
from legal.serving.courses import course_of
from legal.serving.freezing import content_of, manifest_of
from legal.serving.models import Answer, AnswerDraft, Participant
from legal.serving.telling import tell_of_answer
from portal import sending
from portal.accounts.models import User
from portal.workflow.errors import NotAllowedError

logger = logging.getLogger(__name__)


@transaction.atomic
def save(
    participant: Participant, *, text: str, counterclaim: str = "", language: str, version: int, by: User
) -> AnswerDraft:
    """Write down what a side answers, for nobody else to see yet.

    Raises `NotAllowedError` "role"; "state" where the proceeding takes no answer as it stands; "filed" where this
    party has answered already; `ChangedMeanwhileError` where something was saved since `version`.
    """
    _held, there, draft = lock_to_answer(participant, version=version, language=language, by=by)
    draft.text, draft.language, draft.version = text, language, version + 1
    draft.counterclaim = counterclaim if may_claim(there) else ""
    draft.save()
    return draft


def lock_to_answer(
    participant: Participant, *, version: int | None, language: str = "", by: User
) -> tuple[Matter, Participant, AnswerDraft]:
    """The matter, locked, the seat in it, and the draft of its answer, begun where there is none. Raises as `save`."""
    held, there = lock_for_participant(participant, by=by)
    _require_answering(held, there)
    draft = _draft_of(there, language or held.language)
    if version is not None and draft.version != version:
        raise ChangedMeanwhileError
    return held, there, draft


@transaction.atomic
def file(participant: Participant, *, version: int, by: User) -> Answer:
    """File what a side has written, with the exhibits it has handed in; Event, Entries, notices, and the receipt.

    The move of the table is made where it can be; a second respondent, who answers after the first, moves nothing.
    Raises as `save`; `NotAllowedError` "empty" where nothing is written, "claims" where a counterclaim has reasons
    and claims nothing.
    """
    held, there = lock_for_participant(participant, by=by)
    _require_answering(held, there)
    draft = AnswerDraft.objects.select_related("matter", "party__country").filter(party=there.party).first()
    if draft is None or not draft.text.strip():
        raise NotAllowedError(_("Write the answer before you file it."), code="empty")
    if draft.version != version:
        raise ChangedMeanwhileError
    course = course_of(held.kind)
    claims = course.claims_of(there.party)
    if course.counterclaims and draft.counterclaim.strip() and not claims:
        raise NotAllowedError(_("Write down what you claim in turn, claim by claim."), code="claims")
    if course.answer and course.moves_by(course.answer, held.state):
        move(held, course.answer, by=by, actor=Actor.OTHER)
    answer = _frozen(held, there, draft, claims, by=by)
    draft.delete()
    tell_of_answer(answer)
    logger.info("answer %s filed in matter %s", answer.pk, held.pk)
    return answer


def may_answer(participant: Participant) -> bool:
    """Whether a side may write and file an answer as the matter stands."""
    matter = participant.matter
    answered = Answer.objects.filter(party=participant.party_id).exists()
    asked = not participant.is_of_the_applicant and course_of(matter.kind).may_answer(matter.state)
    return asked and not answered


def may_claim(participant: Participant) -> bool:
    """Whether a side may claim in turn: a respondent, where the proceeding takes counterclaims."""
    return participant.side == Side.RESPONDENT and course_of(participant.matter.kind).counterclaim


def _require_answering(matter: Matter, participant: Participant) -> None:
    if Answer.objects.filter(party=participant.party_id).exists():
        raise NotAllowedError(_("The answer of this party was filed already."), code="filed")
    participant.matter = matter
    if not may_answer(participant):
        raise NotAllowedError(_("No answer can be filed as the matter stands now."), code="state")


def _draft_of(participant: Participant, language: str) -> AnswerDraft:
    draft, _made = AnswerDraft.objects.get_or_create(
        party=participant.party, defaults={"matter": participant.matter, "language": language}
    )
    return draft


def _frozen(
    matter: Matter, participant: Participant, draft: AnswerDraft, claims: list[dict[str, Any]], *, by: User
) -> Answer:
    at = timezone.now()
    position = (matter.answers.aggregate(last=Max("position"))["last"] or 0) + 1
    papers = list(participant.party.papers.filter(answer=None).select_related("file"))
    content = content_of(draft, papers, claims, position=position, at=at)
    manifest = manifest_of(draft, papers, claims, content, position=position, at=at)
    answer = Answer.objects.create(
        matter=matter,
        party=participant.party,
        side=participant.side,
        position=position,
        language=draft.language,
        text=draft.text,
        counterclaim=draft.counterclaim,
        content=content,
        manifest=manifest,
        sha256=digest(manifest),
        token=new_token(),
        at=at,
        by=by,
    )
    participant.party.papers.filter(answer=None).update(answer=answer)
    details = {"answer": position, "party": participant.party.position, "sha256": answer.sha256}
    details |= {"counterclaims": len(claims)} if claims else {}
    note(matter, "file-answer", by=by, actor=Actor.OTHER, details=details)
    transaction.on_commit(partial(sending.send, "legal.serving.tasks.make_receipt", answer.pk), robust=True)
    return answer
