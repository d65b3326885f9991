"""What pages with figures want besides what Django has."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from legal.rules.fees.lines import money
from legal.rules.kinds import Status, Unit
from legal.rules.models import CalendarYear, Rule

register = template.Library()

BADGES: Final = {
    Status.CONFIRMED.value: "done",
    Status.TO_BE_CONFIRMED.value: "waiting",
    Status.UNKNOWN.value: "unknown",
}


@register.filter
def sureness(status: str) -> str:
    """How the status of a figure is marked."""
    return BADGES[status]


@register.filter
def figure(rule: Rule) -> str:
    """The figure of a rule that is known, with its unit."""
    if rule.unit == Unit.CNY:
        return rmb(rule.figure)
    number = int(rule.figure)
    words = {
        Unit.PERCENT.value: lambda: _("%(number)s %%"),
        Unit.DAYS.value: lambda: ngettext("%(number)s day", "%(number)s days", number),
        Unit.WORKING_DAYS.value: lambda: ngettext("%(number)s working day", "%(number)s working days", number),
        Unit.MONTHS.value: lambda: ngettext("%(number)s month", "%(number)s months", number),
    }
    return words[rule.unit]() % {"number": amount(rule.figure)}


@register.filter
def rmb(number: Decimal) -> str:
    """An amount in RMB."""
    return ngettext("RMB %(number)s", "RMB %(number)s", int(number)) % {"number": amount(number)}


@register.filter
def amount(number: Decimal) -> str:
    """An amount as the reader's language writes it."""
    return money(number)


@register.filter
def per_cent(rate: Decimal) -> str:
    """A rate without zeros at its end."""
    return _("%(number)s %%") % {"number": number_format(rate.normalize(), use_l10n=True)}


@register.filter
def published(years: Iterable[CalendarYear]) -> list[int]:
    """The years that are published, the first one first."""
    return sorted(year.year for year in years if year.published)
