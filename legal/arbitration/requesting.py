"""A request for arbitration read as a whole: what its pages show, what it lacks, what is frozen of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, Self

from django.utils import timezone

from legal.arbitration import houses
from legal.arbitration.estimating import Expected
from legal.arbitration.models import Agreement, Claim, Filing, Measure, Reliance, Supplement
from legal.arbitration.models.claim import added_up
from legal.arbitration.models.filing import filing_of
from legal.arbitration.reckoning import expected_for
from legal.matters.kinds import Side
from legal.matters.models import Matter


@dataclass
class Request:
    """Everything of one request, each kind of part read once."""

    matter: Matter

    @classmethod
    def of(cls, matter: Matter) -> Self:
        return cls(matter)

    @cached_property
    def filing(self) -> Filing:
        return filing_of(self.matter)

    @cached_property
    def agreements(self) -> list[Agreement]:
        rows = Agreement.objects.filter(matter=self.matter)
        return list(rows.select_related("institution__parent", "produced__exhibit"))

    @cached_property
    def claims(self) -> list[Claim]:
        rows = Claim.objects.filter(matter=self.matter).of_side(Side.APPLICANT)
        return list(rows.select_related("agreement"))

    @cached_property
    def counterclaims(self) -> list[Claim]:
        """Those that were filed, party by party."""
        rows = Claim.objects.filter(matter=self.matter).filed().select_related("party")
        return list(rows.order_by("party__position", "position"))

    @cached_property
    def in_dispute(self) -> Decimal:
        """All amounts the applicants claim, in RMB."""
        return added_up(self.claims)

    @cached_property
    def called(self) -> dict[str, str]:
        """What the institutions that the check found in the agreements are called in the active language, by slug."""
        ours = [one.institution for one in self.agreements if one.institution]
        known = {house.slug: houses.call(house) for one in ours for house in (one, one.parent) if house}
        found = {slug for one in self.agreements for finding in one.report.findings for slug in finding.institutions}
        return known | houses.called(found - known.keys())

    @cached_property
    def reliances(self) -> list[Reliance]:
        rows = Reliance.objects.filter(matter=self.matter)
        return list(rows.select_related("case__jurisdiction", "law__jurisdiction"))

    @cached_property
    def measures(self) -> list[Measure]:
        return list(Measure.objects.filter(matter=self.matter).select_related("against"))

    @cached_property
    def supplement(self) -> Supplement | None:
        """What is asked for and not answered yet."""
        return Supplement.objects.filter(matter=self.matter, answered_at=None).order_by("-position").first()

    @cached_property
    def expected(self) -> Expected | None:
        """What the fees would be, by the tables of today."""
        return expected_for(self.filing, self.in_dispute, on=timezone.localdate())

    def content(self) -> dict[str, Any]:
        """What is frozen of it beside what every matter has."""
        return {
            **self.filing.frozen(),
            "estimate": self.filing.estimate,
            **{name: [one.frozen() for one in rows] for name, rows in self.parts()},
        }

    def parts(self) -> Iterator[tuple[str, list[Any]]]:
        """Each kind of part by its name in what is frozen."""
        yield "agreements", self.agreements
        yield "claims", self.claims
        yield "reliances", self.reliances
        yield "measures", self.measures
