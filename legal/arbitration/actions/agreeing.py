"""An agreement to arbitrate is written down together with what the check finds in it."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from legal.arbitration import houses
from legal.arbitration.actions import parts
from legal.arbitration.clauses.checking import check
from legal.arbitration.clauses.findings import Code, Report
from legal.arbitration.models import Agreement
from legal.arbitration.models.agreement import kept
from legal.matters.models import Matter
from legal.rules.models import Institution
from portal.accounts.models import User


def add(matter: Matter, *, facts: Mapping[str, Any], by: User) -> Agreement:
    """Add an agreement, checked; Entry. `NotAllowedError` as `parts.add`."""
    return parts.add(matter, Agreement, facts=checked(facts), by=by)


def change(agreement: Agreement, *, facts: Mapping[str, Any], version: int, by: User) -> Agreement:
    """Change an agreement, checked anew; Entry. `NotAllowedError` as `parts.change`."""
    return parts.change(agreement, facts=checked(facts), version=version, by=by)


def checked(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts of an agreement with what the check finds in its words, and the institution it recognises."""
    recogniser, _called = houses.known()
    report = check(facts["clause"], recogniser)
    return {
        **facts,
        "findings": kept(report.findings),
        "checked_at": timezone.now(),
        "institution": Institution.objects.filter(slug=recognised(report)).first(),
    }


def recognised(report: Report) -> str:
    """The slug of the one institution a clause leads to, of its branch where it names one; "" for none or several."""
    found = {finding.code: finding.institutions for finding in report.findings}
    if Code.INSTITUTIONS_TWO in found:
        return ""
    return next(iter((*found.get(Code.BRANCH, ()), *found.get(Code.INSTITUTION, ()))), "")
