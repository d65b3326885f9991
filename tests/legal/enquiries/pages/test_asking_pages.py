import html

import pytest
from django.db import connection

from enterprises.policies import Role
from enterprises.states import State as Registration
from legal.enquiries.actions import asking, sending
from legal.enquiries.models import Enquiry, Side
from legal.enquiries.states import State
from portal.languages import CODES
from portal.privacy.actions import withdraw
from portal.privacy.models import Consent
from tests.factories import (
    AskableLawyerFactory,
    EnterpriseFactory,
    JurisdictionFactory,
    KnownNameFactory,
    LawyerFactory,
    MembershipFactory,
    PartyFactory,
    UserFactory,
)
from tests.legal.enquiries.world import a_draft, agree, bring

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]


@pytest.fixture
def owner():
    return UserFactory.create()


@pytest.fixture
def enterprise(owner):
    return EnterpriseFactory.create(owner=owner, state=Registration.VERIFIED)


@pytest.mark.parametrize("language", CODES)
def test_request_is_written_in_each_language(signed_in, at, enterprise, owner, language):
    lawyer = AskableLawyerFactory.create()
    client = signed_in(owner)
    assert client.get(at("begin", lawyer.slug, language=language)).status_code == 200

    begun = client.post(
        at("begin", lawyer.slug, language=language),
        {"enterprise": enterprise.key, "law": "cn", "language": language, "facts": "Walnuts."},
    )
    enquiry = Enquiry.objects.get()
    named = client.post(at("parties", enquiry.key, language=language), {"side": "adverse", "name": "ТОО «Ромашка»"})
    checked = client.post(at("move", enquiry.key, language=language), {"move": "pass-check"}, follow=True)

    assert begun["Location"] == at("parties", enquiry.key, language=language)
    assert named["Location"] == at("parties", enquiry.key, language=language)
    enquiry.refresh_from_db()
    assert (enquiry.state, enquiry.language) == (State.CHECKED, language)
    assert enquiry.recipient in checked.text


@pytest.mark.parametrize(
    ("language", "words"), [("zh-hans", "请求内容"), ("en", "What it is about"), ("ru", "О чем запрос")]
)
def test_page_of_the_facts_speaks_of_a_request(signed_in, at, draft, language, words):
    shown = signed_in(draft.asked_by).get(at("facts", draft.key, language=language)).text

    assert f"<h1>{words}</h1>" in shown


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"facts": ""}, "facts"),
        ({"law": "kz"}, "law"),
        ({"enterprise": "2" * 12}, "enterprise"),
        ({"language": "kk"}, "language"),
        ({"facts": "x" * 3001}, "facts"),
    ],
)
def test_request_that_is_wrong_is_shown_again_with_what_was_typed(signed_in, at, enterprise, owner, typed, field):
    lawyer = AskableLawyerFactory.create()
    whole = {"enterprise": enterprise.key, "law": "cn", "language": "en", "facts": "Walnuts."}

    answer = signed_in(owner).post(at("begin", lawyer.slug), whole | typed)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not Enquiry.objects.exists()


def test_second_request_to_a_lawyer_is_refused_in_a_sentence(signed_in, at, draft):
    values = {
        "enterprise": draft.enterprise.key,
        "law": draft.jurisdiction.code,
        "language": "en",
        "facts": "Again.",
    }

    answer = signed_in(draft.asked_by).post(at("begin", draft.lawyer.slug), values)

    assert answer.status_code == 422
    assert "is under way already" in answer.text


@pytest.mark.parametrize(
    ("lawyer", "role", "said"),
    [
        ({"takes_new_matters": False}, Role.OWNER, "takes no requests through the portal"),
        ({}, Role.VIEWER, "by their owners and representatives"),
    ],
)
def test_page_says_why_nothing_can_be_asked(signed_in, at, enterprise, lawyer, role, said):
    person = MembershipFactory.create(enterprise=enterprise, role=role).person

    page = signed_in(person).get(at("begin", AskableLawyerFactory.create(**lawyer).slug))

    assert said in page.text


def test_lawyer_who_is_not_published_has_no_such_page(signed_in, at, owner):
    assert signed_in(owner).get(at("begin", LawyerFactory.create(state="hidden").slug)).status_code == 404


