"""Institutions of which a clause says something, though nobody here knows them: by a name, or so that none is told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Guess:
    """A place of the masked text that speaks of an institution: under a name of its own, or vaguely."""

    named: bool
    start: int
    end: int


CHINESE: Final = re.compile("仲裁(?:(?P<body>委员会|院|中心|委)|机构|机关|部门|组织)")
BEFORE: Final = re.compile(r"[\u4e00-\u9fff]{0,24}$")
# What may stand before the name itself.
LEADING: Final = re.compile(
    r"^.*(?:提交|提请|提起|移交|交由|交付|送交|诉至|报请|起诉至|约定|选择|选定|同意|按照|根据|依照|依据|适用|应当?"
    r"|可以?(?!克达拉)|均|向|由|在(?!地)|到|至|交|将|请|于(?!田)|或者?|(?<!呼)和(?!田)|及|与|是|为|以|经(?!济|贸)|通过|其中)"
)
VAGUE_BEFORE: Final = re.compile(
    r"(?:有关|相关|当地|本地|某|任何|任一|任意|一家|一个|国家|国家级|法定|有管辖权|有权|第三国|适当|合适|指定|共同"
    r"|双方|各方|国际|涉外|专业|权威|中立|合法|中国|中华人民共和国|的|认可|选定|商定|约定|所在地|住所地"
    r"|[甲乙买卖]方|需方|供方|守约方|违约方|原告方|被告方|申请方|被申请方"
    r"|申请人|被申请人|原告|被告|合同|签订地|签约地|履行地|项目|工程|地方|市|省|经济|商事|贸易|任何一方|一方|其"
    r"|另一|其他|公司|注册地|地区)*"
)
SAID_BEFORE: Final = re.compile(r"(?:该|上述|前述|本|此|上列|所述|所选|其)(?:国际|的)?$")
TITLED: Final = re.compile(
    r"\b(?:(?:arbitration|arbitral) (?:commission|committee|cent(?:er|re)|institut(?:e|ion)|court|body|chamber"
    r"|association|organi[sz]ation"
    r"|board|agency|authority)s?|court of (?:international )?arbitration|court of arbitrators)\b"
)
# The words of a title, written large, before what kind of institution it is and behind.
LARGE_BEFORE: Final = re.compile(r"(?:[A-Z][\w'&-]*,? (?:(?:of|and|for|the|&) )*)+$")
LARGE_AFTER: Final = re.compile(
    r",? (?:(?:of|at|in|for|and|the) )*[A-Z][\w'&-]*(?: (?:(?:of|and|for|the) )*[A-Z][\w'&-]*)*"
)
REACH: Final = 90
NEAR: Final = 60
# “The Kazakhstan International Arbitration”: a title that says no more than that.
BARE_TITLE: Final = re.compile(
    r"\b(?:[Bb]y|[Tt]o|[Bb]efore|[Aa]t|[Oo]f) (?:the )?(?P<title>(?:[A-Z][a-z]+ ){1,3}Arbitration)\b(?="
    r" ?[(,.]| (?:in|at|under|for)\b)"
)
SHORT: Final = re.compile(
    r"(?<!\w)(?:LCIA|SCC|ICSID|AAA|ICDR|DIAC|VIAC|BAC|BIAC|SHIAC|SHAC|GZAC|CMAC|DIS|JCAA|KCAB|AIAC|TIAC|ICAC|MKAS"
    r"|UAC|МКАС|МАК|РАЦ|КМА|МТС|ТМАЦ)(?!\w)"
)
GENERIC: Final = frozenset(
    [
        "the",
        "a",
        "an",
        "any",
        "some",
        "such",
        "said",
        "this",
        "that",
        "competent",
        "relevant",
        "local",
        "appropriate",
        "recognised",
        "recognized",
        "international",
        "chinese",
        "china",
        "prc",
        "foreign",
        "neutral",
        "permanent",
        "third",
        "country",
        "or",
        "and",
        "another",
        "other",
        "to",
        "by",
        "before",
        "of",
        "in",
        "at",
        "with",
        "through",
        "under",
        "arbitral",
        "arbitration",
        "independent",
        "mutually",
        "agreed",
        "either",
        "respective",
        "state",
        "national",
        "people",
        "republic",
        "s",
        "its",
        "their",
        "his",
        "plaintiff",
        "claimant",
        "defendant",
        "respondent",
        "same",
        "party",
        "buyer",
        "seller",
        "parties",
        "court",
        "all",
        "disputes",
        "dispute",
    ]
)
RUSSIAN: Final = re.compile(
    r"(?P<head>(?:[а-яa-z-]{1,30} ){0,4}?)(?P<body>(?:(?:арбитражн|третейск)[а-я]{2,3} (?:суд|центр|комисси|институт"
    r"|учреждени|орган|палат|институци|коллеги)[а-я]{0,3}|центр[а-я]{0,2} арбитраж[а-я]{0,2}"
    r"|(?:суд|институт|палат)[а-я]{0,3} международного арбитража"
    r"|\bарбитраж[а-я]{0,2}(?= при )))"
    r"(?P<tail>(?: (?:при|в|г\.|города|республики) ?[«\"]?[\w.-]+(?: [\w-]+){0,5})?)"
)
RUSSIAN_NAMED: Final = re.compile(
    r" при (?:торгов|тпп|рспп|союз|национальн|палат|росс|международн|мид|финансов|[a-z]{1,24})"
)
# «При» with a capital behind it; or whose it is, of any but a court: that may be one of the state.
RUSSIAN_OWN: Final = re.compile(r" при [«\"]?[А-ЯA-Z]")
RUSSIAN_WHOSE: Final = re.compile(r"(?: и [а-я]{1,24})? (?:[«\"]?[А-Я]{3,}|Торгов[а-я]{2,3} палат|Росс|«)")
PROPER: Final = re.compile(r"(?<!^)\b[А-Я][а-я]{1,24}(?:ск|цк)[а-я]{2,3}\b|\b[А-Я]{3,}\b")
# «Or another institution», whatever stands before it.
OR_ANOTHER: Final = re.compile(
    r"(?:或者?|及|和)(?:其他|其它|另一|另外|任何)[^.;,]{0,16}仲裁(?:机构|委员会|中心|院)"
    r"|\bor (?:before |to |by )?(?:any|an|a|some)? ?(?:other|another|different)[^.;,]{0,40}(?:arbitra[a-z]{1,24}"
    r"|institution|cent(?:er|re))"
    r"|\b(?:или|либо) (?:в )?(?:ин|друг|люб)[а-я]{2,3}[^.;,]{0,40}(?:арбитраж|третейск|институт|учрежден)[а-я]{0,24}"
)


def guesses(text: str, cased: str) -> Iterator[Guess]:
    """Every institution a masked text speaks of that is not among those known."""
    yield from _chinese(text)
    for found in TITLED.finditer(text):
        yield _titled(cased, found.start(), found.end())
    yield from (
        Guess(named=True, start=found.start("title"), end=found.end("title")) for found in BARE_TITLE.finditer(cased)
    )
    for found in RUSSIAN.finditer(text):
        behind = cased[found.end("body") : found.end("body") + NEAR]
        named = (
            RUSSIAN_NAMED.match(found["tail"])
            or RUSSIAN_OWN.match(behind)
            or ("суд" not in found["body"] and RUSSIAN_WHOSE.match(behind))
            or PROPER.search(cased[found.start() + 1 : found.end("body")])
        )
        yield Guess(bool(named), found.start("body"), found.end() if named else found.end("body"))
    yield from (Guess(named=True, start=found.start(), end=found.end()) for found in SHORT.finditer(cased))


def _titled(cased: str, start: int, end: int) -> Guess:
    """An English institution, with the words of its name where they are written large."""
    before = LARGE_BEFORE.search(cased[max(0, start - REACH) : start])
    after = LARGE_AFTER.match(cased[end : end + REACH])
    words = re.findall(r"[A-Z]\w+", (before[0] if before else "") + (after[0] if after else ""))
    if not cased[start].isupper() or all(word.lower() in GENERIC for word in words):
        return Guess(named=False, start=start, end=end)
    head, tail = (len(part[0]) if part else 0 for part in (before, after))
    return Guess(named=True, start=start - head, end=end + tail)


def _chinese(text: str) -> Iterator[Guess]:
    for found in CHINESE.finditer(text):
        before = BEFORE.search(text[max(0, found.start() - 24) : found.start()])
        name = LEADING.sub("", before[0] if before else "", count=1)
        if not SAID_BEFORE.search(name):
            named = found["body"] is not None and not VAGUE_BEFORE.fullmatch(name)
            yield Guess(named, found.start() - len(name), found.end())
