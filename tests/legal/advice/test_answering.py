"""A staff lawyer answers, remarks and delivers; the worker makes the letter, once."""

import io

import pypdf
import pytest
from django.db import transaction

from legal.advice import tasks
from legal.advice.actions import answering, following, letters
from legal.advice.models import Letter
from legal.advice.removing import empty as remove
from legal.matters.actions.expiring import empty as expire
from legal.matters.models import Message
from portal import sending
from portal.files import storage
from portal.files.models import File
from portal.notices.models import Notice
from portal.workflow.errors import NotAllowedError
from tests.at_once import at_once
from tests.legal.advice.world import REMARK, staff

pytestmark = pytest.mark.django_db


def text_of(file: File) -> str:
    with storage.papers().opened(storage.key(file)) as kept:
        return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(kept.read())).pages)


def test_answer_is_a_message_to_the_enterprise_alone_and_a_letter(taken, lawyer) -> None:
    letter = answering.answer(taken, body="You may.", language="en", by=lawyer)

    taken.refresh_from_db()
    message = Message.objects.get()
    assert (taken.state, letter.position, letter.signed_by) == ("answered", 1, lawyer)
    assert (message.body, message.side, message.audience) == ("You may.", "applicant", "side")
    assert Notice.objects.filter(kind="advice.answered", user=taken.begun_by).count() == 1


def test_nobody_but_the_holder_answers(taken, lawyer) -> None:
    with pytest.raises(NotAllowedError) as refused:
        answering.answer(taken, body="You may.", language="en", by=staff("handle_question"))

    assert refused.value.code == "declaration"


def test_further_question_is_answered_by_a_second_letter(taken, lawyer) -> None:
    answering.answer(taken, body="You may.", language="en", by=lawyer)

    following.ask_further(taken, body="And in Russia?", language="en", by=taken.begun_by)
    letter = answering.answer(taken, body="Ask there.", language="en", by=lawyer)
    following.close(taken, by=taken.begun_by)

    taken.refresh_from_db()
    assert (taken.state, letter.position, taken.is_ended) == ("closed", 2, True)
    assert list(taken.messages.values_list("body", flat=True)) == ["You may.", "And in Russia?", "Ask there."]


def test_remarks_are_delivered_with_a_letter_and_the_reviewed_contract(reviewed, reviewer) -> None:
    answering.remark(reviewed, facts=REMARK, by=reviewer)
    content = io.BytesIO(pdf())

    letter = answering.deliver(
        reviewed, body="One clause.", language="ru", by=reviewer, reviewed=content, name="contract.pdf"
    )

    reviewed.refresh_from_db()
    assert (reviewed.state, letter.reviewed.name) == ("delivered", "contract.pdf")
    assert Notice.objects.filter(kind="advice.reviewed").count() == 1


def test_without_a_remark_nothing_is_delivered(reviewed, reviewer) -> None:
    remark = answering.remark(reviewed, facts=REMARK, by=reviewer)
    answering.take_out(reviewed, pk=remark.pk, by=reviewer)
    answering.take_out(reviewed, pk=remark.pk, by=reviewer)

    with pytest.raises(NotAllowedError) as refused:
        answering.deliver(reviewed, body="Nothing.", language="en", by=reviewer)

    assert refused.value.code == "remarks"
    written = [entry.what for entry in reviewed.entries.all() if "remark" in entry.what]
    assert written == ["advice.parts.remark", "advice.parts.take-out-remark"]
    assert str(remark) == "7.2"


def test_delivered_remarks_stay_as_they_are(reviewed, reviewer) -> None:
    answering.remark(reviewed, facts=REMARK, by=reviewer)
    answering.deliver(reviewed, body="One clause.", language="en", by=reviewer)

    with pytest.raises(NotAllowedError) as refused:
        answering.remark(reviewed, facts=REMARK, by=reviewer)

    assert refused.value.code == "state"


def test_more_remarks_than_the_most_are_refused(reviewed, reviewer, monkeypatch) -> None:
    monkeypatch.setattr(answering, "MOST_REMARKS", 1)
    answering.remark(reviewed, facts=REMARK, by=reviewer)

    with pytest.raises(NotAllowedError) as refused:
        answering.remark(reviewed, facts=REMARK, by=reviewer)

    assert refused.value.code == "many"


@pytest.mark.parametrize(
    ("language", "title", "said"),
    [
        ("en", "Answer to a question of law", "It is no legal representation"),
        ("zh-hans", "法律问题答复", "不构成法律代理"),
        ("ru", "Ответ на правовой вопрос", "не является юридическим представительством"),
    ],
)
def test_letter_is_made_once_in_its_language_and_says_what_it_is_not(taken, lawyer, language, title, said) -> None:
    letter = answering.answer(taken, body="You may.", language=language, by=lawyer)

    made, again = letters.make(letter.pk), letters.make(letter.pk)

    assert (made, again, str(made)) == (letter, None, f"{taken.number} 1")
    # A line may end between any two Chinese characters.
    text = "".join(text_of(made.paper).split())
    assert "".join(title.split()) in text
    assert "".join(said.split()) in text
    assert taken.entries.last().what == "advice.parts.letter"


def test_letter_on_a_contract_has_the_remarks(reviewed, reviewer) -> None:
    answering.remark(reviewed, facts=REMARK, by=reviewer)
    letter = answering.deliver(reviewed, body="One clause.", language="en", by=reviewer)

    text = text_of(letters.make(letter.pk).paper)

    assert "7.2 · Do not sign it so" in text
    assert "SCIA decides." in text


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow
def test_letter_somebody_is_at_is_left_to_them(taken, lawyer) -> None:
    letter = answering.answer(taken, body="You may.", language="en", by=lawyer)

    with transaction.atomic():
        Letter.objects.select_for_update(no_key=True).get(pk=letter.pk)
        (outcome,) = at_once(lambda: letters.make(letter.pk))

    assert outcome is None


def test_sweep_finds_what_was_lost_until_the_letter_is_made(taken, lawyer, monkeypatch) -> None:
    told: list[tuple[object, ...]] = []
    monkeypatch.setattr(sending.current_app, "send_task", lambda name, args, **_: told.append((name, *args)))
    pk = answering.answer(taken, body="You may.", language="en", by=lawyer).pk

    tasks.sweep()
    tasks.make_letter(pk)
    tasks.sweep()

    assert told.count(("legal.advice.tasks.make_letter", pk)) == 1


def test_members_read_the_letter_and_strangers_do_not(taken, lawyer) -> None:
    from tests.factories import UserFactory  # noqa: PLC0415

    paper = letters.make(answering.answer(taken, body="You may.", language="en", by=lawyer).pk).paper

    readers = [taken.begun_by, lawyer, UserFactory.create()]

    assert [File.objects.visible_to(one).filter(pk=paper.pk).exists() for one in readers] == [True, True, False]


def test_everything_is_removed_at_the_end_of_the_term(reviewed, reviewer) -> None:
    answering.remark(reviewed, facts=REMARK, by=reviewer)
    content = io.BytesIO(pdf())
    letter = answering.deliver(reviewed, body="One.", language="en", by=reviewer, reviewed=content, name="c.pdf")
    letters.make(letter.pk)

    expire(reviewed)

    assert not Letter.objects.exists()
    assert not reviewed.remarks.exists()
    assert not File.objects.filter(purpose__startswith="advice.").exists()
    remove(reviewed)


def pdf() -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    content = io.BytesIO()
    writer.write(content)
    return content.getvalue()
