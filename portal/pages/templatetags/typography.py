"""What each language asks of spaces and of the signs between words."""

import re
from typing import Final

from django import template
from django.utils.formats import number_format
from django.utils.translation import get_language

from portal.languages import inner

register = template.Library()
register.filter("inner", inner)

NO_BREAK: Final = "\N{NO-BREAK SPACE}"
MONTHS: Final = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
# Spaces that may not end a line: after a word of one letter, inside a date, before "г." and a dash, after "№", "ст.".
BOUND: Final = re.compile(
    rf"(?<=\b[авикосуяАВИКОСУЯ]) (?=\S)"
    rf"|(?<=\d) (?=(?:{MONTHS})\b)"
    r"|(?<=\d{4}) (?=г(?:\.|г\.|од))"
    r"|(?<=[№§]) (?=\d)"
    r"|(?:(?<=\bст\.)|(?<=\bп\.)|(?<=\bч\.)) (?=\d)"
    r"| (?=— )",
)
ENGLISH_DATE: Final = re.compile(
    r"(?<=\d) (?=(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)
# A point between letters, as in the address of a website: mail programs make a link of it, whoever wrote it.
LINKED: Final = re.compile(r"(?<=\w)\.(?=[^\W\d_])")
NON_JOINER: Final = "\u200c"
MONTH_YEAR: Final = re.compile(rf"(?<=\d{NO_BREAK})({MONTHS}) (?=\d{{4}})")


@register.filter(is_safe=True)
def unlinked(text: object) -> str:
    """Text of a mail in which a name that somebody typed stands: what looks like an address leads nowhere."""
    return LINKED.sub(f".{NON_JOINER}", str(text))


@register.filter(is_safe=True)
def nobreak(text: object, language: str = "") -> str:
    """Russian text with no-break spaces where a line may not end, English with one in its dates; Chinese as it is."""
    words = str(text)
    spoken = language or get_language() or ""
    if spoken == "en":
        return ENGLISH_DATE.sub(NO_BREAK, words)
    if spoken != "ru":
        return words
    return MONTH_YEAR.sub(rf"\1{NO_BREAK}", BOUND.sub(NO_BREAK, words))


@register.filter
def grouped(number: int) -> str:
    """A count as the reader's language writes it: 127,059 and 127 059. Years and numbers of articles are no counts."""
    return number_format(number, force_grouping=True)


@register.simple_tag
def colon() -> str:
    """What stands between a name and its value in the reader's language: 金额：100 and "Sum: 100"."""
    return "：" if (get_language() or "").startswith("zh") else ": "


@register.simple_tag
def comma() -> str:
    """What stands between the items of a list in the reader's language: 合同、货物买卖 and "contract, sale"."""
    return "、" if (get_language() or "").startswith("zh") else ", "
