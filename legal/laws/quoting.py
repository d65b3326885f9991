"""How a reader quotes an article: after GB/T 7714 in Chinese, OSCOLA in English, GOST R 7.0.5 in Russian.

The three differ in what they name and in which order, so each is written here as a whole, not translated.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.utils.formats import date_format

from legal.laws.kinds import TextStatus


@dataclass(frozen=True, slots=True)
class Quoted:
    """What a citation names; `place` is the article as printed, `number` its number, `unit` what the law calls it."""

    title: str
    authority: str
    act: str
    adopted: datetime.date | None
    in_force: datetime.date | None
    place: str
    number: str
    unit: str
    status: str
    address: str
    read: datetime.date


def quotation(quoted: Quoted, language: str) -> str:
    """The citation as readers of a language are used to it."""
    return STYLES[language](quoted)


def _chinese(quoted: Quoted) -> str:
    since = f"（{quoted.in_force.isoformat()}起施行）" if quoted.in_force else ""
    day = f"{quoted.adopted.isoformat()}" if quoted.adopted else ""
    author = f"{quoted.authority}. " if quoted.authority else ""
    worth = {
        TextStatus.TRANSLATION: "（译文）",
        TextStatus.MACHINE: "（机器译文）",
        TextStatus.DIGEST: "（编辑摘要）",
    }.get(TextStatus(quoted.status), "")
    place = f"：{quoted.place}" if quoted.place else ""
    issued = f". {day}{since}" if day or since else ""
    return f"{author}{quoted.title}{place}{worth}[Z/OL]{issued}[{quoted.read.isoformat()}]. {quoted.address}."


def _english(quoted: Quoted) -> str:
    year = f" {quoted.adopted.year}" if quoted.adopted and str(quoted.adopted.year) not in quoted.title else ""
    act = f" ({quoted.act})" if quoted.act else ""
    short = "s" if quoted.unit == "section" else "art"
    place = f", {short} {quoted.number}" if quoted.number else f", {quoted.place}" if quoted.place else ""
    since = f" (in force {date_format(quoted.in_force)})" if quoted.in_force else ""
    worth = {
        TextStatus.TRANSLATION: " (translation)",
        TextStatus.MACHINE: " (machine translation)",
        TextStatus.DIGEST: " (digest)",
    }.get(TextStatus(quoted.status), "")
    return f"{quoted.title}{year}{act}{place}{since}{worth} <{quoted.address}> accessed {date_format(quoted.read)}."


def _russian(quoted: Quoted) -> str:
    author = f" : принят {quoted.adopted:%d.%m.%Y}" if quoted.adopted else ""
    act = f" № {quoted.act}" if quoted.act else ""
    since = f" : действует с {quoted.in_force:%d.%m.%Y}" if quoted.in_force else ""
    place = f". Ст. {quoted.number}" if quoted.number else f". {quoted.place}" if quoted.place else ""
    worth = {
        TextStatus.TRANSLATION: " [перевод]",
        TextStatus.MACHINE: " [машинный перевод]",
        TextStatus.DIGEST: " [изложение]",
    }.get(TextStatus(quoted.status), "")
    return (
        f"{quoted.title}{author}{act}{since}{place}{worth} [Электронный ресурс]. "
        f"URL: {quoted.address} (дата обращения: {quoted.read:%d.%m.%Y})."
    )


STYLES: Final[dict[str, Callable[[Quoted], str]]] = {"zh": _chinese, "en": _english, "ru": _russian}
