"""How long services take and what they cost, out of the rules of laws and institutions, and never without one."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain
from typing import Final

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from legal.laws.spoken import spoken
from legal.rules.kinds import Status, Unit
from legal.rules.models import Rule, Schedule
from legal.services.facts import Fact, unknown
from legal.services.kinds import Aspect, Known
from legal.services.models import Figure, Service
from legal.services.starting import STARTS

WORTH: Final = {
    Status.CONFIRMED: Known.CONFIRMED,
    Status.TO_BE_CONFIRMED: Known.TO_BE_CONFIRMED,
    Status.UNKNOWN: Known.UNKNOWN,
}
# Up to what amount in dispute the first institution's expedited procedure applies.
CEILING: Final = "scia-expedited-ceiling"
Source = Rule | Schedule


@dataclass(frozen=True, slots=True)
class Terms:
    """Time and cost of services, by service and aspect."""

    told: Mapping[tuple[int, str], list[Fact]] = field(default_factory=dict)

    def time(self, service: Service) -> list[Fact]:
        """How long it takes."""
        return self._of(service, Aspect.TIME)

    def cost(self, service: Service) -> list[Fact]:
        """What it costs."""
        return self._of(service, Aspect.COST)

    def _of(self, service: Service, aspect: Aspect) -> list[Fact]:
        return self.told.get((service.pk, aspect)) or [otherwise(service)]


def terms(services: Iterable[Service], *, on: datetime.date) -> Terms:
    """Time and cost as of a day; three queries, however many services they are."""
    figures = list(Figure.objects.filter(service__in=services))
    known = sources((figure.rule for figure in figures), on=on)
    told: dict[tuple[int, str], list[Fact]] = {}
    for figure in figures:
        if figure.rule in known:
            told.setdefault((figure.service_id, figure.aspect), []).append(fact(known[figure.rule]))
    return Terms(told)


def sources(slugs: Iterable[str], *, on: datetime.date) -> dict[str, Source]:
    """The rules and fee tables of these slugs in force on a day; two queries."""
    asked = set(slugs)
    rows = chain(Schedule.objects.in_force(on).filter(slug__in=asked), Rule.objects.in_force(on).filter(slug__in=asked))
    return {row.slug: row for row in rows}


def ceiling(*, on: datetime.date) -> Fact:
    """Up to what amount the expedited procedure applies."""
    found = sources([CEILING], on=on).get(CEILING)
    return fact(found) if found else not_known()


def not_known() -> Fact:
    """What an institution tells each time."""
    return unknown(_("As notified by the institution."))


def otherwise(service: Service) -> Fact:
    """What is said of a service without a figure: some begin here by agreement with whoever gives them."""
    start = STARTS.get(service.slug)
    return Fact(_("As agreed on before it begins.")) if start and start.agreed else not_known()


def fact(source: Source) -> Fact:
    """A rule or a fee table as a fact."""
    return Fact(
        _told(source),
        WORTH[Status(source.status)],
        spoken(source, "source_title").text,
        source.source_url,
        source.checked_on,
    )


def _told(source: Source) -> str:
    named = {"name": spoken(source, "name").text}
    if not source.is_known:
        return _("%(name)s: as notified by the institution.") % named
    if isinstance(source, Schedule):
        return _("%(name)s: by the amount in dispute.") % named
    return _figure(source.figure, Unit(source.unit), named)


def _figure(value: Decimal, unit: Unit, named: dict[str, str]) -> str:
    number = int(value)
    sentences = {
        Unit.DAYS: ngettext("%(name)s: %(figure)s day.", "%(name)s: %(figure)s days.", number),
        Unit.WORKING_DAYS: ngettext("%(name)s: %(figure)s working day.", "%(name)s: %(figure)s working days.", number),
        Unit.MONTHS: ngettext("%(name)s: %(figure)s month.", "%(name)s: %(figure)s months.", number),
        Unit.CNY: _("%(name)s: RMB %(figure)s."),
        Unit.PERCENT: _("%(name)s: %(figure)s %%."),
    }
    return sentences[unit] % {**named, "figure": _number(value)}


def _number(value: Decimal) -> str:
    whole = value == value.to_integral_value()
    return number_format(value, decimal_pos=0 if whole else 2, use_l10n=True, force_grouping=True)
