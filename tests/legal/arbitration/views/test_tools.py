"""The public pages of arbitration, in three languages."""

import re
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import translation
from lxml import html

from legal.arbitration.clauses.checking import LONGEST
from legal.arbitration.views.tools import RATE
from legal.rules.actions.loading import load
from portal.languages import CODES
from tests.factories import RuleFactory, ScheduleFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]

PAGES = ("home", "check", "clause", "fees")
DEFECTIVE = "争议提交深圳国际仲裁院喀什分院仲裁，也可以向法院起诉。\n仲裁地：中国。"
CHOSEN = {
    "institution": "scia-kashgar",
    "seat": "kashgar",
    "tongue": "zh-ru",
    "arbitrators": "3",
    "law": "cn",
    "contract_law": "",
    "negotiation": "on",
    "days": "30",
}
TYPED = {"kind": "scia-international", "amount": "1 000 000", "currency": "CNY"}
CEILING = {"slug": "scia-expedited-ceiling", "kind": "ceiling", "unit": "cny", "stops": False}


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    cache.clear()


@pytest.fixture
def table() -> Any:
    return ScheduleFactory.create(slug="scia-international", note_en="Counterclaims pay by the same table.")


def address(name: str, code: str = "en") -> str:
    with translation.override(code):
        return reverse(f"arbitration:{name}")


def found(response: Any, inside: str, what: str) -> list[Any]:
    """The elements of a kind inside whatever has the class."""
    return list(
        html.fromstring(response.content).xpath(f"//*[contains(concat(' ', @class, ' '), ' {inside} ')]//{what}")
    )


def words(response: Any) -> str:
    return " ".join(html.fromstring(response.content).find(".//main").text_content().split())


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", PAGES)
def test_page_answers_in_each_language(client: Client, name: str, code: str) -> None:
    response = client.get(address(name, code))

    assert (response.status_code, response["Content-Language"]) == (200, code)


def test_home_leads_to_each_tool_and_tells_what_is_confirmed(client: Client) -> None:
    RuleFactory.create(**CEILING, value=10_000_000)

    response = client.get(address("home"))

    assert all(f'href="{address(name)}"' in response.text for name in PAGES[1:])
    assert "up to RMB 10,000,000, for larger ones" in words(response)


@pytest.mark.parametrize("code", CODES)
def test_check_tells_what_it_found_in_the_language_of_the_page(client: Client, code: str) -> None:
    load()

    response = client.post(address("check", code), {"text": DEFECTIVE})

    assert len(found(response, "findings", "h3")) == 8
    assert found(response, "clause-read", "mark[@class='blocks']")[0].text == "法院"
    assert found(response, "field", "textarea")[0].text.strip() == DEFECTIVE
    assert [button.get("formaction") for button in found(response, "actions", "button[@formaction]")] == [
        address("check", other) for other in CODES if other != code
    ]


def test_check_shows_the_pasted_text_and_nothing_of_it_as_markup(client: Client) -> None:
    text = "Disputes go to arbitration <script>alert(1)</script> in China & nowhere else."

    response = client.post(address("check"), {"text": text})

    shown = html.fromstring(response.content).xpath("//*[starts-with(@class, 'clause-read')]")[0]
    for number in shown.xpath(".//sup"):
        number.drop_tree()
    assert shown.text_content() == text


def test_clause_without_fault_is_told_to_be_so(client: Client) -> None:
    load()
    made = found(client.get(address("clause"), CHOSEN), "clauses", "p[@class='law']")

    told = [words(client.post(address("check"), {"text": clause.text_content()})) for clause in made]

    assert len(told) == 3
    assert all("The clause says everything this check looks for." in one for one in told)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Paste the clause."),
        ("仲" * (LONGEST + 1), "The text has 20001 characters; the check reads up to 20000."),
        ("ab" * 1_000_000, "The text has 2000000 characters; the check reads up to 20000."),
    ],
    ids=["nothing", "one too many", "a book"],
)
def test_text_that_cannot_be_checked_is_kept_in_the_form(client: Client, text: str, said: str) -> None:
    response = client.post(address("check"), {"text": text})

    assert said in found(response, "field", "p[@class='error']")[0].text_content()
    assert found(response, "field", "textarea")[0].text.strip() == text
    assert not found(response, "findings", "li")


