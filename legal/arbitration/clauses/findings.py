"""What the check can find in a clause, how much it weighs, and on which words it stands."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from legal.arbitration.clauses.folding import Span


class Severity(StrEnum):
    """How much a finding weighs."""

    BLOCKS = "blocks"
    DOUBTFUL = "doubtful"
    BETTER = "better"
    GOOD = "good"


class Code(StrEnum):
    """What was found; `-none` names what was looked for and is not there."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    NO_CLAUSE = "no-clause"
    ONLY_NEGOTIATION = "only-negotiation"
    ONLY_COURT = "only-court"
    INSTITUTION_NONE = "institution-none"
    INSTITUTION_VAGUE = "institution-vague"
    INSTITUTION_UNKNOWN = "institution-unknown"
    INSTITUTIONS_TWO = "institutions-two"
    OR_COURT = "or-court"
    AD_HOC = "ad-hoc"
    RULES_OF_ANOTHER = "rules-of-another"
    RULES_ALONE = "rules-alone"
    NAME_FORMER = "name-former"
    NAME_INEXACT = "name-inexact"
    SEAT_NONE = "seat-none"
    SEAT_BARE = "seat-bare"
    LANGUAGE_NONE = "language-none"
    ARBITRATORS_NONE = "arbitrators-none"
    LAW_NONE = "law-none"
    SCOPE_UNCLEAR = "scope-unclear"
    INSTITUTION = "institution"
    BRANCH = "branch"
    SEAT = "seat"
    LANGUAGE = "language"
    ARBITRATORS = "arbitrators"
    LAW = "law"
    SCOPE = "scope"


SEVERITIES: Final = {
    Code.EMPTY: Severity.BLOCKS,
    Code.TOO_LONG: Severity.BLOCKS,
    Code.NO_CLAUSE: Severity.BLOCKS,
    Code.ONLY_NEGOTIATION: Severity.BLOCKS,
    Code.ONLY_COURT: Severity.BLOCKS,
    Code.INSTITUTION_NONE: Severity.BLOCKS,
    Code.INSTITUTION_VAGUE: Severity.BLOCKS,
    Code.INSTITUTIONS_TWO: Severity.BLOCKS,
    Code.OR_COURT: Severity.BLOCKS,
    Code.INSTITUTION_UNKNOWN: Severity.DOUBTFUL,
    Code.AD_HOC: Severity.DOUBTFUL,
    Code.RULES_OF_ANOTHER: Severity.DOUBTFUL,
    Code.SEAT_NONE: Severity.DOUBTFUL,
    Code.SEAT_BARE: Severity.DOUBTFUL,
    Code.RULES_ALONE: Severity.BETTER,
    Code.NAME_FORMER: Severity.BETTER,
    Code.NAME_INEXACT: Severity.BETTER,
    Code.LANGUAGE_NONE: Severity.BETTER,
    Code.ARBITRATORS_NONE: Severity.BETTER,
    Code.LAW_NONE: Severity.BETTER,
    Code.SCOPE_UNCLEAR: Severity.BETTER,
    Code.INSTITUTION: Severity.GOOD,
    Code.BRANCH: Severity.GOOD,
    Code.SEAT: Severity.GOOD,
    Code.LANGUAGE: Severity.GOOD,
    Code.ARBITRATORS: Severity.GOOD,
    Code.LAW: Severity.GOOD,
    Code.SCOPE: Severity.GOOD,
}
ORDER: Final = list(Severity)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: the words it stands on, none where something is lacking, and which institution it is about."""

    code: Code
    spans: tuple[Span, ...] = ()
    institutions: tuple[str, ...] = field(default=())

    @property
    def severity(self) -> Severity:
        return SEVERITIES[self.code]


@dataclass(frozen=True, slots=True)
class Report:
    """All that was found in one text, what weighs most first."""

    text: str
    findings: tuple[Finding, ...]

    @property
    def codes(self) -> set[Code]:
        return {finding.code for finding in self.findings}

    @property
    def worst(self) -> Severity:
        """How much the first finding weighs."""
        return self.findings[0].severity
