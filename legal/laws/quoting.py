"""How a reader quotes an article: after GB/T 7714 in Chinese, OSCOLA in English, GOST R 7.0.5 in Russian.

The three differ in what they name and in which order, so each is written here as a whole, not translated. What each was
checked against stands in docs/cases.md.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.utils.formats import date_format
from django.utils.translation import override

from legal.laws.kinds import ArticleUnit, TextStatus
from portal.languages import BY_TEXT


@dataclass(frozen=True, slots=True)
class Quoted:
    """What a citation names: `place` as printed and, where it is an article, its `number` and what the law calls it.

    `within` is the annex it stands in.
    """

    title: str
    authority: str
    act: str
    adopted: datetime.date | None
    in_force: datetime.date | None
    treaty: bool
    within: str
    place: str
    number: str
    unit: str
    status: str
    address: str
    read: datetime.date


# What a text that is not the official one is worth, in the words of each language.
WORTH: Final = {
    "zh": {TextStatus.TRANSLATION: "译文", TextStatus.MACHINE: "机器译文", TextStatus.DIGEST: "编辑摘要"},
    "en": {
        TextStatus.TRANSLATION: "translation",
        TextStatus.MACHINE: "machine translation",
        TextStatus.DIGEST: "digest",
    },
    "ru": {TextStatus.TRANSLATION: "перевод", TextStatus.MACHINE: "машинный перевод", TextStatus.DIGEST: "изложение"},
}


def quotation(quoted: Quoted, language: str) -> str:
    """The citation as readers of a language are used to it, whatever language the page is read in."""
    with override(BY_TEXT[language].code):
        return STYLES[language](quoted, WORTH[language].get(TextStatus(quoted.status), ""))


def _chinese(quoted: Quoted, worth: str) -> str:
    author = f"{quoted.authority}. " if quoted.authority else ""
    title = "：".join(filter(None, (quoted.title, quoted.act, f"{quoted.within}{quoted.place}", worth)))
    # The edition has a place of its own, before the day of issue.
    since = f"{quoted.in_force.isoformat()}起施行. " if quoted.in_force else ""
    day = f"（{quoted.adopted.isoformat()}）" if quoted.adopted else ""
    return f"{author}{title}[EB/OL]. {since}{day}[{quoted.read.isoformat()}]. {quoted.address}."


def _english(quoted: Quoted, worth: str) -> str:
    short = "s" if quoted.unit == ArticleUnit.SECTION else "art"
    place = ", ".join(filter(None, (quoted.within, f"{short} {quoted.number}" if quoted.number else quoted.place)))
    told = _treaty(quoted, place) if quoted.treaty else _statute(quoted, place)
    worth = f" ({worth})" if worth else ""
    return f"{told}{worth} <{quoted.address}> accessed {date_format(quoted.read)}."


def _treaty(quoted: Quoted, place: str) -> str:
    """Its days in brackets, then the series it is printed in, and the article after a space."""
    adopted = f"adopted {date_format(quoted.adopted)}" if quoted.adopted else ""
    since = f"entered into force {date_format(quoted.in_force)}" if quoted.in_force else ""
    days = ", ".join(filter(None, (adopted, since)))
    return " ".join(filter(None, (quoted.title, f"({days})" if days else "", quoted.act, place)))


def _statute(quoted: Quoted, place: str) -> str:
    year = f" {quoted.adopted.year}" if quoted.adopted and str(quoted.adopted.year) not in quoted.title else ""
    act = f" ({quoted.act})" if quoted.act else ""
    since = f" (in force {date_format(quoted.in_force)})" if quoted.in_force else ""
    return f"{quoted.title}{year}{act}{f', {place}' if place else ''}{since}"


def _russian(quoted: Quoted, worth: str) -> str:
    # Of no gender: a code is принят, a convention принята.
    adopted = f"от {quoted.adopted:%d.%m.%Y}" if quoted.adopted else ""
    act = f"№ {quoted.act}" if quoted.act else ""
    since = f" : действует с {quoted.in_force:%d.%m.%Y}" if quoted.in_force else ""
    named = " ".join(filter(None, (adopted, act)))
    worth = f" : [{worth}]" if worth else ""
    by = f" / {quoted.authority}" if quoted.authority else ""
    within = f". {quoted.within}" if quoted.within else ""
    place = f". Ст. {quoted.number}" if quoted.number else f". {quoted.place}" if quoted.place else ""
    return (
        f"{quoted.title} [Электронный ресурс]{f' : {named}' if named else ''}{since}{worth}{by}{within}{place}. "
        f"URL: {quoted.address} (дата обращения: {quoted.read:%d.%m.%Y})."
    )


STYLES: Final[dict[str, Callable[[Quoted, str], str]]] = {"zh": _chinese, "en": _english, "ru": _russian}
