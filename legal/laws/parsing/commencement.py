"""The clause of a law that says when it comes into force, in three languages."""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

from legal.laws.kinds import ProvisionKind
from legal.laws.parsing.dates import chinese_days_in, days_in
from legal.laws.parsing.records import ParsedProvision

EventKind = Literal["publication", "adoption", "approval"]

THIS_LAW: Final = r"本《?[一-鿿]{1,8}?》?"
COMMENCES: Final = ("施行", "试行", "实施", "生效", "执行")
CHINESE: Final = re.compile(
    rf"(?:^|[。；，、：.．条]|\s){THIS_LAW}(?P<how>经?[^。；]{{0,40}}?[自从于]?[^。；《》]{{0,25}}?)"
    rf"(?P<since>之日|日)?起?\s?(?:开始|正式)?(?:{'|'.join(COMMENCES)})(?=[。，；、]|\s|$)"
)
# A closing article that leaves the law's name out: 自2020年1月1日起施行。
CHINESE_BARE: Final = re.compile(
    rf"(?:^|\n)(?P<how>[自从][^。；，《》\n]{{0,25}}?)(?P<since>之日|日)?起?(?:开始|正式)?(?:{'|'.join(COMMENCES)})(?=。?(?:$|\n))"
)
RELATIVE: Final = re.compile(r"[自从](?:国务院|修订|修正|正式)?(?P<event>公布|发布|颁布|印发|通过|批准)(?:之?日)?$")
CONDITIONAL: Final = re.compile(
    r"另行|具体|由.{1,40}(?:规定|决定|公布|确定)|第.{1,12}条.{0,12}[自从]|除.{1,30}外|其中|满|后(?:第)?.{1,8}[日月年]"
)
PARTS_LATER: Final = re.compile(r"第[一二三四五六七八九十百、第条款和及至]{1,30}(?:条|章|款)[^。]{0,12}自\d{4}")
EVENTS: Final[dict[str, EventKind]] = {
    "公布": "publication", "发布": "publication", "颁布": "publication", "印发": "publication",
    "通过": "adoption", "批准": "approval",
}  # fmt: skip

