"""What one line looks like by itself: an article, a heading, an annex, or none of these."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Final

from legal.laws.kinds import ProvisionKind
from legal.laws.numbering import canonical, chinese_to_int
from legal.laws.parsing import words
from legal.laws.parsing.source import Line

CJK: Final = re.compile(r"[㐀-鿿]")
CHINESE_INITIALS: Final = frozenset("第附目序前导总分")
DECISIONS: Final = frozenset({"决定", "决议"})
NEVER_AFTER_CHINESE: Final = frozenset("、，,。；;的及或与款第项至")
NEVER_AFTER_NUMBER: Final = frozenset(",;)/、，；）&")
LABEL_END: Final = re.compile(r"\s?[.．:：]+(?:\s?[-—–―⸺⸻_]+)?|\s?[-—–―⸺⸻_]+(?=\s|$)|\s?[-—–―⸺⸻_]{2,}|\s?[⸺⸻]")
LEADER: Final = re.compile(r"(?:\.\s?){4,}|…{2,}|·{4,}")
LONGEST_LEADER: Final = 200
# The words that are a heading by themselves, with the ornaments printed round them.
LONGEST_BARE: Final = 120
ENUMERATION: Final = re.compile(r"[（(]\s?(?:\d{1,3}|[a-zа-я]{1,2}|[ivx]+|[一二三四五六七八九十]+)\s?[)）]")
# What one level of Markdown's headings weighs against the ranks of words.
LEVEL: Final = 100
SENTENCE_END: Final = ".;:,。；：，"


class Strength(IntEnum):
    """How surely a line begins what it seems to begin."""

    NEVER = 0
    WEAK = 1
    STRONG = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """A line that may begin a provision: its kind, its word, its number, and how its words part into label and rest.

    `heading` is what the line is where its word turns out not to be the law's unit of article.
    """

    kind: ProvisionKind
    word: str = ""
    number: str = ""
    label: str = ""
    rest: str = ""
    tight: bool = False
    rank: int = 0
    strength: Strength = Strength.STRONG
    heading: "Mark | None" = None


def is_dotted(text: str) -> bool:
    """Whether dots lead to the number of a page, as in a list of contents."""
    return text[-1].isdigit() and LEADER.search(text[-LONGEST_LEADER:]) is not None


def mark_of(line: Line) -> Mark | None:
    """What the line begins, as far as the line alone can tell."""
    first = line.text[0]
    if CJK.match(first) and first not in CHINESE_INITIALS and not line.level and line.text[-2:] not in DECISIONS:
        return None
    for recognise in _RECOGNISERS:
        if mark := recognise(line):
            return _ranked(mark, line)
    return None


def _ranked(mark: Mark, line: Line) -> Mark:
    """Markdown's levels go before what the words say of rank; a line without a level stands where `##` would."""
    if mark.heading:
        return replace(mark, heading=_ranked(mark.heading, line))
    if not mark.rank:
        return mark
    unnumbered = line.level and not mark.number
    return replace(mark, rank=LEVEL * (line.level or 2) + (0 if unnumbered else mark.rank))


def _article(line: Line) -> Mark | None:
    text = line.text
    match = (
        words.CHINESE_ARTICLE.match(text)
        or words.BRACKETED_ARTICLE.match(text)
        or words.WORD_ARTICLE.match(text)
        or (words.NUMBER_ARTICLE.match(text) if text[0].isdigit() else None)
    )
    if not match:
        return None
    suffix = match.groupdict().get("suffix")
    number = canonical(match["number"].replace(" ", "") + f"之{suffix}" if suffix else match["number"])
    word = words.ARTICLE_WORDS.get(match["word"].lower().removesuffix("s"), "article")
    heading = _word_heading(line)
    if number is None:
        return heading
    chinese = match["word"] in "条條"
    label, rest, tight = _parted(text, match.end())
    strength = _chinese_strength(text, match.end(), rest) if chinese else _strength(text, match.end(), label, rest)
    if line.level:
        strength = Strength.STRONG
    elif is_dotted(text):
        strength = Strength.NEVER
    if strength is Strength.NEVER:
        return None
    return Mark(ProvisionKind.ARTICLE, word, number, label, rest, tight, strength=strength, heading=heading)


