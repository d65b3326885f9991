"""A matter is looked through, submitted, followed, and taken back."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from legal.matters.actions import receipts
from legal.matters.models import Matter, MessageReading
from portal.languages import CODES
from tests.factories import (
    MatterFactory,
    MatterMessageFactory,
    MatterPartyFactory,
    MembershipFactory,
    RepresentativeFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]


def what(matter: Matter) -> list[str]:
    return [entry.what for entry in matter.entries.all()]


@pytest.mark.parametrize("language", CODES)
def test_matter_is_submitted_in_each_language(signed_in, at, complete, language):
    RepresentativeFactory.create(matter=complete)
    client = signed_in(complete.begun_by)
    looked = client.get(at("submit", complete, language))

    sent = client.post(at("submit", complete, language))
    shown = client.get(at("matter", complete, language))

    complete.refresh_from_db()
    assert (looked.status_code, sent["Location"]) == (200, at("matter", complete, language))
    assert "授权委托书.pdf" in looked.text
    assert complete.number in shown.text
    assert at("manifest", complete, language, position=1) in shown.text


def test_matter_submitted_twice_leads_to_how_it_stands(signed_in, at, submitted):
    client = signed_in(submitted.begun_by)

    again = client.post(at("submit", submitted))

    assert (again.status_code, again["Location"]) == (302, at("matter", submitted))
    assert submitted.submissions.count() == 1
    assert client.get(at("submit", submitted)).status_code == 404


def test_what_somebody_has_changed_since_it_was_read_is_read_once_more(signed_in, at, complete):
    Matter.objects.filter(pk=complete.pk).update(version=2)
    client, place = signed_in(complete.begun_by), at("submit", complete)

    refused = client.post(place, {"version": 1})

    assert (refused.status_code, "Somebody has changed something meanwhile" in refused.text) == (422, True)
    assert '<input type="hidden" name="version" value="2">' in refused.text


def test_matter_that_lacks_something_says_what_and_is_not_submitted(signed_in, at, draft):
    client = signed_in(draft.begun_by)
    lacking = f'<li><a href="{at("parties", draft)}">Name the other side.</a></li>'

    refused = client.post(at("submit", draft))

    assert refused.status_code == 422
    assert "The matter is not complete yet." in refused.text
    assert lacking in refused.text
    assert lacking in client.get(at("matter", draft)).text
    draft.refresh_from_db()
    assert draft.number == ""


def test_page_of_a_matter_offers_what_its_proceeding_has(signed_in, at, complete):
    shown = signed_in(complete.begun_by).get(at("matter", complete)).text

    assert "A page of its own" in shown
    assert "It is complete. Read everything once more and submit it." in shown
    assert at("withdraw", complete) in shown


def test_reading_a_matter_stands_in_its_history_with_the_page_before_it_is_shown(signed_in, at, draft):
    viewer = MembershipFactory.create(enterprise=draft.enterprise, role="viewer").person

    signed_in(draft.begun_by).get(at("matter", draft))
    signed_in(viewer).get(at("matter", draft))

    assert [(entry.what, entry.by) for entry in draft.entries.all()] == [
        ("matters.read", draft.begun_by),
        ("matters.read", viewer),
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_page_of_a_matter_costs_the_same_queries_however_much_is_on_it(signed_in, at, submitted, count):
    for _ in range(count):
        MatterPartyFactory.create(matter=submitted)
        RepresentativeFactory.create(matter=submitted)
        MatterMessageFactory.create(matter=submitted)
    client = signed_in(submitted.begun_by)
    client.get(at("matter", submitted))

    with CaptureQueriesContext(connection) as queries:
        client.get(at("matter", submitted))

    assert len([query for query in queries if "SAVEPOINT" not in query["sql"]]) == 22


@pytest.mark.parametrize(("asked", "shown"), [("", [20]), ("?messages=1", range(20)), ("?messages=none", range(20))])
def test_messages_are_shown_a_page_at_a_time_the_newest_first(signed_in, at, submitted, asked, shown):
    MatterMessageFactory.create_batch(21, matter=submitted)
    sent = list(submitted.messages.order_by("sent_at", "pk"))
    reader = MembershipFactory.create(enterprise=submitted.enterprise, role="viewer").person

    page = signed_in(reader).get(at("matter", submitted) + asked)

    assert list(page.context["messages_sent"]) == [sent[place] for place in shown]
    assert f'href="{at("matter", submitted)}?messages={2 if asked else 1}#messages"' in page.text
    assert ("1–20 of 21" in page.text, "21–21 of 21" in page.text) == (bool(asked), not asked)
    # What nobody was shown, nobody has read.
    assert MessageReading.objects.filter(by=reader).count() == len(shown)


def test_message_is_written_and_read(signed_in, at, submitted):
    colleague = MembershipFactory.create(enterprise=submitted.enterprise, role="viewer").person
    client = signed_in(submitted.begun_by)
    said = {"body": "We paid in May.", "audience": "side", "language": "en"}

    empty = client.post(at("write", submitted), said | {"body": ""})
    sent = client.post(at("write", submitted), said)
    read = signed_in(colleague).get(at("matter", submitted)).text

    assert (empty.status_code, sent["Location"]) == (422, at("matter", submitted))
    assert "Write the message." in empty.text
    assert "We paid in May." in read
    assert "One’s own side and the institution" in read
    assert MessageReading.objects.get().by == colleague


def test_what_is_for_others_alone_is_not_shown(signed_in, at, submitted):
    MatterMessageFactory.create(matter=submitted, audience="institution", side="", body="For the tribunal alone.")
    MatterMessageFactory.create(matter=submitted, audience="side", side="respondent", body="For the other side.")

    shown = signed_in(submitted.begun_by).get(at("matter", submitted)).text

    assert "For the tribunal alone." not in shown
    assert "For the other side." not in shown


def test_message_about_what_has_ended_is_refused(signed_in, at, draft):
    Matter.objects.update(state="withdrawn", ended_at=timezone.now())
    client = signed_in(draft.begun_by)

    refused = client.post(at("write", draft), {"body": "Late.", "audience": "everyone", "language": "en"})

    assert refused.status_code == 422
    assert "Messages are written while a matter is under way." in refused.text
    assert "The matter has ended." in client.get(at("matter", draft)).text


@pytest.mark.parametrize("language", CODES)
def test_matter_is_withdrawn_in_each_language(signed_in, at, submitted, language):
    client = signed_in(submitted.begun_by)
    assert client.get(at("withdraw", submitted, language)).status_code == 200

    client.post(at("withdraw", submitted, language), {"reason": "Settled."})

    submitted.refresh_from_db()
    assert (submitted.state, submitted.is_ended) == ("withdrawn", True)


def test_draft_is_withdrawn_and_what_has_ended_is_not(signed_in, at, draft):
    client = signed_in(draft.begun_by)
    asked = client.get(at("withdraw", draft)).text

    wrong = client.post(at("withdraw", draft), {"reason": "x" * 1001})
    done = client.post(at("withdraw", draft), {"reason": ""}, follow=True).text
    again = client.post(at("withdraw", draft), {"reason": ""}, follow=True).text
    closed = client.get(at("withdraw", draft))

    assert "It was never submitted." in asked
    assert wrong.status_code == 200
    assert "The matter is withdrawn." in done
    assert "This cannot be done with it as it stands now." in again
    assert closed["Location"] == at("matter", draft)


@pytest.mark.slow
def test_receipt_is_shown_once_it_is_made(signed_in, at, submitted):
    client = signed_in(submitted.begun_by)
    before = client.get(at("matter", submitted)).text

    receipt = receipts.make(submitted.submissions.get().pk)
    after = client.get(at("matter", submitted)).text

    assert "The receipt is being made." in before
    assert receipt.file.name in after
    assert client.get(receipt.file.get_absolute_url()).getvalue().startswith(b"%PDF")
    stranger = MatterFactory.create().begun_by
    assert signed_in(stranger).get(receipt.file.get_absolute_url()).status_code == 404
