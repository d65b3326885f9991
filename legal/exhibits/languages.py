"""The languages a document may be in: those of the countries around and of their trade, and none at all."""

from functools import lru_cache
from typing import Final

from babel import Locale
from django.utils.translation import get_language, pgettext

from portal.languages import NAMES, by_code

# A photograph, a recording of a machine: nothing there to translate.
WORDLESS: Final = "zxx"
# ISO 639, the shortest code there is; Chinese in any script is one language here, since no translation is asked for.
DOCUMENT_LANGUAGES: Final = (
    *("zh", "en", "ru", "ug", "kk", "ky", "uz", "tg", "tk", "mn", "ur", "fa", "prs", "ps", "hi", "ar", "tr", "az"),
    *("hy", "ka", "be", "uk", "de", "fr", "es", "pt", "it", "pl", "hu", "sr", "ms", "ta", "vi", "ko", "ja"),
)
# What CLDR calls by another code.
IN_CLDR: Final = {"prs": "fa_AF"}
LONGEST_CODE: Final = 3


def language_name(code: str) -> str:
    """How a language is called in the reader's; "" for none."""
    if code == WORDLESS:
        return pgettext("language of a document", "No words in it")
    if code in NAMES:
        return str(NAMES[code])
    return _cldr_name(code, by_code(get_language() or "").locale) if code in DOCUMENT_LANGUAGES else code


def choices() -> list[tuple[str, str]]:
    """The languages to choose from, named for the reader; those of the portal first."""
    return [(code, language_name(code)) for code in (*DOCUMENT_LANGUAGES, WORDLESS)]


def base(code: str) -> str:
    """A code without its script or region: `zh-Hant` is Chinese."""
    return code.split("-")[0]


@lru_cache(maxsize=200)
def _cldr_name(code: str, locale: str) -> str:
    return str(Locale.parse(locale).languages[IN_CLDR.get(code, code)])
