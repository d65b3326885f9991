"""Citations in Chinese: 《中华人民共和国民法典》第五百七十七条、第五百七十八条, 本法第十二条, 刑法第二百六十四条."""

import re
from dataclasses import replace
from functools import lru_cache

from legal.laws.citing.cited import Cited, expand
from legal.laws.numbering import address

DIGIT = r"[〇○零一二三四五六七八九十百千两\d０-９]"
GENUS = (
    r"(?:宪法|法典|基本法|法|条例|规定|办法|解释|细则|规则|规程|决定|决议|公约|条约|协定|协议|议定书|宪章|章程"
    r"|安排|通则|通知|意见|批复|修正案|示范法|准则|制度|标准)"
)
REMARK = r"(?:\s*[（(][^（）()]{1,60}[）)])?"
PIN = rf"第?[（(]?{DIGIT}{{1,6}}[）)]?(?:款|项|目)|前[一二两三]?[款项]|[（(]{DIGIT}{{1,4}}[）)]|之[一二三四五六七八九]"
AND = r"[、，,和与及或至到或者以及—–\-~～\s]"

LAW = re.compile(rf"{GENUS}[）)]?{REMARK}$")
# 《…》 holds 〈…〉, and sometimes another 《…》; the name of a law is hardly ever longer than 120 characters.
MARKED = re.compile(
    rf"《((?:[^《》\n]|《[^《》\n]*》){{2,160}})》"
    rf"|(?P<full>中华人民共和国[\u4e00-\u9fff]{{1,24}}?(?:法典|法|条例))(?![律院人规庭官学制治定则案])"
    rf"|第\s?(?P<one>{DIGIT}{{1,9}})\s?[条條](?:之(?P<also>{DIGIT}{{1,3}}))?"
    rf"|第\s?(?P<many>{DIGIT}{{1,9}}(?:(?:至|到|[、,，—–\-~～])第?{DIGIT}{{1,9}})+)[条條]"
    # 第二百一十四条、二百一十五条: 第 is said once.
    rf"|(?:(?<=[条條款项項][、和及与至])|(?<=之[一二三四五六七八九十][、和及与至]))(?P<next>{DIGIT}{{1,9}})[条條](?:之(?P<after>{DIGIT}{{1,3}}))?"
)
# Between a law's name and an article of it: remarks, a book of the code, 的, 中.
OF = re.compile(
    rf"(?:\s*[（(][^（）()]{{0,60}}[）)])*(?:第{DIGIT}{{1,4}}编|第{DIGIT}{{1,4}}章|[\u4e00-\u9fff]{{1,6}}编|总则|分则)?"
    rf"(?:中)?(?:的)?\s*"
)
CHAIN = re.compile(rf"(?:{PIN}|{AND}|的规定)*")
RANGE = re.compile(rf"(?:{PIN})?\s*(?:至|到|[—–\-~～])+\s*")
OWN = re.compile(
    r"(?<![基根日])[本这](?![市省区县州院级])(?:法典|(?:[\u4e00-\u9fff]{0,4}?)(?:"
    + GENUS[3:-1]
    + r")|编|章|节)(?:中|的|中的)?$"
)
SAME = re.compile(r"(?:(?<![合协共])同|该|上述|前述)(?:法|法典|条例|规定|办法|解释|决定|公约|协定|细则)的?$")
ANNEX = re.compile(rf"附(?:件|录)({DIGIT}{{0,3}})(?:[中的]|之)?\s*$")
BARE = re.compile(
    rf"([\u4e00-\u9fff〈〉]{{0,40}}{GENUS}(?:（[^（）]{{1,8}}）)?)(?:[\u4e00-\u9fff]{{2,4}}编)?(?:中)?的?$"
)
# 中华人民共和国境内依法…, …缔结或者参加的国际条约同本法…: the country, and no law of it.
NO_NAME = re.compile(r"境内|领域|缔结|参加|依法|本法")
SHORT = re.compile(
    r"[（(][^（）()]{0,30}?以下(?:统|并|合|均)?(?:简称|称)为?[：:]?\s*[“\"《〈「]?([^（）()“”\"《》〈〉「」，,]{1,30})"
)
# Words before a law's name which no name of a law contains, or only where the words in the lookahead follow.
BEFORE = re.compile(
    r".*(?:依照|按照|比照|根据|依据|违反|适用|参照|遵守|符合|具有|具备|属于|触犯|构成|援引|引用|执行|以及|或者|并将|对于"
    r"|因为|作为|除了|规定的|所称|所指|认定为?|确定|界定|称为|视为|影响|不受|承担|包括|行使|超过|超出|履行|基于|当事人"
    r"|发现|主张|提交|支付|一并|删去|涉及|结合|采取|审理|修正前|修改前|第.{1,6}[款项][及和与、]"
    r"|实施(?!条例|细则|办法|意见|规定|规则)|除(?!法|草|尘|外)|有(?!企业|资产|线|色|限|机|毒|害|关)|以(?!工)"
    r"|指(?!导|定|引)|按(?!揭|劳)|对(?!外)|未(?!成年)|从(?!业)|但|仅|后|将|在|是|由|把|犯|了|的|其|且|(?<![细规准通总分附原法])则|到|至)"
)
WINDOW = 64


