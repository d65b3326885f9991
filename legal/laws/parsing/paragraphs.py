"""Resolutions and replies without articles: their paragraphs, numbered 一、二、三、 or 1. 2. 3., or not at all."""

from legal.laws.kinds import ProvisionKind
from legal.laws.numbering import chinese_to_int
from legal.laws.parsing import words
from legal.laws.parsing.marks import Mark
from legal.laws.parsing.outline import Outline


def numbered_paragraphs(outline: Outline, segment: range, *, main: bool) -> dict[int, Mark]:
    """The lines of a segment without articles that begin a paragraph; else each line of the main text."""
    found = _sequence(outline, segment, chinese=True) or _sequence(outline, segment, chinese=False)
    if found or not main:
        return found
    return {i: Mark(ProvisionKind.PARAGRAPH, rest=outline.lines[i].text) for i in segment if _is_plain(outline, i)}


def _is_plain(outline: Outline, i: int) -> bool:
    return outline.marks[i] is None and i not in outline.contents and not outline.lines[i].text.startswith("|")


def _sequence(outline: Outline, segment: range, *, chinese: bool) -> dict[int, Mark]:
    pattern = words.CHINESE_PARAGRAPH if chinese else words.NUMBERED_PARAGRAPH
    found: dict[int, Mark] = {}
    last, anew = 0, ""
    for i in segment:
        if (mark := outline.marks[i]) and mark.rank:
            # Under a heading paragraphs may go on or begin anew.
            last, anew = (last, "anew?")
            continue
        match = pattern.match(outline.lines[i].text)
        if mark or not match:
            continue
        number = (chinese_to_int(match["number"]) if chinese else int(match["number"])) or 0
        if number == 1 and anew == "anew?" and last:
            last, anew = 0, "anew"
        if number != last + 1:
            continue
        last = number
        rest = outline.lines[i].text[match.end() :]
        found[i] = Mark(
            ProvisionKind.PARAGRAPH, "anew" if anew == "anew" else "", str(number), match["label"], rest.lstrip(),
            bool(rest) and not rest[0].isspace(),
        )  # fmt: skip
    return found if len(found) > 1 else {}
