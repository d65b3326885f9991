"""Printed forms that offer several ways and say which one is chosen: the ways that are not chosen count for nothing."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, pairwise
from typing import Final

from legal.arbitration.clauses.folding import Folded, Span

NUMERALS: Final = {"一": "1", "二": "2", "三": "3", "四": "4", "五": "5", "a": "1", "b": "2", "c": "3", "d": "4"}
NUMBER: Final = f"[1-5{''.join(NUMERALS)}]"
# “By the 1st of the following ways”; a blank that nobody filled chooses nothing.
CHOSEN: Final = re.compile(
    rf"(?:按|以|选择|采用|通过|适用)照?(?:下列|以下|如下)?(?:的)?第[ _(]*(?P<zh>{NUMBER})[ _)]*(?:种|项|款)"
    r"|(?:按|以|选择|采用|通过)[照用]? ?(?P<letter>[a-d]) ?(?:种|项)?(?:方式|方案)"
    rf"|\b(?:by|under|option|method|way)(?: the)?(?: option| method"
    rf"| way)?[ _(]*(?P<en>{NUMBER})[ _)]* (?:below|of the following)"
    rf"|\bспособ[а-я]{{0,2}} ?(?:№|n)? ?[ _(]*(?P<ru>{NUMBER})"
)
OPTION: Final = re.compile(
    rf"(?<=[.,;: ])\(?(?P<number>{NUMBER})(?:\) ?[.,]?|[.,] ?(?!\d))|(?<=[.;:])(?P<round>[1-5])(?=[\u4e00-\u9fff])"
)
TICKED: Final = re.compile(r"[☑☒✓✔√■●]|\[[xvх√]\]")
UNTICKED: Final = re.compile(r"[□☐○]|\[ ?\]")
END: Final = re.compile(r"[.;]")
READ: Final = 20


def without_unchosen(folded: Folded) -> Folded:
    """The same text, the ways that a form offers and nobody chose blanked out, each character in its place."""
    text, cased = list(folded.text), list(folded.cased)
    for span in (*_numbered(folded.text), *_unticked(folded.text)):
        blank = " " * (span.end - span.start)
        text[span.start : span.end] = cased[span.start : span.end] = blank
    return replace(folded, text="".join(text), cased="".join(cased))


def _numbered(text: str) -> Iterator[Span]:
    chosen = CHOSEN.search(text)
    if chosen is None:
        return
    wanted = _figure(next(filter(None, chosen.groups())))
    found = [
        (_figure(one["number"] or one["round"]), one.start())
        for one in islice(OPTION.finditer(text, chosen.end()), READ)
    ]
    options = found[:1] + [after for before, after in pairwise(found) if after[0] > before[0]]
    if wanted not in {number for number, _ in options}:
        return
    for place, (number, start) in enumerate(options):
        last = place + 1 == len(options)
        if number != wanted:
            yield Span(start, _end(text, start + 3) if last else options[place + 1][1])


def _unticked(text: str) -> Iterator[Span]:
    if not TICKED.search(text):
        return
    for found in islice(UNTICKED.finditer(text), READ):
        ticked = TICKED.search(text, found.end(), _end(text, found.end()))
        another = UNTICKED.search(text, found.end(), _end(text, found.end()))
        ends = [one.start() for one in (ticked, another) if one]
        yield Span(found.start(), min([*ends, _end(text, found.end())]))


def _end(text: str, start: int) -> int:
    """Where the sentence ends in which a place stands."""
    found = END.search(text, start)
    return found.start() if found else len(text)


def _figure(number: str) -> str:
    return NUMERALS.get(number, number)