def _parted(text: str, end: int) -> tuple[str, str, bool]:
    if footnote := words.FOOTNOTE_MARK.match(text, end):
        end = footnote.end()
    punctuation = LABEL_END.match(text, end)
    cut = punctuation.end() if punctuation else end
    return text[:cut], text[cut:].lstrip(), cut < len(text) and not text[cut].isspace()


def _chinese_strength(text: str, end: int, rest: str) -> Strength:
    if not rest or text[end] in " （(【〔［[：:　":
        return Strength.STRONG
    return Strength.NEVER if text[end] in NEVER_AFTER_CHINESE else Strength.WEAK


def _strength(text: str, end: int, label: str, rest: str) -> Strength:
    if not rest:
        return Strength.STRONG
    if rest[0] in NEVER_AFTER_NUMBER or text[end : end + 1] == "(" or words.EDITORIAL.match(rest):
        return Strength.NEVER
    if len(label) > end:
        return Strength.WEAK if rest[0].islower() else Strength.STRONG
    if text[end] in " *[" and not rest[0].islower():
        return Strength.WEAK if ENUMERATION.match(rest) else Strength.STRONG
    return Strength.NEVER


def _dashed_section(line: Line) -> Mark | None:
    match = words.DASHED_SECTION.match(line.text) if line.text[0] in "[0123456789" else None
    if not match:
        return None
    label, rest, tight = _parted(line.text, match.end())
    return Mark(ProvisionKind.ARTICLE, "section", match["number"], label, rest, tight, strength=Strength.WEAK)


def _chinese_heading(line: Line) -> Mark | None:
    match = words.CHINESE_HEADING.match(line.text) if line.text[0] == "第" else None
    if not match:
        return None
    label, rest, tight = _parted(line.text, match.end())
    if not line.level and (len(rest) > 60 or re.search("[。；！？]|[，、：:]$", rest)):
        return None
    if not line.level and rest and tight and rest[0] in NEVER_AFTER_CHINESE | set("规所和中之以"):
        return None
    kind, rank = words.HEADING_WORDS[match["word"]]
    number = canonical(match["number"].replace(" ", "") + (f"之{match['suffix']}" if match["suffix"] else ""))
    return Mark(kind, match["word"], number or "", label, rest, tight, rank)


def _word_heading(line: Line) -> Mark | None:
    text = line.text
    match = words.WORD_HEADING.match(text) or (words.NUMBER_HEADING.match(text) if text[0] != "(" else None)
    if not match or not (line.level or match["word"][0].isupper() or match["word"] == "§" or text[0].isdigit()):
        return None
    label, rest, tight = _parted(text, match.end())
    if not line.level and not _may_head(label, rest, text[match.end() :]):
        return None
    word = match["word"].lower().replace("‘", "ʻ").replace("’", "ʻ").replace("'", "ʻ").replace("`", "ʻ")
    kind, rank = words.HEADING_WORDS.get(word.replace("boʻlim", "boʻlim"), (ProvisionKind.PART, 10))
    return Mark(kind, word, heading_number(match["number"]), label, rest, tight, rank)


def _may_head(label: str, rest: str, tail: str) -> bool:
    if not rest:
        return True
    if len(rest) > 250 or is_dotted(rest) or rest[-1] in ";:,；：，":
        return False
    punctuated = label[-1] in ".:-—–―_：．"
    if rest[-1] in ".。" and (len(rest.split()) > 14 or rest.count(". ") > 1):
        return False
    return (rest[0].isupper() or rest[0] in '«"“([' or (rest[0].isdigit() and punctuated)) and (
        punctuated or tail[0].isspace()
    )


