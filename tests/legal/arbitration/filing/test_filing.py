"""What a request says once: facts and reasons saved as one goes, institution and procedure, address for service."""

import datetime
from decimal import Decimal

import pytest
from allauth.account.models import EmailAddress

from legal.arbitration.actions import parts
from legal.arbitration.models import Claim
from legal.arbitration.models.filing import filing_of
from legal.rules.models import Rule, Schedule
from portal.languages import CODES
from tests.legal.arbitration.filing.world import MONEY

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]
CHOSEN = {
    "institution": "scia-kashgar",
    "case_kind": "scia-international",
    "procedure": "expedited",
    "ground": "amount",
}
BY_SCRIPT = {"HX-Request": "true"}


@pytest.mark.parametrize("language", CODES)
def test_request_is_written_in_each_language(signed_in, at, draft, language):
    client, version = signed_in(draft.begun_by), draft.version
    EmailAddress.objects.create(user=draft.begun_by, email=draft.begun_by.email, primary=True, verified=True)
    sent = {
        "facts": {"facts": "Delivered.", "reasons": "Due."},
        "procedure": CHOSEN | {"why": "See clause 9."},
        "service": {"address": draft.begun_by.email, "agreed": "on"},
    }

    shown = [client.get(at(name, draft, language)).status_code for name in (*sent, "estimate", "reliances")]
    saved = [
        client.post(at(name, draft, language), typed | {"version": version + place})["Location"]
        for place, (name, typed) in enumerate(sent.items())
    ]

    assert (shown, saved) == ([200] * 5, [at(name, draft, language) for name in sent])
    filing = filing_of(draft)
    assert (filing.facts, filing.procedure, filing.institution.slug, str(filing)) == (
        "Delivered.",
        "expedited",
        "scia-kashgar",
        str(draft),
    )
    assert (filing.service_address, filing.service_confirmed_by) == (draft.begun_by.email, draft.begun_by)
    assert draft.begun_by.email in client.get(at("service", draft, language)).text


def test_facts_are_saved_as_one_goes_upon_the_version_of_the_page(signed_in, at, draft):
    client, place = signed_in(draft.begun_by), at("facts", draft)
    version = draft.version

    first = client.post(place, {"facts": "One.", "version": version}, headers=BY_SCRIPT)
    second = client.post(place, {"facts": "Two.", "version": version + 1}, headers=BY_SCRIPT)
    late = client.post(place, {"facts": "Of another device.", "version": version}, headers=BY_SCRIPT)

    assert f'value="{version + 1}" id="id_version" hx-swap-oob="true"' in " ".join(first.text.split())
    assert "Saved at" in second.text
    assert late.status_code == 200
    assert "Somebody has saved other answers" in late.text
    assert "Not saved yet" in late.text
    assert "hx-swap-oob" not in late.text
    assert filing_of(draft).facts == "Two."


def test_facts_that_cannot_be_saved_as_one_goes_say_why(signed_in, at, draft):
    sent = {"facts": "x" * 200_000, "version": draft.version}

    answer = signed_in(draft.begun_by).post(at("facts", draft), sent, headers=BY_SCRIPT)

    assert "The text has 200000 characters; up to 60000 are taken." in answer.text


def test_two_who_write_facts_at_once_see_each_others(signed_in, at, draft):
    client, sent = signed_in(draft.begun_by), {"facts": "Mine.", "version": draft.version}
    client.post(at("facts", draft), sent | {"facts": "Theirs."})

    refused = client.post(at("facts", draft), sent)

    assert refused.status_code == 422
    assert "<bdi>Theirs.</bdi>" in refused.text
    assert "Mine." in refused.text


