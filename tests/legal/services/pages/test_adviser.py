"""The adviser: a question a page, all answers in the address, and the ways side by side with what is known of them."""

import datetime

import pytest
from django.test import Client
from lxml import html

from legal.services.kinds import Known
from tests.factories import (
    FigureFactory,
    JurisdictionFactory,
    LawFactory,
    LegalizationFactory,
    RuleFactory,
    ServiceFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]

PLACE = "/{}/services/adviser/"
DISPUTE = "?matter=dispute&clause=arbitration&other={}&urgency=no&amount=within&relation=no&expert=no"


@pytest.fixture(autouse=True)
def countries() -> None:
    JurisdictionFactory.create()
    JurisdictionFactory.create(code="kz", name_en="Kazakhstan", treaties=["new-york-convention"])
    JurisdictionFactory.create(code="tm", name_en="Turkmenistan")


def ask(client: Client, query: str, language: str = "en") -> str:
    return client.get(PLACE.format(language) + query).text.replace("\xa0", " ")


def cell(page: str, way: str, column: str) -> str:
    rows = html.fromstring(page).xpath("//tbody/tr")
    row = next(one for one in rows if one.find("th").text_content().strip() == way)
    return " ".join(row.xpath(f"td[@data-label='{column}']")[0].text_content().split())


def test_questions_come_one_a_page_and_the_answers_stay_in_the_address(client: Client) -> None:
    address, given = PLACE.format("en"), {"matter": "proof", "other": "kz", "urgency": "no", "expert": "yes"}
    labels = []
    page = html.fromstring(client.get(address).text)
    while forms := page.xpath("//main//form"):
        labels.append(page.xpath("//main//form//legend | //main//form//label[@for]")[0].text_content())
        sent = {one.get("name"): one.get("value") for one in forms[0].xpath(".//input[@type='hidden']")}
        answer = client.get(forms[0].get("action"), sent | {sent["asked"]: given[sent["asked"]]})
        page = html.fromstring(answer.text)

    assert labels == [
        "What do you need?",
        "Where is the other party, or where will the paper be used?",
        "How urgent is it?",
        "Is there a question only an expert can answer?",
    ]
    assert page.find(".//h1").text_content() == "What fits your case"


def test_question_sent_without_an_answer_is_asked_again(client: Client) -> None:
    page = ask(client, "?matter=dispute&asked=clause")

    assert "What does your contract say about disputes?: Choose an answer." in page
    assert '<input type="hidden" name="matter" value="dispute">' in page
    assert "There is a dispute with another party" in page


def test_answer_can_be_changed_and_the_others_are_kept(client: Client) -> None:
    page = html.fromstring(ask(client, DISPUTE.format("kz")))

    changes = [one.get("href") for one in page.xpath("//dl//a")]

    assert changes[1] == "/en/services/adviser/?matter=dispute&other=kz&urgency=no&amount=within&relation=no&expert=no"
    assert len(changes) == 7


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh-hans", ["适合您情况的途径", "从这里开始", "您的合同约定提交仲裁", "不适用于本情况"]),
        ("en", ["What fits your case", "Begin here", "Your contract refers the dispute", "Not for this case"]),
        ("ru", ["Что подходит в вашем случае", "Начните отсюда", "Ваш договор передает спор в арбитраж"]),
    ],
)
def test_ways_are_told_in_each_language(client: Client, language, said) -> None:
    page = ask(client, DISPUTE.format("kz"), language)

    assert [words for words in said if words not in page] == []


def test_enforcement_abroad_is_claimed_only_as_far_as_it_is_known(client: Client) -> None:
    LawFactory.create(
        jurisdiction=JurisdictionFactory.create(code="un"),
        slug="new-york-convention",
        short_title_en="New York Convention",
    )

    listed = cell(ask(client, DISPUTE.format("kz")), "Arbitration", "What that is worth")
    other = cell(ask(client, DISPUTE.format("tm")), "Arbitration", "What that is worth")

    assert "Confirmed New York Convention, Article 3" in listed
    assert "The portal’s list of treaties names Kazakhstan" in listed
    assert listed.endswith("To be confirmed")
    assert other.endswith("Whether Turkmenistan is bound by it is not confirmed here. Not known here")