def test_checks_of_one_address_are_limited(client: Client) -> None:
    most = int(RATE.split("/")[0])

    met = [client.post(address("check"), {"text": ""}).status_code for _ in range(most + 1)]

    assert met == [200] * most + [429]


@pytest.mark.parametrize("code", CODES)
def test_clause_is_made_in_three_languages_whatever_the_page_speaks(client: Client, code: str) -> None:
    response = client.get(address("clause", code), CHOSEN)

    assert [one.get("lang") for one in found(response, "clauses", "p[@class='law']")] == ["zh-Hans", "en", "ru"]
    assert len({button.get("data-copy") for button in found(response, "clauses", "button")}) == 3


def test_wording_says_whose_it_is(client: Client) -> None:
    own = words(client.get(address("clause"), CHOSEN | {"institution": "scia", "appeal": "on"}))
    adapted = words(client.get(address("clause"), CHOSEN))

    assert own.count("Core sentence: official wording") == own.count("Core sentence: to be confirmed by SCIA") == 1
    assert own.count("Unofficial translation") == adapted.count("Unofficial translation") == 1
    assert adapted.count("Adapted from the model clause of SCIA") == 2
    assert "Which seats these are we could not confirm" in own
    assert "Which seats these are we could not confirm" not in adapted


def test_facts_that_make_no_clause_are_kept_in_the_form(client: Client) -> None:
    response = client.get(address("clause"), CHOSEN | {"days": "", "seat": "china"})

    errors = [error.text_content() for error in found(response, "field", "p[@class='error']")]
    assert errors[1:] == ["Give the number of days."]
    assert found(response, "field", "input[@name='negotiation']")[0].get("checked") is not None
    assert not found(response, "clauses", "p")


@pytest.mark.parametrize("code", CODES)
def test_fee_is_estimated_line_by_line_with_its_source(client: Client, table: Any, code: str) -> None:
    response = client.get(address("fees", code), TYPED)

    page = html.fromstring(response.content)
    assert re.search(r"10.000", page.xpath("//section[@aria-labelledby='claim']//strong")[0].text_content())
    assert page.xpath("//a[@class='official-source']/@href") == [table.source_url]


def test_estimate_says_that_it_is_one_and_what_is_to_be_confirmed(client: Client, table: Any) -> None:
    first = words(client.get(address("fees"), TYPED))
    table.status = "confirmed"
    table.save(update_fields=["status"])
    then = words(client.get(address("fees"), TYPED))

    assert "An estimate by a table that is still to be confirmed." in first
    assert "Counterclaims pay by the same table." in first
    assert "no ceiling of the expedited procedure is confirmed" in first
    assert "An estimate. What the institution notifies decides." in then


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"amount": "10000000"}, "Expedited procedure: the amount claimed does not exceed RMB 10,000,000."),
        ({"amount": "10000000.01"}, "Ordinary procedure: the amount claimed exceeds RMB 10,000,000."),
        ({"amount": "1", "counterclaim": "10000001"}, "SCIA may change to the ordinary procedure"),
    ],
)
@pytest.mark.usefixtures("table")
def test_procedure_is_told_by_the_ceiling(client: Client, typed: dict[str, str], said: str) -> None:
    RuleFactory.create(**CEILING, value=10_000_000)

    assert said in words(client.get(address("fees"), TYPED | typed))


@pytest.mark.usefixtures("table")
def test_rate_is_that_of_the_reader_and_told_with_its_source(client: Client) -> None:
    rate = {"currency": "usd", "rate": "7.1234", "rate_on": "2026-11-20", "rate_source": "Bank of China"}

    page = words(client.get(address("fees"), TYPED | rate))

    assert "1 USD = RMB 7.1234 on 20 November 2026, as you typed it; source you gave: Bank of China" in page
    assert "Estimated: RMB 71,234." in page


def test_without_a_table_nothing_is_computed(client: Client) -> None:
    page = words(client.get(address("fees"), TYPED | {"kind": "scia-domestic-acceptance"}))

    assert "nothing is computed: the fee is as notified by the institution" in page
    assert "Estimated" not in page


@pytest.mark.usefixtures("table")
def test_amounts_that_make_no_sense_are_kept_in_the_form(client: Client) -> None:
    response = client.get(address("fees"), {"kind": "none", "amount": "much", "currency": "R"})

    assert len(found(response, "field", "p[@class='error']")) == 3
    assert found(response, "field", "input[@name='amount']")[0].get("value") == "much"
    assert "Estimated" not in words(response)
