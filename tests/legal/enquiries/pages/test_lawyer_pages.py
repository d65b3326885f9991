import pytest

from legal.enquiries.actions import knowing, writing
from legal.enquiries.models import KnownName
from legal.enquiries.names import Verdict
from legal.enquiries.states import State
from portal.languages import CODES
from portal.privacy.actions import withdraw
from portal.privacy.models import Consent
from tests.factories import AskableLawyerFactory, KnownNameFactory, UserFactory
from tests.legal.enquiries.world import a_draft, a_lawyer, bring

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]

FACTS = "A buyer does not pay for walnuts."


@pytest.mark.parametrize("language", CODES)
def test_lawyer_sees_names_and_no_facts_until_there_is_no_conflict(signed_in, at, draft, language):
    bring(draft, "named")
    client = signed_in(draft.lawyer.user)

    page = client.get(at("enquiry", draft.key, language=language))
    assert "Ромашка" in page.text
    assert draft.enterprise.register_name in page.text
    assert FACTS not in page.text
    client.post(at("move", draft.key, language=language), {"move": "clear"})

    assert FACTS in client.get(at("enquiry", draft.key, language=language)).text


def test_draft_and_request_without_consent_are_not_there_for_the_lawyer(signed_in, at, draft):
    client = signed_in(draft.lawyer.user)
    assert client.get(at("enquiry", draft.key)).status_code == 404

    bring(draft, "checked")

    assert client.get(at("enquiry", draft.key)).status_code == 404
    assert draft.key not in client.get(at("inbox")).text


def test_name_that_resembles_a_known_one_is_to_be_looked_at_closely(signed_in, at, draft):
    KnownNameFactory.create(lawyer=draft.lawyer, name="Ромашка Логистик")
    bring(draft, "named")

    page = signed_in(draft.lawyer.user).get(at("enquiry", draft.key))

    assert draft.verdict == Verdict.POSSIBLE
    assert "look closely" in page.text
    assert "Логистик" not in page.text
    assert "look closely" not in signed_in(draft.asked_by).get(at("enquiry", draft.key)).text


@pytest.mark.parametrize(("move", "state"), [("conflict", State.REFUSED), ("decline", State.REFUSED)])
def test_lawyer_refuses_and_the_enterprise_reads_the_same_either_way(signed_in, at, draft, move, state):
    bring(draft, "named")

    mine = signed_in(draft.lawyer.user).post(at("move", draft.key), {"move": move}, follow=True)

    theirs = signed_in(draft.asked_by).get(at("enquiry", draft.key))
    draft.refresh_from_db()
    assert draft.state == state
    assert "The enterprise was told so, without a reason." in mine.text
    assert "No reasons are given" in theirs.text


def test_withdrawn_consent_closes_page_and_list(signed_in, at, draft):
    bring(draft, "accepted")
    writing.write(draft, body="Our contract.", by=draft.asked_by)
    withdraw(Consent.objects.get(user=draft.asked_by, purpose="sharing"), by=draft.asked_by)
    client = signed_in(draft.lawyer.user)

    page, inbox = client.get(at("enquiry", draft.key)), client.get(at("inbox"))

    for shown in (page, inbox):
        assert not any(word in shown.text for word in (FACTS, "Ромашка", draft.enterprise.name_en, "Our contract."))
    assert "agrees no longer that you are shown" in page.text
    assert client.get(at("times", draft.key)).status_code == 404
    assert client.post(at("write", draft.key), {"body": "?"}).status_code == 422


def test_messages_are_written_and_read(signed_in, at, draft):
    bring(draft, "opened")
    lawyer, member = signed_in(draft.lawyer.user), signed_in(draft.asked_by)
    assert lawyer.post(at("write", draft.key), {"body": ""}).status_code == 422

    lawyer.post(at("write", draft.key), {"body": "Which law?"})

    page = member.get(at("enquiry", draft.key))
    assert "Which law?" in page.text
    assert "Not read yet" in page.text
    member.post(at("read", draft.key))
    assert "Mark all as read" not in member.get(at("enquiry", draft.key)).text
    assert "Not read yet" not in lawyer.get(at("enquiry", draft.key)).text


@pytest.mark.parametrize("language", CODES)
def test_inbox_is_for_lawyers_in_each_language(signed_in, at, draft, language):
    bring(draft, "opened")
    writing.write(draft, body="More.", by=draft.asked_by)

    page = signed_in(draft.lawyer.user).get(at("inbox", language=language))

    assert draft.key in page.text
    assert signed_in(draft.asked_by).get(at("inbox", language=language)).status_code == 404
    assert page.context["page"].object_list[0].unread == 1


def test_inbox_asks_the_database_the_same_however_long_it_is(signed_in, at, texts, django_assert_num_queries):
    lawyer = a_lawyer()
    bring(a_draft(lawyer=lawyer), "named")
    client = signed_in(lawyer.user)
    client.get(at("inbox"))
    with django_assert_num_queries(LISTED):
        client.get(at("inbox"))
    for name in ("Василёк", "Сирень"):
        bring(a_draft(lawyer=lawyer, adverse=name), "named")

    with django_assert_num_queries(LISTED):
        client.get(at("inbox"))


LISTED = 7


def test_page_asks_the_database_the_same_however_much_was_said(signed_in, at, draft, django_assert_max_num_queries):
    bring(draft, "accepted")
    client = signed_in(draft.asked_by)
    for number in range(3):
        writing.write(draft, body=str(number), by=draft.lawyer.user)
    client.get(at("enquiry", draft.key))

    with django_assert_max_num_queries(19):
        client.get(at("enquiry", draft.key))


@pytest.mark.parametrize("language", CODES)
def test_lawyer_keeps_names_for_the_check(signed_in, at, language):
    lawyer = AskableLawyerFactory.create()
    client = signed_in(lawyer.user)

    client.post(at("names", language=language), {"side": "client", "name": "ТОО «Ромашка»"})

    known = KnownName.objects.get()
    assert "Ромашка" in client.get(at("names", language=language)).text
    client.post(at("forget", language=language), {"known": known.pk})
    assert not KnownName.objects.exists()


def test_names_of_another_lawyer_are_not_there(signed_in, at):
    known = KnownNameFactory.create()
    client = signed_in(AskableLawyerFactory.create().user)

    assert "Ромашка" not in client.get(at("names")).text
    assert client.post(at("forget"), {"known": known.pk}).status_code == 404
    assert signed_in(UserFactory.create()).get(at("names")).status_code == 404


def test_list_that_is_full_takes_no_more_names(signed_in, at, monkeypatch):
    monkeypatch.setattr(knowing, "MOST_NAMES", 1)
    known = KnownNameFactory.create()

    page = signed_in(known.lawyer.user).post(at("names"), {"side": "client", "name": "Romashka"})

    assert (page.status_code, "More names than these" in page.text) == (422, True)
