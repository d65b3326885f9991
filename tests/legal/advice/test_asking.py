"""A member writes what is asked, and submits it."""

import json

import pytest

from enterprises.errors import ChangedMeanwhileError
from enterprises.policies import Role
from legal.advice.actions import asking, following
from legal.advice.models import Question
from legal.advice.routing import directory, is_for_staff
from legal.matters.actions.moving import move
from legal.matters.actions.submitting import submit, supplement
from legal.matters.completeness import missing_in
from legal.matters.errors import IncompleteMatterError
from legal.matters.models import Actor
from portal.workflow.errors import NotAllowedError
from tests.factories import MembershipFactory, ProvisionFactory, TopicFactory
from tests.legal.advice.world import QUESTION, ask, want_review

pytestmark = pytest.mark.django_db


def test_question_is_written_with_the_articles_it_names(empty, china) -> None:
    provision = ProvisionFactory.create(path="article-577")
    law = provision.edition.law
    facts = QUESTION | {"country": china, "topic": TopicFactory.create(slug="sales")}

    asking.ask(empty, facts=facts, articles=[(law, "article-577")], version=1, by=empty.begun_by)

    empty.refresh_from_db()
    assert (empty.version, str(empty.question), missing_in(empty)) == (2, str(empty), [])
    entry = empty.entries.last()
    assert (entry.what, entry.details, str(entry)) == (
        "advice.parts.question",
        {"articles": 1},
        "The question was written",
    )
    assert empty.question.frozen() == {
        "question": "May we set off?",
        "country": "cn",
        "topic": "sales",
        "answer_in": "en",
        "urgency": "none",
        "articles": [{"jurisdiction": law.jurisdiction.code, "law": law.slug, "place": "article-577"}],
    }


def test_question_written_upon_another_version_is_refused(asked, china) -> None:
    facts = QUESTION | {"country": china}

    with pytest.raises(ChangedMeanwhileError):
        asking.ask(asked, facts=facts, articles=[], version=1, by=asked.begun_by)


def test_viewer_writes_no_question(empty, china) -> None:
    viewer = MembershipFactory.create(enterprise=empty.enterprise, role=Role.VIEWER).person

    with pytest.raises(NotAllowedError) as refused:
        asking.ask(empty, facts=QUESTION | {"country": china}, articles=[], version=1, by=viewer)

    assert (refused.value.code, Question.objects.count()) == ("role", 0)


def test_consultation_without_a_question_is_not_complete(empty) -> None:
    assert missing_in(empty) == ["Write your question."]


def test_question_on_the_law_of_another_country_is_for_the_directory(empty, kazakhstan) -> None:
    ask(empty, kazakhstan)

    (sentence,) = missing_in(empty)

    assert "on the law of Kazakhstan ask a lawyer of the directory" in sentence
    assert not is_for_staff(kazakhstan)


def test_directory_is_narrowed_to_who_may_answer(kazakhstan) -> None:
    topic = TopicFactory.create(slug="sales")

    assert directory(kazakhstan, topic=topic, language="zh-hans").endswith("?jurisdiction=kz&topic=sales&language=zh")
    assert directory(kazakhstan, topic=None, language="ru").endswith("?jurisdiction=kz&language=ru")


def test_question_is_frozen_as_it_was_submitted(asked) -> None:
    submission = submit(asked, by=asked.begun_by)

    assert asked.number == ""
    asked.refresh_from_db()
    assert (asked.state, asked.number[:4]) == ("submitted", "CON-")
    assert json.loads(submission.content)["proceeding"]["question"] == "May we set off?"


def test_contract_review_without_anything_is_not_complete() -> None:
    from tests.factories import MatterFactory  # noqa: PLC0415

    matter = MatterFactory.create(kind="contract-review")

    assert missing_in(matter) == [
        "Say who the other side of the contract is, and what to look at.",
        "Produce the contract as an exhibit, and say which exhibit it is.",
    ]


def test_contract_that_is_taken_out_again_is_missing(contract) -> None:
    assert missing_in(contract) == []

    contract.produced.all().delete()

    assert missing_in(contract) == ["Produce the contract as an exhibit, and say which exhibit it is."]
    assert contract.review.__class__.objects.get().frozen()["contract"] is None


def test_contract_of_another_matter_is_refused(contract) -> None:
    from tests.factories import MatterFactory  # noqa: PLC0415

    other = want_review(MatterFactory.create(kind="contract-review"))
    facts = {"contract": other.review.contract, "governing": None, "counterparty": "X", "answer_in": "en"}

    with pytest.raises(NotAllowedError) as refused:
        asking.request_review(contract, facts=facts, version=contract.version, by=contract.begun_by)

    assert refused.value.code == "exhibit"


def test_contract_review_is_frozen_as_it_was_submitted(contract, kazakhstan) -> None:
    import datetime  # noqa: PLC0415

    contract.review.governing, contract.review.wished_by = kazakhstan, datetime.date(2027, 1, 4)
    contract.review.save()

    submission = submit(contract, by=contract.begun_by)

    assert json.loads(submission.content)["proceeding"] == {
        "contract": 1,
        "governing": "kz",
        "counterparty": "ТОО «Ромашка»",
        "points": "Who pays for the delay?",
        "answer_in": "en",
        "wished_by": "2027-01-04",
    }
    assert str(contract.review) == str(contract)


def test_supplement_is_submitted_and_frozen_once_more(taken) -> None:
    move(taken, "ask-supplement", by=None, actor=Actor.OFFICER, reason="Which contract?")

    submission = supplement(taken, by=taken.begun_by)

    taken.refresh_from_db()
    assert (taken.state, submission.position) == ("taken", 2)


def test_supplement_that_lacks_something_is_not_submitted(taken, kazakhstan) -> None:
    move(taken, "ask-supplement", by=None, actor=Actor.OFFICER, reason="Which contract?")
    ask(taken, kazakhstan)

    with pytest.raises(IncompleteMatterError):
        supplement(taken, by=taken.begun_by)


def test_nothing_unanswered_is_closed(taken) -> None:
    with pytest.raises(NotAllowedError) as refused:
        following.close(taken, by=taken.begun_by)

    assert refused.value.code == "state"