ENGLISH: Final = re.compile(
    r"\b(?:this|it|the)\s*(?P<what>(?:\S+\s){0,4}?)"
    r"(?:(?:shall|will)\s+(?:come|be\s+deemed\s+to\s+have\s+come|take\s+effect|enter|be\s+effective)"
    r"\s*(?:into\s+(?:force|operation|effect)|in\s+force|effect)?"
    r"|(?:comes|enters)\s+into\s+(?:force|operation|effect)|takes\s+effect|is\s+effective)"
    r"\s*(?P<how>[^.;]{0,120}?\d{4}|at\s+once|[^.;]{0,80})(?=[.;,\]]|\s|$)",
    re.IGNORECASE,
)
# It came into force at once and, as the law itself says, already had on another day.
DEEMED: Final = re.compile(r"\bdeemed\b[^.;]{0,120}")
AT_ONCE: Final = re.compile(r"^(?:at\s+once|immediately|forthwith)\b", re.IGNORECASE)
ENGLISH_CONDITIONAL: Final = re.compile(
    r"\b(?:except|such|may|appoint|notif|different|subject\s+to|unless|month|days?\s+after|deposit|ratif|upon|when|if)",
    re.IGNORECASE,
)
RUSSIAN: Final = re.compile(
    r"вступа[ею]т\s+в\s+силу|ввод[ия]тся\s+в\s+действие|вступил[аои]?\s+в\s+силу", re.IGNORECASE
)
RUSSIAN_THIS_LAW: Final = re.compile(
    r"(?:настоящ\w+\s+)?(?:кодекс|закон|конституци|указ|положени|постановлени|соглашени|договор)"
    r"|настоящ\w+\s+(?:правил|инструкци|устав|протокол|конвенци|решени|приказ|регламент)",
    re.IGNORECASE,
)
# How far from its verb a clause names the law and the day.
NEAR: Final = 100
RUSSIAN_CONDITIONAL: Final = re.compile(
    r"за исключением|кроме|стать[яией]|пункт|част[ьи]\s|глав[аы]\s|по истечении|со дня|после", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Clause:
    """What a commencement clause says: a day, or the event on whose day the law comes into force."""

    day: datetime.date | None = None
    event: EventKind | None = None


def clause_of(provisions: Iterable[ParsedProvision], language: str) -> Clause | None:
    """The clause by which the whole law comes into force; None where there is none or it leaves the day to others."""
    find = {"zh": _chinese, "en": _english, "ru": _russian}.get(language.split("-")[0])
    if find is None:
        return None
    found = [clause for provision in _main_text(provisions) if (clause := find(provision.body))]
    # Two different clauses mean different days for different parts.
    return found[-1] if found and all(clause == found[-1] for clause in found) else None


_ELSEWHERE: Final = frozenset({ProvisionKind.NOTE, ProvisionKind.TITLE, ProvisionKind.ANNEX, ProvisionKind.TABLE})


def _main_text(provisions: Iterable[ParsedProvision]) -> Iterator[ParsedProvision]:
    """What stands in no annex, notes and tables left out; annexes follow the main text."""
    within: list[bool] = []
    for provision in provisions:
        annexed = provision.kind is ProvisionKind.ANNEX or (provision.parent is not None and within[provision.parent])
        within.append(annexed)
        if not annexed and provision.kind not in _ELSEWHERE:
            yield provision


def _chinese(body: str) -> Clause | None:
    if not any(word in body for word in COMMENCES) or PARTS_LATER.search(body):
        return None
    for match in (*CHINESE.finditer(body), *CHINESE_BARE.finditer(body)):
        if not CONDITIONAL.search(match["how"]) and (clause := _chinese_clause(match)):
            return clause
    return None


def _chinese_clause(match: re.Match[str]) -> Clause | None:
    if relative := RELATIVE.search(match["how"].strip() + (match["since"] or "")):
        return Clause(event=EVENTS[relative["event"]])
    days = list(chinese_days_in(match[0]))
    since = len(days) == 1 and re.search(r"[自从于]\s?$", match[0][: days[0][0]])
    return Clause(day=days[0][2]) if since else None


def _english(body: str) -> Clause | None:
    for match in ENGLISH.finditer(re.sub(r"\s+", " ", body)):
        how = match["how"].strip()
        if "except" in match["what"]:
            return None
        if AT_ONCE.match(how):
            return _at_once(match)
        days = days_in(how)
        if len(days) == 1 and not ENGLISH_CONDITIONAL.search(how):
            return Clause(day=days[0][2])
    return None


def _at_once(match: re.Match[str]) -> Clause | None:
    following = match.string[match.end("how") - len(match["how"]) :]
    if deemed := DEEMED.search(following.split(".")[0]):
        days = days_in(deemed[0])
        return Clause(day=days[0][2]) if len(days) == 1 else None
    return None if "except" in following[: len(match["how"]) + 12] else Clause(event="adoption")


def _russian(body: str) -> Clause | None:
    for match in RUSSIAN.finditer(body):
        before = body[max(0, match.start() - NEAR) : match.start()]
        before = before[max(before.rfind(mark) for mark in ".;\n") + 1 :]
        days = days_in(body[match.end() : match.end() + NEAR])
        if not days or not RUSSIAN_THIS_LAW.search(before):
            continue
        # Up to the end of its sentence, for what is excepted stands behind the day.
        clause = before + re.split(r"[;\n]|\.\s", body[match.end() : match.end() + 2 * NEAR])[0]
        if not RUSSIAN_CONDITIONAL.search(clause) and len(days_in(clause)) == 1:
            return Clause(day=days[0][2])
    return None
