"""What the adviser asks, of whom, and how far somebody has come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Choices = Sequence[tuple[str, Any]]
Answers = Mapping[str, str]

DISPUTE: Final = "dispute"
PROOF: Final = "proof"
ADVICE: Final = "advice"
# Asked of everybody.
FIRST: Final = "matter"
COUNTRY: Final = "other"
AMOUNT: Final = "amount"


@dataclass(frozen=True, slots=True)
class Question:
    """One question: whom it is for, by what they need, and what may be answered; countries are answered by code."""

    name: str
    label: Any
    short: Any
    of: frozenset[str]
    choices: Choices = ()
    hint: Any = ""


QUESTIONS: Final = (
    Question(
        FIRST,
        _("What do you need?"),
        _("What you need"),
        frozenset({DISPUTE, PROOF, ADVICE}),
        (
            (DISPUTE, _("There is a dispute with another party")),
            (PROOF, _("Something has to be proved or certified")),
            (ADVICE, _("I want to know where I stand, or have a contract looked at")),
        ),
    ),
    Question(
        "clause",
        _("What does your contract say about disputes?"),
        _("The contract says"),
        frozenset({DISPUTE}),
        (
            ("arbitration", _("Arbitration, with an institution named")),
            ("mediation", _("Mediation first")),
            ("court", _("A court")),
            ("both", _("Arbitration or a court, whichever one likes")),
            ("none", _("Nothing, or there is no written contract")),
            ("unsure", _("I am not sure what it means")),
        ),
        _("Look for a clause on disputes near the end of the contract, or in a separate agreement."),
    ),
    Question(
        COUNTRY,
        _("Where is the other party, or where will the paper be used?"),
        _("The other country"),
        frozenset({DISPUTE, PROOF}),
        (),
        _("What you are given in the end has to count there."),
    ),
    Question(
        "urgency",
        _("How urgent is it?"),
        _("Urgency"),
        frozenset({DISPUTE, PROOF}),
        (
            ("now", _("Goods, money or evidence may disappear")),
            ("soon", _("A time limit ends within weeks")),
            ("no", _("Not urgent")),
        ),
    ),
    Question(
        AMOUNT,
        _("How large is the sum in dispute?"),
        _("The sum in dispute"),
        frozenset({DISPUTE}),
        (
            ("within", _("Within the ceiling of the expedited procedure")),
            ("above", _("Above the ceiling of the expedited procedure")),
            ("unknown", _("Not known, or it is not about a sum")),
        ),
        _("It decides whether the expedited procedure of the Shenzhen Court of International Arbitration is open."),
    ),
    Question(
        "relation",
        _("Do you want to go on working with the other side?"),
        _("The relation is to be kept"),
        frozenset({DISPUTE}),
        (("yes", pgettext_lazy("answer", "Yes")), ("no", pgettext_lazy("answer", "No"))),
    ),
    Question(
        "expert",
        _("Is there a question only an expert can answer?"),
        _("A question for an expert"),
        frozenset({DISPUTE, PROOF}),
        (("yes", pgettext_lazy("answer", "Yes")), ("no", pgettext_lazy("answer", "No"))),
        _("Whether a signature is genuine, say, what a file contained, or what polluted a river."),
    ),
)
BY_NAME: Final = {question.name: question for question in QUESTIONS}


def read(given: Mapping[str, str], countries: Choices) -> dict[str, str]:
    """The answers that are one, to questions for whoever needs what the first answer says; the rest is left out."""
    first = given.get(FIRST, "")
    answers = {}
    for question in QUESTIONS:
        value = given.get(question.name, "")
        if first in question.of and value in dict(choices(question, countries)):
            answers[question.name] = value
    return answers


def following(answers: Answers) -> Question | None:
    """The question to be asked next; None where all are answered."""
    if FIRST not in answers:
        return BY_NAME[FIRST]
    return next((one for one in QUESTIONS if answers[FIRST] in one.of and one.name not in answers), None)


def choices(question: Question, countries: Choices) -> Choices:
    """What may be answered; to the question for a country, those that are known."""
    return countries if question.name == COUNTRY else question.choices
