"""What each side agrees to before it mediates. It is an agreement of the parties, and no consent to the use of data.

That what is said stays within the mediation is promised here by the parties to one another: no rule of law that says
so is confirmed, and none is claimed. A changed text gets another version; the old one is kept by its sum.
"""

from typing import Final

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from legal.matters.canonical import digest

# Raised with each change of the sentences.
VERSION: Final = 1
SENTENCES: Final = (
    _("We want to settle this dispute with the help of a mediator, of our own will, and can stop at any time."),
    _(
        "What is said, offered or admitted in the mediation stays within it: we use it in no arbitration and before no "
        "court, and name neither the mediator nor the other side as a witness of it. Papers that were there before, or "
        "that can be had otherwise, may be used as ever."
    ),
    _("The mediator decides nothing. Only what both sides have confirmed, word by word, is a settlement."),
    _("Mediating may stop a time limit or not, as the applicable law says: each side sees to its own limits."),
)


def text(language: str) -> str:
    """What is agreed to, as it is shown in a language."""
    with translation.override(language):
        return "\n".join(str(sentence) for sentence in SENTENCES)


def summed_up(language: str) -> str:
    """The SHA-256 of the text that is shown in a language."""
    return digest(text(language))
