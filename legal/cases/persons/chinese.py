"""Parties and titles in Chinese: entry by entry, whom they name."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

import rjieba

from legal.cases.persons.kinds import Entry, Kind
from legal.cases.persons.organisations import OF_THE_CAUSE, is_organisation, is_word, leads
from legal.cases.persons.roles import BRACKETS, LEADING_HAN
from legal.cases.persons.surnames import DOTTED_NAME, HAN, LED, SHAPED, cut

SPACED: Final = re.compile(rf"(?<={HAN})[ \u3000]+(?={HAN})")
# What is told of a person behind the name: 张莉，女，1980年3月生，汉族，住喀什。
DESCRIBED: Final = re.compile(
    r"[，,]\s*[男女](?=[，,。；;、]|$)(?:[，,。]\s*(?:[^，,。；;、]*(?:年|日|族|出生|生|职业|无业|农民|文化|号码|号)|[住系户][^，,。；;、]*))*"
)
PARTS: Final = re.compile(r"[、，,。]")
JOINED: Final = re.compile(r"以及|[与和及與]|\s+")
SHORTEST: Final = 2
# No case has more parties in its title, and a name of an organisation no more of these little words.
MOST_JOINED: Final = 8
MOST_IN_TITLE: Final = 30
AND_OTHERS: Final = re.compile(r"等(?:[一二三四五六七八九十\d]*(?:人|名.*|家.*|公司)?)?$")
# 张某, 张某某2, 张甲, 王A, 某公司, 李××, A, 甲公司.
TOLD: Final = re.compile(
    rf"某|^{HAN}?[甲乙丙丁戊]\d*$|^{HAN}{{0,2}}[A-Z×xX*＊○〇□]{{1,3}}\d*$|^[甲乙丙丁](?:公司|方|厂|店)|^{HAN}{{1,2}}(?:先生|女士|小姐)$"
)
NAME_OF_OTHERS: Final = re.compile(rf"{HAN}{{1,12}}(?:[·・•‧．･∙⋅]{HAN}{{1,12}})+")
LONGEST: Final = 300
ENDING: Final = re.compile(
    r"(?:一案|案件|案|(?:[一二再终]审)?(?:民事|刑事|行政|执行)?(?:附带民事)?(?:判决书|裁定书|调解书|决定书|裁决书|复函))$"
)
LEAD: Final = re.compile(r"^(?:关于|对)")
BEHIND: Final = re.compile(rf"{BRACKETS}$|的复函$")
SUES: Final = re.compile(
    "(?<![起上申反公胜败控投撤应被告禁])诉(?![讼求称请])|申请(?:执行|宣告|承认|确认|撤销|认可|设立)?"
)
ROLE_WORDS: Final = ("劳动者", "消费者", "用人单位", "经营者", "买受人", "出卖人")
LONGEST_SIDE: Final = 8


def entries(parties: str) -> Iterator[Entry]:
    """Every party of one line of `parties`."""
    bare = DESCRIBED.sub("", re.sub(BRACKETS, "", parties))
    whole = AND_OTHERS.sub("", LEADING_HAN.sub("", bare, count=1).strip())
    for piece in PARTS.split(whole):
        yield from _joined(LEADING_HAN.sub("", piece.strip(), count=1))


def _joined(piece: str) -> Iterator[Entry]:
    """张莉与某公司 are two; 住房和城乡建设局 is one."""
    rest = piece
    while first := _first(rest):
        entry, rest = first
        yield entry
    close = AND_OTHERS.sub("", SPACED.sub("", rest).strip("：: "))
    if close:
        yield Entry(close, kind(close))


def _first(words: str) -> tuple[Entry, str] | None:
    """A person, or one told already, in front of another party; None where the words are one."""
    for joint in islice(JOINED.finditer(words), MOST_JOINED):
        side = SPACED.sub("", words[: joint.start()].strip())
        rest = LEADING_HAN.sub("", words[joint.end() :].strip(), count=1)
        found = Kind.UNKNOWN if len(side) < SHORTEST else kind(side)
        if found in {Kind.PERSON, Kind.TOLD} and kind(SPACED.sub("", rest)) is not Kind.UNKNOWN:
            return Entry(side, found), rest
    return None


def kind(entry: str) -> Kind:
    """What an entry is that stands for itself."""
    if TOLD.search(entry):
        return Kind.TOLD
    if NAME_OF_OTHERS.fullmatch(entry):
        return Kind.ORGANISATION if is_organisation(entry) else Kind.PERSON
    if is_organisation(entry):
        return Kind.ORGANISATION
    return Kind.PERSON if _is_name(entry) else Kind.UNKNOWN


def _is_name(entry: str) -> bool:
    led = LED.match(entry)
    return bool(led and re.fullmatch(f"{HAN}{{1,2}}", entry[led.end() :]) and not is_word(entry))


def in_title(title: str) -> Iterator[Entry]:
    """Every party that the title of a case names; nothing for a title that tells what a case is about."""
    bare = BEHIND.sub("", title.strip()) if len(title) <= LONGEST else ""
    ended = ENDING.search(bare)
    if not ended:
        return
    named = AND_OTHERS.sub("", LEADING_HAN.sub("", LEAD.sub("", re.sub(BRACKETS, "", bare[: ended.start()])), count=1))
    suing = SUES.search(named)
    if suing:
        yield from _side(named[: suing.start()])
        if suing[0] in {"诉", "申请执行", "申请宣告"}:
            yield from _last(named[suing.end() :])
    elif JOINED.search(named) or "、" in named:
        yield from _last(named, joined=True)
    else:
        yield from _alone(named)


def _side(words: str) -> Iterator[Entry]:
    for entry in entries(words):
        if entry.kind is not Kind.UNKNOWN or _may_be_name(entry.words):
            yield entry


def _last(words: str, *, joined: bool = False) -> Iterator[Entry]:
    """Parties with what the case is about right behind the last of them."""
    cuts = [one.end() for one in islice(re.finditer("[、与和及與]", words), MOST_IN_TITLE)]
    begin = 0
    for place in cuts:
        before = list(entries(words[begin : place - 1]))
        if any(entry.kind is Kind.UNKNOWN for entry in before):
            continue
        yield from before
        begin = place
    if joined and begin == 0:
        return
    yield from _with_cause(LEADING_HAN.sub("", words[begin:], count=1))


def _with_cause(piece: str) -> Iterator[Entry]:
    if re.match(rf"{HAN}?某|[A-Z甲乙丙丁]+", piece) or re.match(rf"{HAN}[甲乙丙丁A-Z](?!{HAN}?{HAN}?[区县市])", piece):
        yield Entry(piece, Kind.TOLD)
        return
    others = DOTTED_NAME.match(piece)
    if others:
        yield Entry(cut(others, piece), Kind.PERSON)
    elif leads(piece):
        yield Entry(piece, Kind.ORGANISATION)
    elif (name := name_before(piece)) and name not in ROLE_WORDS:
        yield Entry(name, Kind.UNKNOWN if is_word(name) or is_organisation(name) else Kind.PERSON)
    elif _may_be_name(piece):
        yield Entry(piece, Kind.UNKNOWN)


def _alone(words: str) -> Iterator[Entry]:
    """王志才故意杀人案 begins with a name, 高空坠物案 with a word."""
    others = DOTTED_NAME.match(words)
    if others:
        yield Entry(cut(others, words), Kind.PERSON)
    elif not leads(words) and (name := name_before(words)) and not (is_word(name) or is_word(name[:2])):
        yield Entry(name, Kind.PERSON)


def name_before(words: str) -> str:
    """The name at the beginning of words, where what follows it are whole words; "" for none."""
    led = LED.match(words)
    if not led:
        return ""
    found = []
    for length in (len(led[0]) + 2, len(led[0]) + 1):
        name, rest = words[:length], OF_THE_CAUSE.sub("公司", words[length:])
        segments = rjieba.cut(rest, hmm=False) if rest else []
        if name.endswith(("犯", "等")):  # 王五犯盗窃罪, 王芳等
            continue
        if SHAPED.fullmatch(name) and (not rest or len(segments[0]) > 1 or segments[0] in "罪案犯等"):
            found.append((len(segments), -len(segments[0]) if rest else 0, -length, name))
    return min(found)[-1] if found else ""


def _may_be_name(words: str) -> bool:
    """Whether words that nothing was recognised in could be a name: short, and no words but names."""
    if words.startswith(ROLE_WORDS) or not 1 < len(words) <= LONGEST_SIDE or not re.match(HAN, words):
        return False
    return any(len(one) == 1 or tag.startswith(("nr", "nz")) for one, tag in rjieba.tag(words, hmm=False))
