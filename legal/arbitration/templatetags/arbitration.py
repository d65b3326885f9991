"""What pages show of arbitration: amounts as they are written, the steps of a request, what it says."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import template
from django.utils.formats import number_format
from django.utils.http import urlencode

from legal.arbitration.access import KIND
from legal.arbitration.actions.joining import JOINING
from legal.arbitration.clauses.sources import REVISED_IN_LAW, Source
from legal.arbitration.clauses.telling import Told, tell
from legal.arbitration.comparing import changed
from legal.arbitration.models import Agreement, Joinder, Reliance
from legal.arbitration.requesting import Request
from legal.arbitration.steps import Passed, passed
from legal.cases.places import place_name
from legal.laws.spoken import reader, spoken
from legal.matters.access import Seat
from legal.matters.kinds import BY_SLUG
from legal.matters.models import Matter

register = template.Library()


@register.filter
def written(number: Decimal) -> str:
    """A decimal with its thousands set apart, hundredths only where there are any."""
    plain = number.quantize(Decimal(1)) if number == number.to_integral_value() else number
    return number_format(plain, use_l10n=True, force_grouping=True)


@register.simple_tag
def revised_law() -> Source:
    """Where it was read what the Arbitration Law says since 1 March 2026 of measures, and of arbitration online."""
    return REVISED_IN_LAW


@register.inclusion_tag("arbitration/filing/_around.html")
def steps_of(matter: Matter, here: str) -> dict[str, Any]:
    """The step before and the one after a page that every matter has; nothing of any other matter than a request."""
    if matter.kind != KIND:
        return {"step": None}
    return around_of(passed(Request.of(matter), here))


@register.inclusion_tag("arbitration/filing/_around.html")
def around_of(steps: list[Passed]) -> dict[str, Any]:
    """The step before the one a page stands at and the one after; the first has none before, the last none after."""
    at = next(place for place, one in enumerate(steps) if one.is_current)
    before, after = steps[:at][-1:], steps[at + 1 :][:1]
    return {
        "step": steps[at],
        "before": next(iter(before), None),
        "after": next(iter(after), None),
        "total": len(steps),
    }


@register.inclusion_tag("arbitration/filing/_request.html")
def request_of(own: object) -> dict[str, Any]:
    """Everything a request says, marked where it was changed since it was submitted last; nothing of another matter.

    Here and below `own` is what was made of the matter by `Proceeding.own`.
    """
    if not isinstance(own, Request):
        return {"asked": None}
    return {"asked": own, "changed": changed(own) if own.matter.is_writable else frozenset()}


@register.inclusion_tag("arbitration/filing/_counterclaims.html")
def counterclaims_in(own: object) -> dict[str, Any]:
    """What respondents have claimed in turn, as far as it was filed; nothing of another matter."""
    return {"claims": own.counterclaims if isinstance(own, Request) else []}


@register.inclusion_tag("admin/arbitration/_joinders.html")
def joinders_in(matter: Matter) -> dict[str, Any]:
    """Who is to become a party, with what was decided, in the console; nothing of another matter."""
    rows = Joinder.objects.filter(matter=matter).select_related("country") if matter.kind == KIND else []
    return {"matter": matter, "joinders": rows}


@register.inclusion_tag("arbitration/filing/_of_matter.html")
def arbitration_of(seat: Seat, own: object) -> dict[str, Any]:
    """What staff ask the applicant of a request for; nothing of another matter."""
    if not isinstance(own, Request):
        return {"matter": None}
    matter = own.matter
    return {
        "matter": matter,
        "supplement": own.supplement if matter.is_writable and not matter.is_draft else None,
        "may_write": seat.may_write,
    }


@register.inclusion_tag("arbitration/filing/_further.html")
def joinders_of(seat: Seat) -> dict[str, Any]:
    """Who is to be joined to an arbitration, and where that is asked for; nothing of another matter."""
    matter = seat.matter
    if matter.kind != KIND:
        return {"matter": None}
    return {
        "matter": matter,
        "joins": seat.may_act and matter.state in JOINING,
        "joinders": Joinder.objects.filter(matter=matter).select_related("country"),
    }


@register.inclusion_tag("arbitration/filing/_file_with.html")
def file_with(address: str) -> dict[str, Any]:
    """A link from an article or a case to a request that names it; nothing while none can be filed."""
    return {"query": urlencode({"with": address}), "offered": BY_SLUG[KIND].offered}


@register.simple_tag
def filing_is_offered() -> bool:
    """Whether requests can be filed in the portal."""
    return BY_SLUG[KIND].offered


@register.simple_tag
def findings_of(agreement: Agreement, called: Mapping[str, str]) -> list[Told]:
    """What the check found in an agreement, in the active language; `called` gives the names of institutions."""
    return tell(agreement.report, called)


@register.simple_tag
def key_of(name: str, position: int) -> str:
    """By what a changed part is known."""
    return f"{name}-{position}"


@register.filter
def relied(reliance: Reliance) -> str:
    """What the article or case is called in the reader's language."""
    if reliance.law is None:
        return spoken(reliance.case, "title").text
    title = spoken(reliance.law, "title").text
    if not reliance.path:
        return title
    return f"{title}, {place_name(reliance.path, reliance.law.unit, reader().text)}"
