"""Time and cost of a service are those of the rules of the day, each with its worth; without one nothing is told."""

import datetime

import pytest
from django.db import IntegrityError
from django.utils import translation

from legal.rules.kinds import RuleKind, Status, Unit
from legal.services import figures
from legal.services.facts import Fact
from legal.services.kinds import Aspect, Known
from tests.factories import FigureFactory, RuleFactory, ScheduleFactory, ServiceFactory

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 11, 26)
NOTHING = [Fact("As notified by the institution.", Known.UNKNOWN)]


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def test_figure_is_told_with_its_source_and_what_it_is_worth() -> None:
    figure = FigureFactory.create(rule=RuleFactory.create(slug="notarization").slug)

    terms = figures.terms([figure.service], on=TODAY)

    assert terms.time(figure.service) == [
        Fact(
            "Issue of a notarial certificate: 15 working days.",
            Known.CONFIRMED,
            "Notarization Law, Article 30",
            "https://law.example/notarization/",
            datetime.date(2026, 11, 23),
        )
    ]
    assert terms.cost(figure.service) == NOTHING


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"unit": Unit.DAYS, "value": 1}, "It takes: 1 day."),
        ({"unit": Unit.MONTHS, "value": 3}, "It takes: 3 months."),
        ({"kind": RuleKind.FEE, "unit": Unit.CNY, "value": 10_000, "stops": False}, "It takes: RMB 10,000."),
        ({"kind": RuleKind.FEE, "unit": Unit.PERCENT, "value": "0.5", "stops": False}, "It takes: 0.50 %."),
    ],
)
def test_figure_is_told_in_its_unit(facts, said) -> None:
    rule = RuleFactory.create(name_en="It takes", **facts)
    rule.refresh_from_db()

    assert figures.fact(rule).words == said


def test_figure_that_is_not_known_is_not_told() -> None:
    rule = RuleFactory.create(name_en="Decision", unknown=True)

    told = figures.fact(rule)

    assert (told.words, told.known) == ("Decision: as notified by the institution.", Known.UNKNOWN)


def test_fee_table_is_named_and_computes_nothing_here() -> None:
    schedule = ScheduleFactory.create(slug="scia-international", status=Status.TO_BE_CONFIRMED)
    figure = FigureFactory.create(aspect=Aspect.COST, rule=schedule.slug)

    told = figures.terms([figure.service], on=TODAY).cost(figure.service)

    assert [(one.words, one.known) for one in told] == [
        (f"{schedule.name_en}: by the amount in dispute.", Known.TO_BE_CONFIRMED)
    ]


def test_figure_of_another_day_or_of_no_rule_is_left_out() -> None:
    RuleFactory.create(slug="later", effective_from=TODAY + datetime.timedelta(days=1))
    service = ServiceFactory.create()
    for rule in ("later", "nowhere"):
        FigureFactory.create(service=service, rule=rule)

    assert figures.terms([service], on=TODAY).time(service) == NOTHING


def test_service_that_begins_in_the_portal_is_agreed_on() -> None:
    service = ServiceFactory.create(slug="legal-training")

    assert figures.terms([service], on=TODAY).cost(service) == [Fact("As agreed on before it begins.")]


def test_ceiling_of_the_expedited_procedure_is_told_where_it_is_held() -> None:
    without = figures.ceiling(on=TODAY)
    RuleFactory.create(
        slug=figures.CEILING, kind=RuleKind.CEILING, unit=Unit.CNY, value=10_000_000, stops=False, name_en="Ceiling"
    )

    assert ([without], figures.ceiling(on=TODAY).words) == (NOTHING, "Ceiling: RMB 10,000,000.")


def test_service_names_a_figure_once() -> None:
    figure = FigureFactory.create()

    with pytest.raises(IntegrityError):
        FigureFactory.create(service=figure.service, rule=figure.rule)


@pytest.mark.parametrize("number", [1, 3])
def test_terms_take_as_many_queries_for_one_service_as_for_three(django_assert_num_queries, number) -> None:
    services = [FigureFactory.create(rule=RuleFactory.create().slug).service for _ in range(number)]

    with django_assert_num_queries(3):
        terms = figures.terms(services, on=TODAY)

    assert [len(terms.time(service)) for service in services] == [1] * number
