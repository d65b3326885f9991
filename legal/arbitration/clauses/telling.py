"""The findings in the words of the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from legal.arbitration.clauses.findings import Code, Finding, Report, Severity
from legal.arbitration.clauses.sources import OF_SCIA, SOURCES, Source

Words = str | Promise

SEVERITIES: Final[dict[Severity, Words]] = {
    Severity.BLOCKS: pgettext_lazy("of a finding in a clause", "Blocks"),
    Severity.DOUBTFUL: pgettext_lazy("of a finding in a clause", "Doubtful"),
    Severity.BETTER: pgettext_lazy("of a finding in a clause", "Could be better"),
    Severity.GOOD: pgettext_lazy("of a finding in a clause", "Found, and good"),
}
VERDICTS: Final[dict[Severity, Words]] = {
    Severity.BLOCKS: gettext_lazy(
        "Something in the wording can keep the dispute from being arbitrated. Change it before you sign."
    ),
    Severity.DOUBTFUL: gettext_lazy("The wording leaves something doubtful. Settle it before you sign."),
    Severity.BETTER: gettext_lazy(
        "The check found nothing that blocks. The clause would be clearer with what follows."
    ),
    Severity.GOOD: gettext_lazy("The clause says everything this check looks for."),
}
TITLES: Final[dict[Code, Words]] = {
    Code.EMPTY: gettext_lazy("There is no text"),
    Code.TOO_LONG: gettext_lazy("The text is too long"),
    Code.NO_CLAUSE: gettext_lazy("No clause on disputes"),
    Code.ONLY_NEGOTIATION: gettext_lazy("Talks only, no arbitration"),
    Code.ONLY_COURT: gettext_lazy("A court, not arbitration"),
    Code.INSTITUTION_NONE: gettext_lazy("No institution is named"),
    Code.INSTITUTION_VAGUE: gettext_lazy("One cannot tell which institution is meant"),
    Code.INSTITUTION_UNKNOWN: gettext_lazy("An institution this portal does not know"),
    Code.INSTITUTIONS_TWO: gettext_lazy("More than one institution"),
    Code.OR_COURT: gettext_lazy("Arbitrate or sue"),
    Code.AD_HOC: gettext_lazy("Arbitration without an institution"),
    Code.RULES_OF_ANOTHER: gettext_lazy("Rules of another institution"),
    Code.RULES_ALONE: gettext_lazy("Named by its rules alone"),
    Code.NAME_FORMER: gettext_lazy("A former name"),
    Code.NAME_INEXACT: gettext_lazy("Not the exact name"),
    Code.SEAT_NONE: gettext_lazy("No seat of arbitration"),
    Code.SEAT_BARE: gettext_lazy("The seat is only “China”"),
    Code.LANGUAGE_NONE: gettext_lazy("No language of the proceedings"),
    Code.ARBITRATORS_NONE: gettext_lazy("No number of arbitrators"),
    Code.LAW_NONE: gettext_lazy("No law for the clause itself"),
    Code.SCOPE_UNCLEAR: gettext_lazy("Which disputes are meant is not clear"),
    Code.INSTITUTION: gettext_lazy("The institution is recognised"),
    Code.BRANCH: gettext_lazy("The branch is recognised"),
    Code.SEAT: gettext_lazy("The seat is given"),
    Code.LANGUAGE: gettext_lazy("The language is given"),
    Code.ARBITRATORS: gettext_lazy("The number of arbitrators is given"),
    Code.LAW: gettext_lazy("The law of the clause is given"),
    Code.SCOPE: gettext_lazy("The disputes are described broadly"),
}
SENTENCES: Final[dict[Code, Words]] = {
    Code.EMPTY: gettext_lazy("Paste the clause."),
    Code.TOO_LONG: gettext_lazy("Paste the clause on disputes alone, not the whole contract."),
    Code.NO_CLAUSE: gettext_lazy(
        "Nothing in the text says how disputes are settled. Without a written agreement to arbitrate, no "
        "institution takes the case."
    ),
    Code.ONLY_NEGOTIATION: gettext_lazy(
        "The parties promise to talk or to mediate, and nothing says what follows if that fails. Add that the "
        "dispute is then arbitrated, and by whom."
    ),
    Code.ONLY_COURT: gettext_lazy(
        "The dispute goes to a court. If you want arbitration, the clause must say so and name the institution."
    ),
    Code.INSTITUTION_NONE: gettext_lazy(
        "The clause wants arbitration and does not say by which institution. Name one, by its full name."
    ),
    Code.INSTITUTION_VAGUE: gettext_lazy(
        "The words fit more than one institution, or none. Unless only one can be meant, the parties would have to "
        "agree on one after the dispute has begun. Write its full name."
    ),
    Code.INSTITUTION_UNKNOWN: gettext_lazy(
        "The clause seems to name an institution that is not among those this portal knows. Compare the name, "
        "letter by letter, with what the institution itself writes."
    ),
    Code.INSTITUTIONS_TWO: gettext_lazy(
        "The clause leads to more than one institution. If the parties cannot agree on one of them once they are "
        "in dispute, the agreement to arbitrate can fail. Keep one."
    ),
    Code.OR_COURT: gettext_lazy(
        "The clause leaves both arbitration and a court open for the same dispute, which can make the agreement to "
        "arbitrate invalid. Keep arbitration alone; a court may still order interim measures or enforce the award."
    ),
    Code.AD_HOC: gettext_lazy(
        "Arbitration without an institution is possible in China for foreign-related disputes between enterprises "
        "registered in a pilot free trade zone, and for maritime ones, under the Arbitration Law in force since 1 "
        "March 2026. Make sure that both sides meet the condition, or name an institution."
    ),
    Code.RULES_OF_ANOTHER: gettext_lazy(
        "One institution is to act by the rules of another, %(institution)s. Ask the institution whether it does "
        "so; its own rules are the safer choice."
    ),
    Code.RULES_ALONE: gettext_lazy(
        "Only the rules of %(institution)s are named, not the institution itself. Write that it administers the "
        "arbitration."
    ),
    Code.NAME_FORMER: gettext_lazy(
        "The clause uses a former name of %(institution)s. It is recognised; in a new contract write the present one."
    ),
    Code.NAME_INEXACT: gettext_lazy(
        "The name is not quite that of %(institution)s, which is probably meant. A name that is not exact is "
        "enough where one can tell which institution it is; write the exact one."
    ),
    Code.SEAT_NONE: gettext_lazy(
        "The seat decides which law governs the arbitration and which courts may set the award aside. Name a city."
    ),
    Code.SEAT_BARE: gettext_lazy(
        "“China” alone leaves open which city is meant, whether on the mainland or in Hong Kong, and so which "
        "courts. Name a city."
    ),
    Code.LANGUAGE_NONE: gettext_lazy(
        "Without it the language is settled only after the dispute has begun, and translations cost time. Name one."
    ),
    Code.ARBITRATORS_NONE: gettext_lazy(
        "Say whether one arbitrator decides or three. One costs less; three suit large disputes."
    ),
    Code.LAW_NONE: gettext_lazy(
        "The law of the contract need not be that of the agreement to arbitrate. If none is chosen, the law of the "
        "seat is looked to, and without a seat that of the court. Name one."
    ),
    Code.SCOPE_UNCLEAR: gettext_lazy(
        "Say that any dispute arising from or in connection with the contract is meant, so that nobody argues "
        "about which ones are arbitrated."
    ),
    Code.INSTITUTION: gettext_lazy("The clause names %(institution)s."),
    Code.BRANCH: gettext_lazy(
        "The clause names a branch, %(institution)s. The case is then one of the institution itself."
    ),
    Code.SEAT: gettext_lazy("A city is named as the seat."),
    Code.LANGUAGE: gettext_lazy("The clause says in which language the case is conducted."),
    Code.ARBITRATORS: gettext_lazy("The clause says how many arbitrators decide."),
    Code.LAW: gettext_lazy("The clause says by which law it is itself governed."),
    Code.SCOPE: gettext_lazy("The clause covers disputes of the contract without leaving some out."),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A finding for a page: its number, its words, where it rests on law its source."""

    number: int
    code: Code
    severity: Severity
    weight: str
    title: str
    sentence: str
    source: Source | None
    quotes: tuple[str, ...]

    @property
    def is_advice(self) -> bool:
        """Whether it rests on no law, but on how clauses are best drafted."""
        return self.source is None and self.severity is not Severity.GOOD


def verdict(report: Report) -> str:
    """One sentence on all of it; it never says that a clause is valid."""
    return str(VERDICTS[report.worst])


def tell(report: Report, called: Mapping[str, str]) -> list[Told]:
    """The findings in the active language; `called` gives the names of institutions."""
    return [_told(number, finding, report.text, called) for number, finding in enumerate(report.findings, 1)]


def _told(number: int, finding: Finding, text: str, called: Mapping[str, str]) -> Told:
    names = _("%(first)s and %(second)s") if len(finding.institutions) > 1 else "%(first)s"
    first, second = (*(called[slug] for slug in finding.institutions[:2]), "", "")[:2]
    return Told(
        number,
        finding.code,
        finding.severity,
        str(SEVERITIES[finding.severity]),
        str(TITLES[finding.code]),
        str(SENTENCES[finding.code]) % {"institution": names % {"first": first, "second": second}},
        source(finding),
        tuple(text[span.start : span.end] for span in finding.spans),
    )


def source(finding: Finding) -> Source | None:
    """What a finding rests on; nothing where that is not known to hold for the institution it is about."""
    if finding.code in OF_SCIA and not all(slug.startswith("scia") for slug in finding.institutions):
        return None
    return SOURCES.get(finding.code)
