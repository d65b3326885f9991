"""The rules of the adviser, all of them, in one table; docs/services.md shows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.services.adviser.questions import ADVICE, DISPUTE, FIRST, PROOF


class Route(TextChoices):
    """What one can do, in the order the ways are shown where nothing speaks for one before another."""

    CONSULT = "consult", pgettext_lazy("way", "Consultation")
    MEDIATE = "mediate", pgettext_lazy("way", "Mediation")
    ARBITRATE = "arbitrate", pgettext_lazy("way", "Arbitration")
    NOTARIZE = "notarize", pgettext_lazy("way", "Notarization")
    APPRAISE = "appraise", pgettext_lazy("way", "Judicial appraisal")


class Verdict(TextChoices):
    """What a rule says of a way. `NOT_FOR` outweighs `BEGIN`, which outweighs `ALSO`; `NOTE` adds a reason alone."""

    NOT_FOR = "not-for", pgettext_lazy("way", "Not for this case")
    BEGIN = "begin", pgettext_lazy("way", "Begin here")
    ALSO = "also", pgettext_lazy("way", "Can help too")
    NOTE = "note", pgettext_lazy("way", "To be noted")


@dataclass(frozen=True, slots=True)
class Rule:
    """What is said of a way, and why, where every question in `when` is answered by one of its values."""

    slug: str
    route: Route
    verdict: Verdict
    when: Mapping[str, frozenset[str]]
    reason: Any


def _when(matter: str, **answers: str) -> dict[str, frozenset[str]]:
    """Answers by question, several with spaces between."""
    given = {name: frozenset(values.split()) for name, values in answers.items()}
    return {FIRST: frozenset(matter.split()), **given}


ALL_BUT_ADVICE: Final = f"{DISPUTE} {PROOF}"

RULES: Final = (
    Rule(
        "consult-advice",
        Route.CONSULT,
        Verdict.BEGIN,
        _when(ADVICE),
        _("You want to know where you stand, or what a contract means: that is a question for a lawyer."),
    ),
    Rule(
        "consult-clause-unclear",
        Route.CONSULT,
        Verdict.BEGIN,
        _when(DISPUTE, clause="unsure both court"),
        _("What your clause allows has to be read by a lawyer before anything is filed anywhere."),
    ),
    Rule(
        "consult-no-clause",
        Route.CONSULT,
        Verdict.BEGIN,
        _when(DISPUTE, clause="none"),
        _("Nothing you agreed on says who decides: a lawyer can say which ways are open, and before whom."),
    ),
    Rule(
        "consult-dispute",
        Route.CONSULT,
        Verdict.ALSO,
        _when(DISPUTE, clause="arbitration mediation"),
        _("A lawyer can weigh the claim and the evidence before you spend more on it."),
    ),
    Rule(
        "consult-proof",
        Route.CONSULT,
        Verdict.ALSO,
        _when(PROOF),
        _("A lawyer can say what has to be proved, and which paper the other country asks for."),
    ),
    Rule(
        "mediate-clause",
        Route.MEDIATE,
        Verdict.BEGIN,
        _when(DISPUTE, clause="mediation"),
        _("Your contract asks for mediation first."),
    ),
    Rule(
        "mediate-relation",
        Route.MEDIATE,
        Verdict.BEGIN,
        _when(DISPUTE, relation="yes"),
        _("You want to go on working together: a settlement that both agree to leaves that open."),
    ),
    Rule(
        "mediate-open",
        Route.MEDIATE,
        Verdict.ALSO,
        _when(DISPUTE, clause="arbitration court both none unsure", relation="no"),
        _("Mediation is open in any dispute, as long as both sides want it."),
    ),
    Rule(
        "mediate-urgent",
        Route.MEDIATE,
        Verdict.NOTE,
        _when(DISPUTE, urgency="now soon"),
        _("It does not stop what is urgent: see to the evidence and the time limit first."),
    ),
    Rule(
        "mediate-nothing",
        Route.MEDIATE,
        Verdict.NOT_FOR,
        _when(f"{PROOF} {ADVICE}"),
        _("There is no dispute that two sides could settle."),
    ),
    Rule(
        "arbitrate-clause",
        Route.ARBITRATE,
        Verdict.BEGIN,
        _when(DISPUTE, clause="arbitration"),
        _("Your contract refers the dispute to arbitration; with a valid agreement a court does not take the case."),
    ),
    Rule(
        "arbitrate-agree",
        Route.ARBITRATE,
        Verdict.ALSO,
        _when(DISPUTE, clause="none mediation"),
        _("It is open only if both sides agree to it in writing now."),
    ),
    Rule(
        "arbitrate-unclear",
        Route.ARBITRATE,
        Verdict.ALSO,
        _when(DISPUTE, clause="both unsure"),
        _("It is open if the clause turns out to be a valid arbitration agreement."),
    ),
    Rule(
        "arbitrate-court",
        Route.ARBITRATE,
        Verdict.NOT_FOR,
        _when(DISPUTE, clause="court"),
        _("Your contract names a court; arbitration needs an agreement of both sides to arbitrate."),
    ),
    Rule(
        "arbitrate-urgent",
        Route.ARBITRATE,
        Verdict.NOTE,
        _when(DISPUTE, clause="arbitration", urgency="now"),
        _("You can ask for preservation of property or evidence, in urgent cases before the arbitration begins."),
    ),
    Rule(
        "arbitrate-expedited",
        Route.ARBITRATE,
        Verdict.NOTE,
        _when(DISPUTE, clause="arbitration none mediation both unsure", amount="within"),
        _(
            "The sum is within the ceiling of the expedited procedure of the Shenzhen Court of International "
            "Arbitration."
        ),
    ),
    Rule(
        "arbitrate-ordinary",
        Route.ARBITRATE,
        Verdict.NOTE,
        _when(DISPUTE, clause="arbitration none mediation both unsure", amount="above"),
        _("Above that ceiling the expedited procedure of that court takes the written consent of both sides."),
    ),
    Rule(
        "arbitrate-nothing",
        Route.ARBITRATE,
        Verdict.NOT_FOR,
        _when(f"{PROOF} {ADVICE}"),
        _("There is no dispute to be decided."),
    ),
    Rule(
        "notarize-proof",
        Route.NOTARIZE,
        Verdict.BEGIN,
        _when(PROOF),
        _("A notary office certifies facts and papers, such as a power of attorney or a copy."),
    ),
    Rule(
        "notarize-urgent",
        Route.NOTARIZE,
        Verdict.BEGIN,
        _when(DISPUTE, urgency="now"),
        _("Evidence that may disappear can be preserved by a notary office before you file."),
    ),
    Rule(
        "notarize-dispute",
        Route.NOTARIZE,
        Verdict.ALSO,
        _when(DISPUTE, urgency="soon no"),
        _("Papers for the other country, and evidence, can be certified; what is itself in dispute cannot."),
    ),
    Rule(
        "notarize-advice",
        Route.NOTARIZE,
        Verdict.NOT_FOR,
        _when(ADVICE),
        _("There is nothing to be certified yet."),
    ),
    Rule(
        "appraise-expert",
        Route.APPRAISE,
        Verdict.BEGIN,
        _when(ALL_BUT_ADVICE, expert="yes"),
        _("Only a licensed institution can answer the question so that a court or tribunal can rely on it."),
    ),
    Rule(
        "appraise-no-question",
        Route.APPRAISE,
        Verdict.NOT_FOR,
        _when(ALL_BUT_ADVICE, expert="no"),
        _("No question for an expert is open."),
    ),
    Rule(
        "appraise-advice",
        Route.APPRAISE,
        Verdict.NOT_FOR,
        _when(ADVICE),
        _("No question for an expert is open yet."),
    ),
)
