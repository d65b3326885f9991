"""In which language a fact of a record is given: the reader's where there is one, else another, and openly so."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from babel import Locale, UnknownLocaleError
from django.conf import settings
from django.utils.translation import get_language

from portal import languages
from portal.languages import LANGUAGES, Language


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words, the language they are in, and whether it is the reader's."""

    text: str
    language: Language
    own: bool


NOTHING: Final = ""


def reader() -> Language:
    """The language the page is read in."""
    return languages.by_code(get_language() or settings.LANGUAGE_CODE)


def spoken(row: object, field: str) -> Spoken:
    """A translated field in the reader's language, else in that of the original, else in whichever has it."""
    mine = reader()
    original = languages.BY_TEXT.get(getattr(row, "original_language", ""))
    for language in dict.fromkeys((mine, original or mine, *LANGUAGES)):
        text = getattr(row, f"{field}_{language.column}", "")
        if text:
            return Spoken(text, language, own=language is mine)
    return Spoken(NOTHING, mine, own=True)


def others(row: object, field: str) -> list[Spoken]:
    """The same fact in the languages that `spoken` does not give."""
    given = spoken(row, field)
    found = [(language, getattr(row, f"{field}_{language.column}", "")) for language in LANGUAGES]
    return [Spoken(text, language, own=False) for language, text in found if text and language is not given.language]


def language_name(text: str) -> str:
    """How a text's language is called in the reader's; its code where nobody has a name for it."""
    return str(languages.NAMES.get(text) or _cldr_name(text, reader().text) or text)


def own_name(text: str) -> str:
    """How a text's language calls itself; its code where that is not known."""
    language = languages.BY_TEXT.get(text)
    return language.name if language else _cldr_name(text, text) or text


# Bounded: a code may come from an address, and be anything.
@lru_cache(maxsize=1000)
def _cldr_name(text: str, into: str) -> str:
    """The name of a language in another, as CLDR has it: `zh-Hant` is told from `zh`; "" where it has none."""
    try:
        return Locale.parse(text, sep="-").get_display_name(Locale.parse(into, sep="-")) or ""
    except (UnknownLocaleError, ValueError):
        return ""