def test_what_is_won_at_home_is_enforced_by_courts_at_home(client: Client) -> None:
    page = ask(client, DISPUTE.format("cn"))

    assert "a court enforces it on application" in cell(page, "Arbitration", "What that is worth")
    assert "A notarized instrument on a debt" in cell(page, "Mediation", "What that is worth")
    # The law is not held in this world: its name stands there, and what it says is to be confirmed.
    assert "To be confirmed Arbitration Law of the People’s Republic of China, Article 75" in cell(
        page, "Arbitration", "What that is worth"
    )


def test_certificate_abroad_is_told_where_both_states_are_confirmed(client: Client) -> None:
    unknown = cell(ask(client, DISPUTE.format("kz")), "Notarization", "What that is worth")
    LegalizationFactory.create(in_force_on=datetime.date(2023, 11, 7))
    LegalizationFactory.create(jurisdiction=JurisdictionFactory.create(code="kz"), status=Known.CONFIRMED)

    known = cell(ask(client, DISPUTE.format("kz")), "Notarization", "What that is worth")
    home = cell(ask(client, DISPUTE.format("cn")), "Notarization", "What that is worth")

    assert unknown.startswith("Not confirmed here yet")
    assert known.startswith("An apostille of the authority")
    assert "hcch.net" in known
    assert home.startswith("Neither apostille nor legalization")


def test_time_and_cost_are_those_of_the_rules(client: Client) -> None:
    RuleFactory.create(slug="notarization")
    FigureFactory.create(service=ServiceFactory.create(slug="notarization"), rule="notarization")

    page = ask(client, DISPUTE.format("kz"))

    assert "15 working days. Confirmed Notarization Law, Article 30" in cell(page, "Notarization", "How long it takes")
    assert cell(page, "Notarization", "What it costs") == "As notified by the institution. Not known here"
    assert cell(page, "Arbitration", "How long it takes") == "As notified by the institution. Not known here"


def test_sum_is_asked_beside_the_ceiling_and_where_that_stands(client: Client) -> None:
    RuleFactory.create(
        slug="scia-expedited-ceiling", kind="ceiling", unit="cny", value=10_000_000, stops=False, name_en="Ceiling"
    )

    page = ask(client, "?matter=dispute&clause=arbitration&other=kz&urgency=no")

    assert "How large is the sum in dispute?" in page
    assert "Ceiling: RMB 10,000,000." in page


def test_who_wants_advice_is_asked_no_more_and_led_to_the_service(client: Client) -> None:
    service = ServiceFactory.create(slug="legal-consultation")

    page = ask(client, "?matter=advice")

    assert "You want to know where you stand" in cell(page, "Consultation", "For your case")
    assert "It depends on the country." in cell(page, "Arbitration", "What that is worth")
    links = [one.get("href") for one in html.fromstring(page).xpath("//tbody//th/a")]
    assert links == [f"/en/services/{service.slug}/"]


@pytest.mark.parametrize("query", ["?matter=%00", "?matter=dispute&other=%00&asked=other", "?matter=x&asked=matter"])
def test_nonsense_in_the_address_is_asked_anew(client: Client, query) -> None:
    answer = client.get(PLACE.format("en") + query)

    assert answer.status_code == 200
    assert "What fits your case" not in answer.text


def test_each_way_is_begun_from_its_row_and_takes_the_country_along_where_it_is_asked_for(client: Client) -> None:
    for slug in ("legal-consultation", "mediation", "arbitration", "notarization", "judicial-appraisal"):
        ServiceFactory.create(slug=slug)

    rows = html.fromstring(ask(client, DISPUTE.format("kz"))).xpath("//tbody/tr")

    assert {
        row.find("th").text_content().strip(): row.xpath(".//a[contains(@class, 'button')]/@href") for row in rows
    } == {
        "Consultation": ["/en/enterprises/matters/begin/consultation/"],
        "Mediation": ["/en/enterprises/matters/begin/mediation/?country=kz"],
        "Arbitration": ["/en/enterprises/file-arbitration/?country=kz"],
        "Notarization": ["/en/enterprises/matters/begin/notarization/?country=kz"],
        "Judicial appraisal": ["/en/enterprises/matters/begin/appraisal/"],
    }
