"""A fee table out of the database, with what each filing costs besides; kept as JSON and told in each language."""

import datetime
import json
from decimal import Decimal

import pytest
from django.utils import translation

from legal.rules.fees import Estimate, convert, estimate
from legal.rules.fees.lines import Banded, Converted, Filing, FilingUnknown, Least
from legal.rules.kinds import Status
from legal.rules.names import Names
from portal.languages import CODES
from tests.factories import RuleFactory, ScheduleFactory

pytestmark = pytest.mark.django_db

N = Decimal
DAY = datetime.date(2026, 11, 23)
FILING = Names("立案费", "Registration fee", "Регистрационный сбор")


def filing_fee(**facts: object) -> None:
    names = {"name_zh_hans": FILING.zh, "name_en": FILING.en, "name_ru": FILING.ru}
    RuleFactory.create(**{"fee": True, "slug": "filing", **names, **facts})


def test_estimate_adds_the_fee_of_a_filing_and_names_its_source():
    filing_fee()
    schedule = ScheduleFactory.create(slug="fees", filing="filing", minimum=1000, status=Status.CONFIRMED)

    found = estimate(schedule, N(50_000), on=DAY)

    assert found == Estimate(
        "fees",
        N(50_000),
        (Banded(N(50_000), N(0), N(0), N(1), N(50_000), N(500)), Least(N(1000), N(500)), Filing(FILING, N(10_000))),
        N(11_000),
        confirmed=True,
        source=Names("仲裁费用规定", "Rules on arbitration fees", "Положение об арбитражных сборах"),
        source_url="https://scia.example/fees/",
        checked_on=DAY,
    )


def test_estimate_is_confirmed_only_where_all_of_it_is():
    filing_fee(status=Status.TO_BE_CONFIRMED)
    schedule = ScheduleFactory.create(filing="filing", status=Status.CONFIRMED)

    assert not estimate(schedule, N(50_000), on=DAY).confirmed


def test_fee_of_a_filing_that_is_not_known_is_named_and_not_in_the_sum():
    filing_fee(fee=False, unknown=True, kind="fee")

    found = estimate(ScheduleFactory.create(filing="filing", status=Status.CONFIRMED), N(100))

    assert found.lines[-1] == FilingUnknown(FILING)
    assert found.total == N(1)
    assert not found.confirmed


def test_filing_costs_nothing_besides_where_no_rule_is_in_force():
    filing_fee(effective_from=datetime.date(2027, 1, 1))

    assert estimate(ScheduleFactory.create(filing="filing"), N(100), on=DAY).total == N(1)


def test_other_currency_is_converted_at_the_rate_given():
    found = estimate(ScheduleFactory.create(), N("1000.50"), currency="USD", rate=N("7.1"))

    assert found.amount == N("7103.55")
    assert found.lines[0] == Converted(N("1000.50"), "USD", N("7.1"), N("7103.55"))
    assert found.total == N("71.04")


@pytest.mark.parametrize("rate", [None, N(0), N("NaN"), N("1e20")])
def test_other_currency_without_a_rate_is_refused(rate):
    with pytest.raises(ValueError, match="the rate is needed"):
        estimate(ScheduleFactory.create(), N(100), currency="USD", rate=rate)


def test_converted_amount_is_rounded_half_a_fen_up():
    assert convert(N("0.05"), N("0.1")) == N("0.01")


EVERY = (
    Converted(N("1000.5"), "USD", N("7.10"), N("7103.55")),
    Banded(N(800), N(0), N(100), N(0), N(800), N(100)),
    Banded(N(200_000), N(0), N(0), N("3.5"), N(200_000), N(7_000)),
    Banded(N(3_000_000), N(1_000_000), N(35_000), N("2.5"), N(2_000_000), N("85000.01")),
    Least(N(10_000), N(3_000)),
    Filing(FILING, N(10_000)),
    FilingUnknown(FILING),
)


def kept(checked_on: datetime.date | None = DAY) -> Estimate:
    source = {"source": Names(en="Rules"), "source_url": "https://scia.example/", "checked_on": checked_on}
    return Estimate("fees", N(1), EVERY, N(2), confirmed=False, **source)


@pytest.mark.parametrize("checked_on", [DAY, None])
def test_estimate_comes_back_from_json_as_it_was(checked_on):
    assert Estimate.from_json(json.loads(json.dumps(kept(checked_on).as_json()))) == kept(checked_on)


def test_lines_are_told_in_english():
    with translation.override("en"):
        told = kept().told()

    assert told == [
        "1,000.50 USD at the rate given, 7.1, is RMB 7,103.55.",
        "For RMB 800 the table sets a fee of RMB 100.",
        "3.5 % of RMB 200,000 is RMB 7,000.",
        "RMB 35,000, and 2.5 % of the RMB 2,000,000 above RMB 1,000,000, is RMB 85,000.01.",
        "The table charges RMB 10,000 at least.",
        "Registration fee: RMB 10,000.",
        "Registration fee: as notified by the institution; not in the sum.",
    ]


@pytest.mark.parametrize("language", [code for code in CODES if code != "en"])
def test_lines_are_told_in_each_language(language):
    with translation.override(language):
        told = kept().told()

    assert not [sentence for sentence in told if " the " in sentence or "RMB" in sentence]