def test_draft_is_changed_and_thrown_away(signed_in, at, draft):
    client = signed_in(draft.asked_by)
    assert "walnuts" in client.get(at("facts", draft.key)).text
    assert client.post(at("facts", draft.key), {"facts": ""}).status_code == 422

    assert client.post(at("facts", draft.key), {"facts": "Cotton."})["Location"] == at("enquiry", draft.key)

    draft.refresh_from_db()
    assert draft.facts == "Cotton."
    assert "Throw the draft away" in client.get(at("enquiry", draft.key)).text
    assert client.post(at("discard", draft.key))["Location"] == at("list")
    assert not Enquiry.objects.exists()


def test_facts_written_while_somebody_sent_the_request_are_kept_on_the_page(signed_in, at, draft, monkeypatch):
    bring(draft, "checked")
    # As it was when the page was asked for.
    monkeypatch.setattr("legal.enquiries.views.writing.draft", lambda request, key: draft)

    page = signed_in(draft.asked_by).post(at("facts", draft.key), {"facts": "Cotton."})

    assert (page.status_code, "Cotton." in page.text, "was sent already" in page.text) == (422, True, True)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "«»"}, "name"),
        ({"name": "a\u202eb"}, "name"),
        ({"number": "100140000003"}, "country"),
        ({"side": "client"}, "side"),
    ],
)
def test_party_that_is_wrong_is_not_named(signed_in, at, draft, typed, field):
    answer = signed_in(draft.asked_by).post(at("parties", draft.key), {"side": "other", "name": "Romashka"} | typed)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert draft.parties.count() == 1


def test_party_beyond_the_last_is_refused_in_a_sentence(signed_in, at, draft):
    PartyFactory.create_batch(9, enquiry=draft)

    answer = signed_in(draft.asked_by).post(at("parties", draft.key), {"side": "other", "name": "Romashka"})

    assert "More parties than these" in answer.text


def test_party_is_named_by_number_and_taken_out_again(signed_in, at, draft):
    client = signed_in(draft.asked_by)
    country = JurisdictionFactory.create(code="kz")
    typed = {"side": "other", "name": "Romashka LLP", "country": country.pk, "number": "100140000003"}

    page = client.post(at("parties", draft.key), typed, follow=True)

    party = draft.parties.get(side=Side.OTHER)
    assert "100140000003" in page.text
    client.post(at("remove-party", draft.key), {"party": party.pk})
    assert not draft.parties.filter(side=Side.OTHER).exists()
    assert client.post(at("remove-party", draft.key), {"party": party.pk}).status_code == 404


def test_refused_request_says_nothing_of_why(signed_in, at, draft):
    KnownNameFactory.create(lawyer=draft.lawyer, name="Romashka LLP")

    page = signed_in(draft.asked_by).post(at("move", draft.key), {"move": "pass-check"}, follow=True)

    assert "This lawyer cannot take the request" in page.text
    assert not {"Romashka LLP", "conflict", "hit", "sound"} & set(page.text.split())
    assert [button["name"] for button in page.context["buttons"]] == []


def test_consents_are_asked_for_one_by_one_and_then_the_request_is_sent(signed_in, at, draft):
    client = signed_in(draft.asked_by)
    bring(draft, "checked")
    page = client.get(at("enquiry", draft.key))
    assert len(page.context["missing"]) == 2
    assert 'value="pass-on"' not in page.text

    for _label, address in page.context["missing"]:
        text = client.get(address).context["text"]
        client.post(address, {"text": text.pk, "agreed": "on", "agree": "on"})

    page = client.get(at("enquiry", draft.key))
    assert page.context["missing"] == []
    client.post(at("move", draft.key), {"move": "pass-on"})
    draft.refresh_from_db()
    assert draft.state == State.NAMED


@pytest.mark.parametrize("language", CODES)
def test_consents_are_asked_of_whoever_began_the_request_alone(signed_in, at, draft, language):
    bring(draft, "checked")
    colleague = MembershipFactory.create(enterprise=draft.enterprise, role=Role.OWNER).person

    page = signed_in(colleague).get(at("enquiry", draft.key, language=language))

    addresses = [address for _label, address in page.context["missing"]]
    assert [str(draft.asked_by) in page.text, *(address in page.text for address in addresses)] == [True, False, False]


