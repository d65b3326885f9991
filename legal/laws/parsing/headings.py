"""Which words of a line, or of the line after it, are the heading of an article, chapter or part."""

import re
from typing import Final

from legal.laws.kinds import ProvisionKind
from legal.laws.parsing import words
from legal.laws.parsing.marks import ENUMERATION, SENTENCE_END, Mark
from legal.laws.parsing.outline import Outline
from legal.laws.parsing.source import Line

BRACKETED: Final = re.compile(
    r"(?:（[^（）]{1,120}）|\((?:[^()]|\([^()]*\)){2,120}\)|【[^】]{1,80}】|〔[^〕]{1,80}〕|\[[A-ZА-Я][^\]]{2,120}\])(?=\s|$|[^，。、；,.;的])"
)
DASHED: Final = re.compile(r".{2,200}?[.:]?\s?(?:[―—–\xad]+|_{1,}|\.-)\s?(?=[(\[“\"«A-ZА-ЯЁ\d]|$)")
FIRST_SENTENCE: Final = re.compile(r"[^.:;]{3,90}\.(?=\s+[(\[“\"A-Z\d])")
VERB: Final = re.compile(r"\b(?:shall|may|is|are|has|have|means|must|will|was|were|be)\b")
CHINESE: Final = re.compile(r"[㐀-鿿]")
CHINESE_TITLE: Final = re.compile(r"[^，。；：！？（）()]{2,30}")
LONGEST_TITLE: Final = 160


def split(outline: Outline, index: int, mark: Mark) -> tuple[str, str, bool]:
    """The heading and the words after it in the line of an article, and whether no space parts them."""
    rest = mark.rest
    if (match := BRACKETED.match(rest)) and not ENUMERATION.fullmatch(match[0]):
        return _cut(rest, match.end())
    if CHINESE.search(rest):
        alone = CHINESE_TITLE.fullmatch(rest) and _text_at(outline, index + 1)
        return (rest, "", False) if alone else ("", rest, False)
    if mark.word == "section":
        return _split_section(outline, index, rest)
    return (rest, "", False) if _heads_next(outline, index, rest) else ("", rest, False)


def _split_section(outline: Outline, index: int, rest: str) -> tuple[str, str, bool]:
    """Acts in the British manner print a heading, a stop or a dash, and the section on the same line."""
    if (match := DASHED.match(rest)) and not VERB.search(match[0].rstrip("―—–_-. ")[-40:]):
        return _cut(rest, match.end())
    if (match := FIRST_SENTENCE.match(rest)) and len(match[0].split()) <= 14 and not VERB.search(match[0]):
        return _cut(rest, match.end())
    return (rest, "", False) if _heads_next(outline, index, rest) else ("", rest, False)


def _cut(rest: str, end: int) -> tuple[str, str, bool]:
    heading, body = rest[:end].rstrip(), rest[end:].lstrip()
    return heading, body, bool(body) and len(heading) + len(body) == len(rest)


def _heads_next(outline: Outline, index: int, rest: str) -> bool:
    """Whether the rest of the line is a heading of the lines that follow it, as its form and theirs say."""
    following = _text_at(outline, index + 1)
    if not rest or following is None or len(rest) > 400 or following.text[0].islower():
        return False
    if rest[-1] == "." and not VERB.search(rest):
        return len(rest.split()) <= 10
    return rest[-1] not in SENTENCE_END


def _text_at(outline: Outline, index: int) -> Line | None:
    if index >= len(outline.lines) or outline.marks[index] is not None:
        return None
    return outline.lines[index]


def titles_below(outline: Outline) -> dict[int, int]:
    """For each line that ends with its number, how many of the lines below are its title."""
    below = {i: _title_lines(outline, i) for i, mark in enumerate(outline.marks) if mark and _takes_title(mark)}
    for segment in outline.segments():
        bare = [i for i in segment if (mark := outline.marks[i]) and _is_bare(mark)]
        titled = [i for i in bare if _article_title(outline, i)]
        # In one law, or one annex to it, all articles have a title on the line below or none has.
        if len(titled) * 2 > len(bare):
            below |= dict.fromkeys(titled, 1)
    return below


def _is_bare(mark: Mark) -> bool:
    return mark.kind is ProvisionKind.ARTICLE and not mark.rest


def _takes_title(mark: Mark) -> bool:
    return mark.kind is not ProvisionKind.ARTICLE and mark.rank > 0 and not mark.rest


def _title_lines(outline: Outline, index: int) -> int:
    first = _text_at(outline, index + 1)
    if first is None or first.level or not _is_title(first.text):
        return 0
    count = 1
    while (following := _text_at(outline, index + 1 + count)) and count < 4 and _goes_on(first.text, following.text):
        count += 1
    return count


def _goes_on(first: str, following: str) -> bool:
    if following[-1] in SENTENCE_END or ENUMERATION.match(following):
        return False
    return following.isupper() if first.isupper() else following[0].islower()


def _is_title(text: str) -> bool:
    if len(text) > LONGEST_TITLE or text[-1] in ";:,。；：，" or text[0] in "(（[" or not _begins(text):
        return False
    if text[-1] == "." and (len(text.split()) > 12 or VERB.search(text)):
        return False
    if CHINESE.search(text) and len(text) > 40:
        return False
    return not ENUMERATION.match(text) and not text.startswith("|") and not words.SIGNATURE.match(text)


def _begins(text: str) -> bool:
    return not text[0].islower() and not text[0].isdigit()


def _article_title(outline: Outline, index: int) -> bool:
    first, second = _text_at(outline, index + 1), _text_at(outline, index + 2)
    return bool(first and second and first.text[-1] not in SENTENCE_END and _is_title(first.text)) and not (
        second and second.text[0].islower()
    )
