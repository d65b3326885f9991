"""A side hands in exhibits, writes, and files; what it filed is frozen, and moves the matter."""

import json

import pytest
from django.db import ProgrammingError, transaction

from enterprises.errors import ChangedMeanwhileError
from legal.matters.actions.moving import withdraw
from legal.matters.canonical import digest
from legal.serving import tasks
from legal.serving.actions import accepting, answering, certifying, handing_in, inviting
from legal.serving.models import Answer, AnswerDraft, AnswerReceipt, Paper
from portal.files.models import File
from portal.notices.models import Notice
from portal.workflow.errors import NotAllowedError
from tests.factories import RepresentativeFactory, UserFactory

pytestmark = pytest.mark.django_db
FACTS = {"name": "Delivery note", "purpose": "That it came late", "language": "ru", "audience": "everyone"}


def refused(doing):
    with pytest.raises(NotAllowedError) as refusal:
        doing()
    return refusal.value.code


def written(participant, text="Мы не признаем требование.", **more):
    return answering.save(participant, text=text, language="ru", version=0, by=participant.user, **more)


@pytest.fixture
def paper(service, participant, sent):
    file = sent(by=participant.user)
    return handing_in.hand_in(participant, file, facts=FACTS, by=participant.user)


def test_exhibit_of_a_side_is_kept_with_the_matter_and_known_to_its_party_alone(paper, participant, matter, officer):
    assert (paper.number, paper.side, paper.file.owner) == (1, "respondent", paper)
    assert str(paper) == "1. Delivery note"
    readers = [person for person in (participant.user, matter.begun_by, officer) if Paper.objects.visible_to(person)]
    assert readers == [participant.user]


def test_exhibit_that_is_not_filed_is_taken_out_with_its_file(paper, participant, sent):
    second = handing_in.hand_in(participant, sent("B", by=participant.user), facts=FACTS, by=participant.user)

    handing_in.take_out(paper, participant=participant, by=participant.user)

    second.refresh_from_db()
    assert (second.number, File.objects.filter(pk=paper.file_id).exists()) == (1, False)
    assert refused(lambda: handing_in.take_out(paper, participant=participant, by=participant.user)) == "filed"


def test_exhibits_have_a_limit(paper, participant, sent, monkeypatch):
    monkeypatch.setattr(handing_in, "MOST_PAPERS", 1)

    assert (
        refused(
            lambda: handing_in.hand_in(participant, sent("C", by=participant.user), facts=FACTS, by=participant.user)
        )
        == "many"
    )


def test_officer_brings_a_paper_of_the_institution(participant, matter, officer, sent):
    brought = handing_in.bring(matter, sent(by=officer), name="Notice", language="ru", by=officer)

    assert (brought.party, brought.side, brought.audience) == (None, "", "everyone")
    assert list(Paper.objects.visible_to(matter.begun_by)) == [brought]


def test_answer_is_frozen_with_its_exhibits_and_moves_the_matter(paper, participant, matter):
    written(participant, counterclaim="Мы требуем возмещения.")

    answer = answering.file(participant, version=1, by=participant.user)

    matter.refresh_from_db()
    content, manifest = json.loads(answer.content), json.loads(answer.manifest)
    assert matter.state == "answered"
    assert (content["text"], content["counterclaim"]) == ("Мы не признаем требование.", "Мы требуем возмещения.")
    assert [file["sha256"] for file in manifest["files"]] == [paper.sha256]
    assert manifest["submission"]["sha256"] == digest(answer.content)
    assert answer.sha256 == digest(answer.manifest)
    assert (AnswerDraft.objects.count(), list(answer.papers.all())) == (0, [paper])
    assert Notice.objects.filter(kind="serving.answered").exists()
    assert list(Paper.objects.visible_to(matter.begun_by)) == [paper]
    with pytest.raises(ProgrammingError), transaction.atomic():
        Answer.objects.update(text="Another")


