"""The pages of members, in each language: the question, the contract, what follows, and what the matter shows of it."""

import datetime

import pytest
from django.urls import reverse

from legal.advice.actions import answering, letters
from legal.matters.actions.moving import move
from legal.matters.models import Actor
from portal.languages import CODES
from tests.factories import ProducedFactory, ProvisionFactory, TopicFactory
from tests.legal.advice.world import REMARK, ask

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]
TYPED = {"text": "May we set off?", "country": "cn", "topic": "", "articles": "", "answer_in": "ru", "urgency": "days"}
WANTED = {"contract": "", "governing": "", "counterparty": "ТОО «Ромашка»", "points": "", "answer_in": "ru"}


@pytest.mark.parametrize("language", CODES)
def test_question_is_written_in_each_language(signed_in, at, empty, china, language) -> None:
    client = signed_in(empty.begun_by)

    page = client.get(at("question", empty, language))
    saved = client.post(at("question", empty, language), TYPED | {"version": 1})
    shown = client.get(at("matters:matter", empty, language))

    assert (page.status_code, saved["Location"]) == (200, at("matters:matter", empty, language))
    assert "May we set off?" in shown.text
    assert at("question", empty, language) in shown.text


def test_question_names_articles_by_their_addresses(signed_in, at, empty, china) -> None:
    provision = ProvisionFactory.create(path="article-577")
    law, topic = provision.edition.law, TopicFactory.create(slug="sales")
    article = reverse("laws:article", args=[law.jurisdiction.code, law.slug, "article-577"])
    client = signed_in(empty.begun_by)

    client.post(at("question", empty), TYPED | {"version": 1, "articles": article, "topic": "sales"})
    again = client.get(at("question", empty))
    shown = client.get(at("matters:matter", empty))

    assert empty.articles.get().law == law
    assert article in again.text
    assert f'<a href="{article}">' in shown.text
    assert str(topic) in shown.text


def test_line_that_is_no_address_loses_nothing(signed_in, at, empty, china) -> None:
    refused = signed_in(empty.begun_by).post(at("question", empty), TYPED | {"version": 1, "articles": "Article 1"})

    assert refused.status_code == 422
    assert "is no address of a law or an article in this portal" in refused.text
    assert "May we set off?" in refused.text


def test_two_who_write_at_once_see_each_others_question(signed_in, at, asked) -> None:
    client = signed_in(asked.begun_by)

    refused = client.post(at("question", asked), TYPED | {"text": "And another?", "version": 1})

    assert refused.status_code == 422
    assert "Somebody has saved other answers" in refused.text
    assert "And another?" in refused.text


def test_question_for_another_country_is_led_to_the_directory(signed_in, at, empty, kazakhstan) -> None:
    ask(empty, kazakhstan, answer_in="ru")

    page = signed_in(empty.begun_by).get(at("question", empty))

    assert "/en/lawyers/?jurisdiction=kz&amp;language=ru" in page.text


@pytest.mark.parametrize("language", CODES)
def test_contract_is_chosen_among_the_exhibits(signed_in, at, contract, language) -> None:
    produced = ProducedFactory.create(matter=contract)
    client = signed_in(contract.begun_by)
    tomorrow = datetime.date.today() + datetime.timedelta(days=1)  # noqa: DTZ011
    typed = WANTED | {"contract": produced.pk, "wished_by": tomorrow.isoformat(), "version": contract.version}

    page = client.get(at("review", contract, language))
    saved = client.post(at("review", contract, language), typed)
    shown = client.get(at("matters:matter", contract, language))

    contract.review.refresh_from_db()
    assert (page.status_code, saved.status_code, shown.status_code) == (200, 302, 200)
    assert (contract.review.contract, contract.review.wished_by) == (produced, tomorrow)