def heading_number(printed: str) -> str:
    """The number of a heading, printed as digits, Roman or Chinese numerals or words; a letter stays one."""
    folded = printed.lower()
    if folded in words.ENGLISH_ORDINALS:
        return words.ENGLISH_ORDINALS[folded]
    for stem, ordinal in words.RUSSIAN_ORDINALS.items():
        if folded.startswith(stem):
            return ordinal
    roman, _, letter = printed.partition(" ")
    if letter and (number := canonical(roman.upper())):
        return f"{number}{letter}"
    return canonical(printed.upper()) or printed.upper().replace(" ", "")


def _annex(line: Line) -> Mark | None:
    text = line.text
    if text[0] == "附":
        return _chinese_annex(line)
    match = words.ANNEX.match(text)
    if not match or len(text) > 150 or not match["word"][0].isupper():
        return None
    label, rest, tight = _parted(text, match.end())
    if not line.level and not _may_be_annex(line, rest, tight=tight):
        return None
    number = heading_number(match["number"] or match["before"] or "")
    return Mark(ProvisionKind.ANNEX, match["word"].lower(), number, label, rest, tight)


def _may_be_annex(line: Line, rest: str, *, tight: bool) -> bool:
    capitals = line.text.isupper()
    if not (line.after_gap or capitals) or (line.text[-1] in ".;:," and not capitals) or is_dotted(line.text):
        return False
    if "contd" in rest:
        return False
    if rest.startswith(("к ", "to ")):
        return bool(words.ANNEX_TO.fullmatch(rest))
    return not rest or (not rest[0].islower() and not (tight and rest[0].isalnum()) and rest[0] not in ",;)")


def _chinese_annex(line: Line) -> Mark | None:
    match = words.ANNEX.match(line.text) or words.CHINESE_APPENDED.match(line.text)
    if not match:
        return None
    label, rest, tight = _parted(line.text, match.end())
    if tight and rest and label[-1] not in "：:．." and rest[0] not in "（(":
        return None
    printed = match.groupdict().get("number") or ""
    number = str(chinese_to_int(printed) or heading_number(printed)) if printed else ""
    return Mark(ProvisionKind.ANNEX, "annex", number, label, rest, tight)


def _decision(line: Line) -> Mark | None:
    text = line.text
    if text[-2:] not in DECISIONS or text[0] in "（(《〈" or not words.DECISION.fullmatch(text):
        return None
    return Mark(ProvisionKind.ANNEX, "decision", "", "", text)


def _approved(line: Line) -> Mark | None:
    return Mark(ProvisionKind.ANNEX, "approved", "", "", line.text) if words.APPROVED.fullmatch(line.text) else None


def _bare(line: Line) -> Mark | None:
    if len(line.text) > LONGEST_BARE:
        return None
    if words.PREAMBLE.fullmatch(line.text):
        return Mark(ProvisionKind.PREAMBLE, "preamble", "", line.text)
    if words.CONTENTS.fullmatch(line.text):
        return Mark(ProvisionKind.NOTE, "contents", "", line.text)
    if words.HALF_OF_CODE.fullmatch(line.text):
        return Mark(ProvisionKind.PART, "half", "", "", line.text, rank=10)
    if words.CHINESE_BARE_HEADING.fullmatch(line.text):
        return Mark(ProvisionKind.CHAPTER, "章", "", "", line.text, rank=40)
    return None


def _marked_heading(line: Line) -> Mark | None:
    if not line.level:
        return None
    kind = {1: ProvisionKind.PART, 2: ProvisionKind.CHAPTER, 3: ProvisionKind.CHAPTER}.get(
        line.level, ProvisionKind.SECTION
    )
    paragraph = words.CHINESE_PARAGRAPH.match(line.text)
    mark = Mark(kind, "#", "", "", line.text, rank=40)
    if not paragraph:
        return mark
    label, rest, tight = _parted(line.text, paragraph.end())
    number = str(chinese_to_int(paragraph["number"]) or "")
    return replace(mark, number=number, label=label, rest=rest, tight=tight)


_RECOGNISERS: Final[tuple[Callable[[Line], Mark | None], ...]] = (
    _article,
    _chinese_heading,
    _word_heading,
    _dashed_section,
    _bare,
    _annex,
    _decision,
    _approved,
    _marked_heading,
)