def find(text: str) -> list[Cited]:
    """Citations in a Chinese text; one for each mention of an article, and one for a law named alone."""
    if not re.search("[条條]", text) and "《" not in text and "中华人民共和国" not in text:
        return []
    return _Reading(text).read()


class _Reading:
    """One pass over a text: what was named last tells what the next article belongs to."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Cited] = []
        # The law named last, whether or not with an article, for 该法 and 同法.
        self.named = ""

    def read(self) -> list[Cited]:
        for match in MARKED.finditer(self.text):
            if match["one"] or match["many"] or match["next"]:
                self.article(match)
            else:
                self.law(match)
        return [cited for cited in self.found if cited.articles or not cited.own]

    def law(self, match: re.Match[str]) -> None:
        name = match["full"] or match[0]
        if not LAW.search(name.strip("《》")) or (match["full"] and NO_NAME.search(name)):
            return
        defined = SHORT.match(self.text, match.end())
        if re.fullmatch(rf"《本{GENUS}》", name):
            self.found.append(Cited(match.start(), match.end(), own=True))
            return
        self.named = name
        self.found.append(Cited(match.start(), match.end(), law=name, short=defined[1] if defined else ""))

    def article(self, match: re.Match[str]) -> None:
        numbers = _numbers(match)
        last = self.found[-1] if self.found else None
        if last is None or not self.continues(last, match, numbers):
            self.found.append(self.begun(match, numbers))

    def continues(self, last: Cited, match: re.Match[str], numbers: tuple[str, ...]) -> bool:
        """Whether the article belongs to the law or the article just named, and if so, its citation."""
        gap = slice(last.end, match.start())
        between = self.text[gap]
        if not last.articles:
            if not OF.fullmatch(between):
                return False
            self.found[-1] = replace(last, end=match.end(), articles=numbers)
            return True
        if len(between) > WINDOW or not CHAIN.fullmatch(between):
            return False
        if RANGE.fullmatch(between):
            self.found[-1] = replace(last, articles=last.articles[:-1] + expand(last.articles[-1], numbers[0]))
        self.found.append(replace(last, start=match.start(), end=match.end(), articles=numbers, short=""))
        return True

    def begun(self, match: re.Match[str], numbers: tuple[str, ...]) -> Cited:
        """A citation that the words right before the article explain, else one of this law."""
        floor = max(self.found[-1].end if self.found else 0, match.start() - WINDOW)
        before = self.text[floor : match.start()]
        at = Cited(match.start(), match.end(), articles=numbers)
        if own := OWN.search(before):
            return replace(at, start=floor + own.start(), own=True)
        if same := SAME.search(before):
            return replace(at, start=floor + same.start(), law=self.named)
        if annex := ANNEX.search(before):
            number = _number(annex[1]) if annex[1] else ""
            return replace(at, start=floor + annex.start(), own=True, container=f"annex-{number}".rstrip("-"))
        if bare := BARE.search(before):
            return self.named_bare(at, bare, floor)
        return replace(at, own=True)

    def named_bare(self, at: Cited, bare: re.Match[str], floor: int) -> Cited:
        lead = BEFORE.match(bare[1])
        name = bare[1][lead.end() :] if lead else bare[1]
        if len(name) < 2 or not LAW.search(name):
            return replace(at, own=True)
        self.named = name
        return replace(at, start=floor + bare.start(1) + len(bare[1]) - len(name), law=name, loose=True)


_number = lru_cache(maxsize=4096)(address)


def _numbers(match: re.Match[str]) -> tuple[str, ...]:
    if one := match["one"] or match["next"]:
        inserted = match["also"] or match["after"]
        return (f"{_number(one)}-{_number(inserted)}" if inserted else _number(one),)
    numbers: list[str] = []
    for mark, digits in re.findall(rf"((?:至|到|[—–\-~～])?)[、,，]?第?({DIGIT}+)", match["many"]):
        number = _number(digits)
        if mark:
            numbers[-1:] = expand(numbers[-1], number)
        numbers.append(number)
    return tuple(numbers)
