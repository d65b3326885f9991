"""What a version of a settlement says otherwise than the one before it, language by language, its words marked."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from legal.laws import marked
from legal.laws.comparing import Mark, marks
from legal.mediation.models import Settlement
from portal.languages import LANGUAGES, Language


@dataclass(frozen=True, slots=True)
class Changed:
    """A language whose words differ: each version as HTML, "" where one has no text in it."""

    language: Language
    old: SafeString
    new: SafeString


@dataclass(frozen=True, slots=True)
class Comparison:
    """A version beside the one before it; `same` are the languages in which not a word differs."""

    old: Settlement
    new: Settlement
    changed: list[Changed]
    same: list[Language]


def compared(settlement: Settlement) -> Comparison | None:
    """A version compared with the one before it; None for the first."""
    former = settlement.matter.settlements.select_related("refusal__by").filter(version=settlement.version - 1).first()
    if former is None:
        return None
    changed = []
    for language in LANGUAGES:
        old, new = (text.texts.get(language.code, "") for text in (former, settlement))
        if old != new:
            runs = marks(old, new)
            sides = (marked.paragraphs(runs, mine) for mine in (Mark.DELETED, Mark.INSERTED))
            changed.append(Changed(language, *sides))
    same = [language for language, words in settlement.written if former.texts.get(language.code) == words]
    return Comparison(former, settlement, changed, same)
