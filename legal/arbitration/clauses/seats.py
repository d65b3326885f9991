"""Where a clause places the arbitration, and whether it names more than a country."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

CITIES: Final = (
    r"深圳|喀什|北京|上海|乌鲁木齐|广州|珠海|海口|三亚|霍尔果斯|伊宁|阿拉山口|成都|重庆|西安|天津|武汉|杭州|南京"
    r"|青岛|大连|厦门|宁波|苏州|兰州|香港|澳门"
    r"|新加坡|阿拉木图|阿斯塔纳|努尔苏丹|塔什干|比什凯克|奥什|杜尚别|阿什哈巴德|莫斯科|圣彼得堡|伦敦|巴黎|日内瓦"
    r"|苏黎世|斯德哥尔摩|维也纳|迪拜|伊斯兰堡|卡拉奇|拉合尔|喀布尔|吉隆坡|东京|首尔|纽约|伊斯坦布尔|巴库|海牙"
    r"|[\u4e00-\u9fff]{2,4}市"
    r"|\bshenzhen|\bkashgar|\bkashi\b|\bbeijing|\bshanghai|\burumqi|\bürümqi|\bguangzhou|\bzhuhai|\bhaikou|\bhorgos"
    r"|\bkhorgos|\byining|\bchengdu|\bchongqing"
    r"|\bxi'?an\b|\btianjin|\bwuhan|\bhangzhou|\bnanjing|\bqingdao|\bdalian|\bxiamen|\bningbo|\bsuzhou|\blanzhou"
    r"|\bhong ?kong|\bmaca[uo]"
    r"|\bsingapore|\balmaty|\bastana|\bnur-sultan|\btashkent|\bbishkek|\bosh\b|\bdushanbe|\bashgabat|\bmoscow"
    r"|\bst\.? petersburg|\blondon|\bparis|\bgeneva"
    r"|\bzurich|\bstockholm|\bvienna|\bdubai|\bislamabad|\bkarachi|\blahore|\bkabul|\bkuala lumpur|\btokyo|\bseoul"
    r"|\bnew york|\bistanbul|\bbaku|\bthe hague"
    r"|\bш[еэ]нь?ч?ж[еэ]н|\bкашгар|\bпекин|\bшанха|\bурумчи|\bгуанчжоу|\bхоргос|\bгонконг|\bмакао|\bсингапур"
    r"|\bалмат|\bалма-ат|\bастан|\bнур-султан"
    r"|\bташкент|\bбишкек|\bдушанбе|\bашхабад|\bмоскв|\bсанкт-петербург|\bлондон|\bпариж|\bженев|\bцюрих"
    r"|\bстокгольм|\bвен[аеуы]\b|\bдуба[йе]"
    r"|\bисламабад|\bкарачи|\bлахор|\bкабул|\bстамбул|\bбаку\b|\bгааг|\bг\. ?[а-я]|\bгород[а-я]{0,2} [а-я]"
)
CITY: Final = re.compile(CITIES)
CHINA: Final = re.compile(
    r"(?:中国|中华人民共和国|我国)(?:境内|大陆|内地|领土)?|(?:the )?(?:people'?s republic of china"
    r"|p\. ?r\. ?(?:of )?china|pr china|p\. ?r\. ?c\.?(?![a-z])|prc\b|(?:mainland )?china\b)"
    r"|кита(?:й|я|е|ю|ем)\b|китайск[а-я]{2,3} народн[а-я]{2,3} республик[а-я]{1,2}|\bкнр\b"
)
# Behind any of these stands the seat.
CUE: Final = re.compile(
    r"(?<!适用)(?<!依照)(?<!根据)仲裁(?:的)?(?:地点?|所在地|进行地)(?!的?法|法院|有效)(?:应当?|将|约定|选定|定"
    r"|确定)?(?:[为是在:]|设在|位于|设于|定于)*"
    r"|(?:仲裁|审理)(?:的)?地点(?:应当?|将)?(?:[为是在:]|设在|位于|设于)*|仲裁(?:程序)?(?:应当?|将)?在(?=(?:中国"
    r"|中华人民共和国|" + CITIES.split("|\\b")[0] + r"))"
    r"|(?<!law of the )(?<!laws of the )(?<!at the )(?<!lex )\b(?:juridical |legal )?(?:seat|place"
    r"|venue)(?:,? or legal place,?| \([^)]{0,24}\))? (?:of|for) (?:the |any |such )?(?:arbitra[a-z]{1,24}"
    r"|proceedings?)|\b(?:legal |juridical )?seat (?=is\b|being\b|shall be\b|will be\b)|\b(?:arbitral|arbitration)"
    r" (?:seat|venue|place)\b|\barbitration (?:is |shall be )?seated (?:in|at)|\bseated (?:in|at)\b|\b(?:seat"
    r"|place) ?:"
    r"|(?<!права )(?<!право )(?<!по )\bмест(?:о|ом|а) (?:проведения )?(?:арбитраж[а-я]{0,2}"
    r"|арбитражного разбирательства|третейского разбирательства"
    r"|разбирательства|рассмотрения спор[а-я]{0,24}|рассмотрения дел[а-я]{0,24})"
)
# Without the word: “arbitrated in Shenzhen”.
IN_PLACE: Final = re.compile(
    r"[在于](?P<zh>[\u4e00-\u4ef1\u4ef3-\u9fff]{2,12}?)(?:境内)?(?:进行|提起|申请|提请|以|通过)?仲裁(?![机委院中庭])"
    r"|提交(?P<bare>中国|中华人民共和国)仲裁(?![委院中机])"
    r"|\barbitrat(?:ion|ed|ors?)(?: \([a-z]{2,8}\))?(?: proceedings?| tribunal)?(?: (?:shall|will|must|is|are"
    r"|to|be|held|conducted|take"
    r"|takes|taking|place|carried|out|settled|finally)){0,6} (?:in|at) (?P<en>[^.;,\0]{2,40})"
    r"|\b(?P<as>[a-z]{3,12}(?: [a-z]{3,12})?) (?:as|is|shall be|will be) (?:the )?(?:legal )?(?:seat|venue|place"
    r" of arbitration)\b"
    r"|\bseat (?P<seat>[^.;,\0]{2,40})|\0[\"')]*(?: rules)?,? (?:in|at|within) (?P<body>[^.;,\0]{2,40})"
    r"|(?:разрешени|рассмотрени)[а-я]{1,3} в (?P<before>[^.;,\0]{2,30}) в \0"
    r"|\0[\"')]*,? в (?P<in>[^;,\0]{2,40})"
    r"|\barbitra[^.;]{0,60}\b(?:held|conducted|take place) (?:in|at) (?P<held>[^.;,\0]{2,40})"
    r"|\b(?:арбитраж|разбирательств)[а-я]{0,3}(?: (?:проводится|проводятся|проходит|состоится|осуществляется|должен"
    r"|должно|будет|быть|проведен|проводиться|проходить|имеет"
    r"|место)){0,4}(?: ad hoc)?(?: на [а-я]{1,24} языке)?(?: \([а-яa-z]{2,8}\))? (?:в"
    r"|на) (?P<ru>[^;,\0]{2,40})"
)
FILLER: Final = re.compile(
    r"(?:[\s\"':=-]|\bshall\b|\bwill\b|\bmust\b|\bis\b|\bbe\b|\bbeing\b|\bto\b|\bin\b|\bat\b|\bthe\b|\bterritory\b"
    r"|\bof\b|\bmainland\b|\blocated\b|\bwithin\b|\bdesignated\b|\bagreed\b|\bfixed\b|\bas\b"
    r"|\bявляется\b|\bбудет\b|\bизбран[а-я]{0,24}\b|\bопредел[а-я]{0,24}\b|\bсчитается\b|\bв\b|\bна\b"
    r"|\bтерритори[а-я]{1,2}\b"
    r"|\bсторон[а-я]{0,24}\b)*"
)
# No place, but a promise of one, or a line left open.
LATER: Final = re.compile(
    r"_{2,}|\.{3,}|…|另行|待定|不限|协商|由[^.;,]{0,12}(?:决定|确定|选择|指定)|(?:申请人|被申请人|原告|被告|守约方|甲方"
    r"|乙方|任一方)(?:的)?(?:所在地|住所地)?"
    r"|(?:to be )?(?:agreed|determined|decided|chosen|selected)\b|(?:claimant|respondent|plaintiff|defendant)"
    r"|по соглашению|по выбору|будет (?:определен|согласован)|определя[а-я]{0,24}|истц|ответчик"
)
# A point behind a single letter ends no sentence: P.R. China, г. Кашгар.
END: Final = re.compile(r"(?<!\W[a-zа-я])\.|[;!?)\0]")
REACH: Final = 70
NEXT: Final = re.compile(
    r",? ?(?:and |,|и |а |;)? ?(?:the |仲裁)?(?:language|number|governing|law|язык|числ|количеств|прав|语言|语|人数"
    r"|庭|员)"
)


class Given(StrEnum):
    """What a clause says of the seat."""

    CITY = "city"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat as it is given, and where in the masked text."""

    given: Given
    start: int
    end: int


def seats(text: str) -> Iterator[Seat]:
    """Every seat that a masked text gives; a promise of one is none."""
    for cue in CUE.finditer(text):
        value = _value(text, cue.end())
        if value and not LATER.search(value):
            yield Seat(_given(value), cue.start(), cue.end() + len(value))
    for found in IN_PLACE.finditer(text):
        value = next(part for part in found.groups() if part)
        bare = CHINA.match(FILLER.sub("", value, count=1))
        if CITY.search(value) or bare:
            yield Seat(_given(value), *found.span())


def _value(text: str, start: int) -> str:
    """What stands behind a cue, up to the end of the sentence or to what is said of something else."""
    rest = END.split(text[start : start + REACH], maxsplit=1)[0]
    other = NEXT.search(rest)
    return (rest[: other.start()] if other else rest).rstrip()


def _given(value: str) -> Given:
    if CITY.search(value):
        return Given.CITY
    return Given.BARE if CHINA.match(FILLER.sub("", value, count=1)) else Given.CITY