def test_review_begins_in_the_readers_language(signed_in, at) -> None:
    from tests.factories import MatterFactory  # noqa: PLC0415

    matter = MatterFactory.create(kind="contract-review")
    client = signed_in(matter.begun_by)

    page = client.get(at("review", matter, "ru"))
    saved = client.post(at("review", matter), WANTED | {"version": 1, "governing": ""})
    shown = client.get(at("matters:matter", matter))

    assert '<option value="ru" selected>' in page.text
    assert (saved.status_code, shown.status_code) == (302, 200)


def test_day_that_has_passed_is_no_wish(signed_in, at, contract, kazakhstan) -> None:
    contract.review.governing = kazakhstan
    contract.review.save()
    client = signed_in(contract.begun_by)

    typed = WANTED | {"wished_by": "2020-01-01", "version": contract.version}
    page, refused = client.get(at("review", contract)), client.post(at("review", contract), typed)

    assert '<option value="kz" selected>' in page.text
    assert (refused.status_code, "This day has passed." in refused.text) == (422, True)


def test_page_of_the_other_kind_is_not_there(signed_in, at, asked, contract) -> None:
    assert signed_in(asked.begun_by).get(at("review", asked)).status_code == 404
    assert signed_in(contract.begun_by).get(at("question", contract)).status_code == 404


@pytest.mark.parametrize("language", CODES)
def test_answer_is_read_asked_further_and_closed(signed_in, at, taken, lawyer, language) -> None:
    letter = answering.answer(taken, body="You may.", language="en", by=lawyer)
    client = signed_in(taken.begun_by)

    waiting = client.get(at("matters:matter", taken, language))
    letters.make(letter.pk)
    page = client.get(at("further", taken, language))
    empty = client.post(at("further", taken, language), {"body": "", "language": "en"})
    sent = client.post(at("further", taken, language), {"body": "And in Russia?", "language": "en"})
    again = client.get(at("further", taken, language))
    answering.answer(taken, body="Ask there.", language="en", by=lawyer)
    closed = client.post(at("close", taken, language))
    shown = client.get(at("matters:matter", taken, language))

    assert [one.status_code for one in (waiting, page, empty, sent, again, closed)] == [200, 200, 422, 302, 302, 302]
    taken.refresh_from_db()
    assert taken.state == "closed"
    letter.refresh_from_db()
    assert f"/files/{letter.paper_id}" in shown.text


def test_viewer_asks_nothing_further(signed_in, at, taken, lawyer) -> None:
    answering.answer(taken, body="You may.", language="en", by=lawyer)
    taken.enterprise.memberships.update(role="viewer")

    refused = signed_in(taken.begun_by).post(at("further", taken), {"body": "And?", "language": "en"})

    assert refused.status_code == 403


def test_what_is_asked_for_stands_on_the_page_which_leads_to_the_supplement(signed_in, at, taken) -> None:
    move(taken, "ask-supplement", by=None, actor=Actor.OFFICER, reason="Which contract?")
    client, submit = signed_in(taken.begun_by), at("matters:submit", taken)

    shown = client.get(at("matters:matter", taken)).text
    sent = client.post(submit, {"version": taken.version})

    taken.refresh_from_db()
    assert ["What is asked for: Which contract?" in shown, f'href="{submit}"' in shown] == [True, True]
    assert (sent.status_code, taken.state) == (302, "taken")


@pytest.mark.parametrize("language", CODES)
def test_remarks_are_shown_once_they_are_delivered(signed_in, at, reviewed, reviewer, language) -> None:
    import io  # noqa: PLC0415

    from tests.legal.advice.test_answering import pdf  # noqa: PLC0415

    answering.remark(reviewed, facts=REMARK, by=reviewer)
    client = signed_in(reviewed.begun_by)

    before = client.get(at("matters:matter", reviewed, language))
    answering.deliver(
        reviewed, body="One.", language="en", by=reviewer, reviewed=io.BytesIO(pdf()), name="contract.pdf"
    )
    after = client.get(at("matters:matter", reviewed, language))

    assert "It names no court." not in before.text
    assert "It names no court." in after.text
    assert str(reviewed.letters.get().reviewed_id) in after.text
