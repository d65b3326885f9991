"""The three languages of the portal, and every code another standard knows them by."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the portal: `code` stands in addresses, `text` in law folders and on provisions."""

    code: str
    text: str
    tag: str
    akoma: str
    column: str
    name: str
    locale: str


LANGUAGES: Final = (
    Language("zh-hans", "zh", "zh-Hans", "zho", "zh_hans", "中文", "zh_CN"),
    Language("en", "en", "en", "eng", "en", "English", "en_GB"),
    Language("ru", "ru", "ru", "rus", "ru", "Русский", "ru_RU"),
)
DEFAULT: Final = LANGUAGES[0]
CODES: Final = tuple(language.code for language in LANGUAGES)
TEXTS: Final = tuple(language.text for language in LANGUAGES)

BY_CODE: Final = {language.code: language for language in LANGUAGES}
BY_TEXT: Final = {language.text: language for language in LANGUAGES}

# ISO 639-3, as Akoma Ntoso addresses want it, for originals in a language that is none of the three.
OTHER_AKOMA: Final = {
    "kk": "kaz",
    "ky": "kir",
    "uz": "uzb",
    "tg": "tgk",
    "tk": "tuk",
    "ur": "urd",
    "ug": "uig",
    "mn": "mon",
    "fa": "fas",
    "ar": "ara",
    "tr": "tur",
    "fr": "fra",
    "es": "spa",
    "de": "deu",
}

# How a language is called where its name stands in a sentence of the reader's own language.
NAMES: Final = {
    "zh": _("Chinese"),
    "en": _("English"),
    "ru": _("Russian"),
    "kk": _("Kazakh"),
    "ky": _("Kyrgyz"),
    "uz": _("Uzbek"),
    "tg": _("Tajik"),
    "tk": _("Turkmen"),
    "ur": _("Urdu"),
    "ug": _("Uyghur"),
    "mn": _("Mongolian"),
    "fa": _("Persian"),
    "ar": _("Arabic"),
    "tr": _("Turkish"),
    "fr": _("French"),
    "es": _("Spanish"),
    "de": _("German"),
}
# Quotation marks of each language, and those that stand between them.
INNER: Final = {
    "zh": str.maketrans("“”", "‘’"),
    "en": str.maketrans("“”", "‘’"),
    "ru": str.maketrans("«»", "„“"),
}
RIGHT_TO_LEFT: Final = frozenset({"ur", "ug", "fa", "ar", "prs", "ps"})


def by_code(code: str) -> Language:
    """The language of an address or of `get_language()`; the default one for a code that is not ours."""
    return BY_CODE.get(code.lower(), DEFAULT)


def inner(words: object) -> str:
    """Words as they stand between quotation marks of the language in force: their own marks become inner ones."""
    return str(words).translate(INNER[by_code(get_language() or "").text])


def text_code(code: str) -> str:
    """`zh-hans` or `zh-Hans` to `zh`: the code provisions carry for what the interface calls so."""
    return by_code(code).text if code.lower() in BY_CODE else code


def tag(text: str) -> str:
    """The BCP 47 tag a page's `lang` attribute wants for a text: `zh` becomes `zh-Hans`."""
    language = BY_TEXT.get(text)
    return language.tag if language else text


def akoma(text: str) -> str:
    """ISO 639-3 of a text's language, `und` where it is not known."""
    language = BY_TEXT.get(text)
    return language.akoma if language else OTHER_AKOMA.get(text.split("-")[0], "und")


def direction(text: str) -> str:
    """`rtl` for languages written from the right, else `ltr`."""
    return "rtl" if text.split("-")[0] in RIGHT_TO_LEFT else "ltr"