@pytest.mark.parametrize(
    ("meanwhile", "said"), [(sending.send, "was sent already"), (asking.discard, "was thrown away meanwhile")]
)
@pytest.mark.parametrize(
    ("name", "typed"),
    [("facts", {"facts": "Cotton."}), ("parties", {"side": "other", "name": "B"}), ("move", {"move": "pass-check"})],
)
def test_what_becomes_of_a_draft_meanwhile_is_said(signed_in, at, draft, meanwhile, said, name, typed):
    client, waiting = signed_in(draft.asked_by), [meanwhile]

    def first(execute, sql, *rest):
        if "FOR UPDATE" in sql and waiting:
            waiting.pop()(Enquiry.objects.get(), by=draft.asked_by)
        return execute(sql, *rest)

    with connection.execute_wrapper(first):
        answer = client.post(at(name, draft.key), typed)

    page = client.get(at("list")) if answer.status_code == 302 else answer
    assert any(words in page.text for words in (said, "cannot be done"))


@pytest.mark.parametrize("state", ["named", "opened", "accepted"])
def test_consent_that_was_withdrawn_can_be_given_again(signed_in, at, draft, state):
    bring(draft, state)
    client = signed_in(draft.asked_by)
    before = client.get(at("enquiry", draft.key))
    withdraw(Consent.objects.get(user=draft.asked_by, purpose="sharing"), by=draft.asked_by)

    page = client.get(at("enquiry", draft.key))
    ((_label, address),) = page.context["missing"]
    client.post(address, {"text": client.get(address).context["text"].pk})

    assert before.context["missing"] == []
    assert ("until the consent is given again" in page.text, html.escape(address) in page.text) == (True, True)
    assert Enquiry.objects.with_consent().get().is_agreed


def test_what_the_rules_forbid_is_said_on_the_page(signed_in, at, draft):
    bring(draft, "checked")

    page = signed_in(draft.asked_by).post(at("move", draft.key), {"move": "pass-on"}, follow=True)

    assert "has not agreed, or agrees no longer" in page.text


@pytest.mark.parametrize("move", ["clear", "fail-check", "", "x" * 9999])
def test_what_is_not_for_this_side_is_no_move_at_all(signed_in, at, draft, move):
    assert signed_in(draft.asked_by).post(at("move", draft.key), {"move": move}).status_code == 404


def test_what_was_sent_is_no_draft_any_more(signed_in, at, draft):
    bring(draft, "checked")
    client = signed_in(draft.asked_by)

    assert [client.get(at(name, draft.key)).status_code for name in ("facts", "parties")] == [404, 404]


@pytest.mark.parametrize("state", ["checked", "named", "opened", "accepted"])
@pytest.mark.parametrize("language", CODES)
def test_page_of_a_request_in_each_state_and_language(signed_in, at, draft, state, language):
    bring(draft, state)

    page = signed_in(draft.asked_by).get(at("enquiry", draft.key, language=language))

    assert page.status_code == 200
    assert draft.facts in page.text


def test_viewer_reads_and_does_nothing(signed_in, at, draft):
    bring(draft, "accepted")
    viewer = MembershipFactory.create(enterprise=draft.enterprise, role=Role.VIEWER).person
    client = signed_in(viewer)

    page = client.get(at("enquiry", draft.key))

    assert (page.context["buttons"], page.context["form"]) == ([], None)
    assert client.post(at("move", draft.key), {"move": "close"}).status_code == 403
    assert client.get(at("times", draft.key)).status_code == 403


def test_request_of_another_enterprise_is_not_there(signed_in, at, draft, owner):
    assert signed_in(owner).get(at("enquiry", draft.key)).status_code == 404


@pytest.mark.parametrize("language", CODES)
def test_list_shows_the_requests_of_ones_enterprises(signed_in, at, draft, owner, language):
    agree(bring(draft, "checked"))

    assert draft.key in signed_in(draft.asked_by).get(at("list", language=language)).text
    assert draft.key not in signed_in(owner).get(at("list", language=language)).text


def test_list_asks_the_database_the_same_however_long_it_is(signed_in, at, texts, django_assert_num_queries):
    first = a_draft()
    client = signed_in(first.asked_by)
    client.get(at("list"))
    with django_assert_num_queries(LISTED):
        client.get(at("list"))
    for _ in range(2):
        a_draft(enterprise=first.enterprise, asked_by=first.asked_by)

    with django_assert_num_queries(LISTED):
        client.get(at("list"))


LISTED = 7