def test_answer_is_filed_once_and_not_when_nothing_is_written(service, participant):
    assert refused(lambda: answering.file(participant, version=0, by=participant.user)) == "empty"
    draft = written(participant)
    assert str(draft).endswith(" 1")
    with pytest.raises(ChangedMeanwhileError):
        written(participant, text="From another device")
    with pytest.raises(ChangedMeanwhileError):
        answering.file(participant, version=0, by=participant.user)
    answer = answering.file(participant, version=1, by=participant.user)
    assert str(answer).endswith(" 1")
    assert refused(lambda: written(participant)) == "filed"


def test_no_answer_is_taken_before_the_notification_or_after_the_end(participant, matter):
    assert refused(lambda: written(participant)) == "state"
    withdraw(matter, by=matter.begun_by)
    assert refused(lambda: written(participant)) == "state"


@pytest.fixture
def second(service, participant, matter, officer):
    """Who acts for another respondent, in China, after the first has answered."""
    from legal.serving.actions.accepting import accept  # noqa: PLC0415
    from legal.serving.actions.inviting import invite  # noqa: PLC0415
    from tests.factories import MatterPartyFactory  # noqa: PLC0415

    written(participant)
    answering.file(participant, version=1, by=participant.user)
    other = MatterPartyFactory.create(matter=matter, country=matter.enterprise.country, name="乙公司")
    invitation = invite(other, email="second@party.example", language="en", by=officer)
    return accept(invitation.token, by=UserFactory.create(email="second@party.example"))


def test_other_side_abroad_is_told_of_no_answer_once_the_consent_is_withdrawn(second, participant, matter):
    from legal.serving.actions.consenting import withdraw_consent  # noqa: PLC0415

    withdraw_consent(matter.recipients.get(), by=matter.begun_by)
    written(second)

    answering.file(second, version=1, by=second.user)

    assert not Notice.objects.filter(kind="serving.message", user=participant.user).exists()


def test_second_respondent_answers_after_the_first_and_moves_nothing(second, participant, matter):
    written(second)

    answer = answering.file(second, version=1, by=second.user)

    assert (answer.position, type(matter).objects.get().state) == (2, "answered")
    assert Notice.objects.filter(kind="serving.message", user=participant.user).exists()


def test_counterclaim_is_not_taken_where_the_proceeding_has_none(service, participant, monkeypatch):
    from legal.serving import courses  # noqa: PLC0415

    courses.register(courses.Course(participant.matter.kind, notify="notify", answer="answer"))

    assert written(participant, counterclaim="We want more.").counterclaim == ""
    assert courses.course_of("another") == courses.Course("another")
    assert list(courses.nothing_told({})) == []


def test_receipt_of_an_answer_is_made_once_for_who_filed_it(paper, participant, matter):
    written(participant)
    answer = answering.file(participant, version=1, by=participant.user)

    tasks.make_receipt(answer.pk)

    assert certifying.make_receipt(answer.pk) is None
    receipt = AnswerReceipt.objects.get()
    assert str(receipt) == str(answer.pk)
    answer = Answer.objects.get()
    assert answer.paper == receipt.file
    assert list(File.objects.visible_to(participant.user).filter(pk=receipt.file_id)) == [receipt.file]
    assert not File.objects.visible_to(matter.begun_by).filter(pk=receipt.file_id).exists()
    assert Notice.objects.get(kind="serving.receipt").user == participant.user


def test_sweep_asks_for_receipts_that_were_lost(service, participant, monkeypatch):
    from portal import sending  # noqa: PLC0415

    told = []
    monkeypatch.setattr(sending.current_app, "send_task", lambda name, args, **_: told.append((name, *args)))
    written(participant)
    answer = answering.file(participant, version=1, by=participant.user)

    tasks.sweep()

    assert ("legal.serving.tasks.make_receipt", answer.pk) in told


def test_representative_of_the_applicant_hands_in_no_exhibit_of_its_own(matter, sent):
    one = RepresentativeFactory.create(matter=matter, valid_until="2999-01-01")
    one.refresh_from_db()
    invitation = inviting.invite_representative(
        one, country=matter.enterprise.country, email="c@law.example", language="en", by=matter.begun_by
    )
    seat = accepting.accept(invitation.token, by=UserFactory.create(email="c@law.example"))

    assert refused(lambda: handing_in.hand_in(seat, sent(by=seat.user), facts=FACTS, by=seat.user)) == "applicant"
