"""The agreement to arbitrate: the words of the clause, and what the check found in them."""

from collections.abc import Sequence
from typing import Any, Final

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.arbitration.clauses.findings import Code, Finding, Report
from legal.arbitration.clauses.folding import Span
from legal.arbitration.models.part import Part
from legal.matters.models import Produced
from legal.rules.models import Institution
from portal.history import tracked

LONGEST_CONTRACT: Final = 300
LONGEST_WORDS: Final = 200
MOST_ARBITRATORS: Final = 9


@tracked(part_of="matter", exclude=["clause", "findings"])
class Agreement(Part):
    """One agreement; several contracts may each have one.

    `findings` are what the check found on `checked_at`, as codes with their places: they are told in the reader's
    language, whichever that is. Seat, language, number and rules are what the applicant reads in the agreement.
    """

    contract = models.CharField(_("contract"), max_length=LONGEST_CONTRACT)
    dated = models.DateField(_("date of the contract"), null=True, blank=True)
    clause = models.TextField(_("words of the agreement"))
    produced = models.ForeignKey(
        Produced, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("exhibit that has it")
    )
    institution = models.ForeignKey(
        Institution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=pgettext_lazy("that arbitrates", "institution"),
    )
    seat = models.CharField(_("seat"), max_length=LONGEST_WORDS, blank=True)
    language = models.CharField(_("language of the proceedings"), max_length=LONGEST_WORDS, blank=True)
    arbitrators = models.PositiveSmallIntegerField(_("number of arbitrators"), null=True, blank=True)
    rules = models.CharField(_("rules agreed on"), max_length=LONGEST_WORDS, blank=True)
    objects_online = models.BooleanField(_("objection to arbitration online"), default=False)
    findings = models.JSONField(_("what the check found"), default=list, blank=True)
    checked_at = models.DateTimeField(_("checked"))

    class Meta(Part.Meta):
        verbose_name = _("agreement to arbitrate")
        verbose_name_plural = _("agreements to arbitrate")
        constraints = [
            *Part.Meta.constraints,
            models.CheckConstraint(
                name="arbitration_agreement_arbitrators",
                condition=Q(arbitrators=None) | Q(arbitrators__gte=1, arbitrators__lte=MOST_ARBITRATORS),
                violation_error_message=_("Give the number of arbitrators, from 1 to 9."),
            ),
        ]

    def __str__(self) -> str:
        return self.contract

    @property
    def report(self) -> Report:
        """What the check found, to be told in any language."""
        return Report(self.clause, tuple(_read(kept) for kept in self.findings))

    def frozen(self) -> dict[str, Any]:
        facts = ("position", "contract", "clause", "seat", "language", "arbitrators", "rules", "objects_online")
        return {fact: getattr(self, fact) for fact in facts} | {
            "dated": self.dated.isoformat() if self.dated else "",
            "exhibit": self.produced.number if self.produced else 0,
            "institution": self.institution.slug if self.institution else "",
            "findings": self.findings,
        }


def kept(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Findings as they are kept: codes, places in the text, institutions by slug."""
    return [
        {
            "code": finding.code.value,
            "spans": [[span.start, span.end] for span in finding.spans],
            "institutions": list(finding.institutions),
        }
        for finding in findings
    ]


def _read(kept: dict[str, Any]) -> Finding:
    spans = tuple(Span(start, end) for start, end in kept["spans"])
    return Finding(Code(kept["code"]), spans, tuple(kept["institutions"]))
