"""Whether the number of an article goes on from the last one, or only looks like one."""

from dataclasses import replace
from typing import Final

from legal.laws.numbering import base, sort_key
from legal.laws.parsing.marks import Mark, Strength

# A number this far on is believed only if the next one goes on from it.
FAR: Final = 15


def is_row(mark: Mark, last: str | None, ahead: list[str]) -> bool:
    """Whether a number falls far behind, and the last one is gone on from as if nothing had stood between."""
    if last is None or not 1 < base(mark.number) < base(last) - FAR:
        return False
    back = next((number for number in ahead if base(number) >= base(last) - FAR), "")
    return sort_key(back) > sort_key(last) and base(back) - base(last) <= 1


def is_believed(mark: Mark, last: str | None, following: list[str]) -> bool:
    """Whether a line that looks like an article is one, by the last number and those that follow."""
    if last is None:
        return mark.strength is Strength.STRONG or base(mark.number) <= 1
    step = base(mark.number) - base(last)
    if sort_key(mark.number) > sort_key(last) and step <= 1:
        return True
    if mark.strength is Strength.WEAK:
        return False
    if following and base(last) < base(following[0]) < base(mark.number):
        return False
    confirmed = any(0 <= base(number) - base(mark.number) <= FAR for number in following)
    # Going back, a line of its own with full punctuation is a repeated or a misprinted number: kept.
    return step <= FAR or confirmed or not following


def without_footnote(mark: Mark, last: str | None, following: list[str]) -> Mark | None:
    """The article whose number a scan has run together with a footnote: Section 1297 between 296 and 298."""
    if mark.word != "section" or last is None or mark.strength is not Strength.STRONG:
        return None
    for digits in (1, 2):
        number = mark.number[digits:]
        if (
            number[:1].isdigit()
            and base(number) == base(last) + 1
            and (not following or base(following[0]) > base(last))
        ):
            return replace(mark, number=number)
    return None


def begins_anew(mark: Mark, following: list[str]) -> bool:
    """Whether the numbers begin again from one."""
    return base(mark.number) == 1 and (not following or 0 <= base(following[0]) - 1 <= 2)