def test_two_who_choose_at_once_see_each_others(signed_in, at, draft):
    EmailAddress.objects.create(user=draft.begun_by, email=draft.begun_by.email, primary=True, verified=True)
    client, version = signed_in(draft.begun_by), draft.version
    served = {"address": draft.begun_by.email, "agreed": "on"}
    early = client.post(at("service", draft), served | {"version": version - 1})
    client.post(at("service", draft), served | {"version": version})
    client.post(at("procedure", draft), CHOSEN | {"version": version + 1})

    address = client.post(at("service", draft), served | {"version": version})
    chosen = client.post(at("procedure", draft), CHOSEN | {"procedure": "ordinary", "version": version})

    assert early.context["differing"] == []
    assert address.context["differing"] == [("Electronic address for service", draft.begun_by.email)]
    assert chosen.context["differing"] == [("Procedure", "Expedited procedure")]


@pytest.mark.parametrize(
    ("name", "typed", "field", "words"),
    [
        ("procedure", {"procedure": "ordinary"}, "ground", "Say why the case goes on this procedure."),
        ("procedure", {"ground": "amount"}, "procedure", "Choose the procedure."),
        ("procedure", {"institution": "icc"}, "institution", "Select a valid choice"),
        ("procedure", {"procedure": "x", "ground": "amount"}, "procedure", "Select a valid choice"),
        ("procedure", {"procedure": "ordinary", "ground": "x"}, "ground", "Select a valid choice"),
        ("service", {}, "address", "Choose an address."),
        ("service", {"address": "another@people.example", "agreed": "on"}, "address", "Select a valid choice"),
        ("service", {}, "agreed", "Confirm the address."),
    ],
)
def test_choice_that_is_wrong_is_shown_again(signed_in, at, draft, name, typed, field, words):
    answer = signed_in(draft.begun_by).post(at(name, draft), typed | {"version": draft.version})

    assert answer.status_code == 422
    assert words in str(answer.context["form"].errors[field])


def test_address_that_nobody_confirmed_is_none_to_be_served_at(signed_in, at, draft):
    EmailAddress.objects.create(user=draft.begun_by, email="new@people.example", verified=False)

    assert "new@people.example" not in signed_in(draft.begun_by).get(at("service", draft)).text


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Decimal(10_000_000), "By this amount the case goes on the expedited procedure."),
        (Decimal("10000000.01"), "By this amount the case goes on the ordinary procedure."),
    ],
)
def test_track_follows_the_ceiling_with_its_source(signed_in, at, draft, amount, words):
    client = signed_in(draft.begun_by)
    in_rmb = {"currency": "CNY", "rate": None, "rate_on": None, "rate_source": ""}
    parts.add(draft, Claim, facts=MONEY | in_rmb | {"amount": amount}, by=draft.begun_by)
    client.post(at("procedure", draft), CHOSEN | {"version": draft.version + 1})

    page = client.get(at("procedure", draft)).text

    assert words in page
    assert "https://scia.com.cn/home/index/newsdetail/id/3631.html" in page


def test_no_track_is_told_where_no_ceiling_is_known(signed_in, at, draft):
    Rule.objects.filter(slug="scia-expedited-ceiling").delete()

    page = signed_in(draft.begun_by).get(at("procedure", draft)).text

    assert "no ceiling of the expedited procedure is confirmed" in page


def test_fees_are_estimated_by_the_table_with_its_source(signed_in, at, whole):
    page = signed_in(whole.begun_by).get(at("estimate", whole)).text

    assert "All amounts claimed, added up: RMB 1,420,000." in page
    assert "Estimated: RMB 55,500." in page
    assert "An estimate by a table that is still to be confirmed." in page


def test_nothing_is_estimated_beyond_what_a_table_can_reckon(signed_in, at, whole):
    largest = {"amount": Decimal(10) ** 12, "rate": Decimal(1000), "rate_on": datetime.date(2026, 1, 1)}
    for _ in range(2):
        parts.add(whole, Claim, facts=MONEY | largest, by=whole.begun_by)

    assert "An estimate stands here once" in signed_in(whole.begun_by).get(at("estimate", whole)).text


def test_nothing_is_estimated_where_no_table_is_held(signed_in, at, whole):
    filing = filing_of(whole)
    filing.case_kind = "scia-domestic-acceptance"
    filing.save()
    Schedule.objects.filter(slug="scia-domestic-acceptance").delete()

    assert "No fee table is held" in signed_in(whole.begun_by).get(at("estimate", whole)).text
