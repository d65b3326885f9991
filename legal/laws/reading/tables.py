"""A provision that is a table: rows between strokes, as Markdown sets them, become a table a reader can follow."""

import re
from itertools import zip_longest
from typing import Final

from django.utils.safestring import SafeString, mark_safe

# A stroke that ends a cell; one behind a backslash stands in its words.
STROKE: Final = re.compile(r"(?<!\\)\|")
# The line under the head, which says how columns are set.
UNDER_THE_HEAD: Final = re.compile(r"\|(?:\s*:?-+:?\s*\|)+\s*")
PARAGRAPH: Final = re.compile(r"<p>(.*?)</p>", re.DOTALL)
NUMBER: Final = re.compile(r"[-+−]?\d[\d\s.,]*%?")


def table(body: SafeString) -> SafeString:
    """The paragraphs of a table's body, already HTML with its links, as one table; each cell says its column."""
    lines = PARAGRAPH.findall(body)
    head = cells(lines[0]) if UNDER_THE_HEAD.fullmatch("".join(lines[1:2])) else []
    rows = [cells(line) for line in (lines[2:] if head else lines)]
    names = "".join(f'<th scope="col">{name}</th>' for name in head)
    top = f"<thead><tr>{names}</tr></thead>" if head else ""
    below = "".join(f"<tr>{written(row, head)}</tr>" for row in rows)
    return mark_safe(f'<div class="rows"><table>{top}<tbody>{below}</tbody></table></div>')  # noqa: S308  # made of `body`


def cells(line: str) -> list[str]:
    """What stands between the strokes of a row."""
    return [
        words.strip().replace("\\|", "|") for words in STROKE.split(line.strip().removeprefix("|").removesuffix("|"))
    ]


def written(row: list[str], head: list[str]) -> str:
    labels = (f' data-label="{plain(name)}"' for name in head)
    named = zip_longest(row, labels, fillvalue="")
    return "".join(f"<td{label}{kind(words)}>{words}</td>" for words, label in named)


def plain(name: str) -> str:
    """The words of a head, as the value of an attribute may have them."""
    return re.sub(r"<[^>]*>", "", name).replace('"', "&quot;")


def kind(words: str) -> str:
    return ' class="num"' if NUMBER.fullmatch(words) else ""
