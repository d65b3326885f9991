"""Entries for programs that keep references: BibTeX and RIS, of a law, an article of it, or a case.

BibTeX as its manual describes it (`@misc`, with `url` and `urldate` as biblatex has them); RIS as its makers published
it: tags of two letters, CASE and STAT for the types, lines ended by CR LF. docs/cases.md names the sources.
"""

import datetime
import re
from dataclasses import dataclass
from typing import Final

CASE: Final = "CASE"
STATUTE: Final = "STAT"
# What TeX takes for a command; the backslash first, in one pass.
SPECIAL: Final = re.compile(r"[\\{}&%$#_~^]")
TEX: Final = {
    "\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{letter: f"\\{letter}" for letter in "{}&%$#_"},
}  # fmt: skip
LINES: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a reference names; `kind` is the type of RIS, `key` what BibTeX calls it, `day` of the decision or act."""

    kind: str
    key: str
    title: str
    author: str
    number: str
    day: datetime.date | None
    note: str
    language: str
    address: str
    read: datetime.date


def bibtex(entry: Entry) -> str:
    """The entry for BibTeX; what is not known is left out."""
    fields = {
        "title": f"{{{tex(entry.title)}}}",
        "author": f"{{{tex(entry.author)}}}" if entry.author else "",
        "number": tex(entry.number),
        "year": str(entry.day.year) if entry.day else "",
        "date": entry.day.isoformat() if entry.day else "",
        "note": tex(entry.note),
        "langid": entry.language,
        "url": entry.address,
        "urldate": entry.read.isoformat(),
    }
    told = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{{entry.key},\n{told}\n}}\n"


def ris(entry: Entry) -> str:
    """The entry for programs that read RIS."""
    fields = (
        ("TY", entry.kind),
        ("TI", entry.title),
        ("AU", entry.author),
        ("M1", entry.number),
        ("PY", str(entry.day.year) if entry.day else ""),
        ("DA", f"{entry.day:%Y/%m/%d}" if entry.day else ""),
        ("N1", entry.note),
        ("LA", entry.language),
        ("UR", entry.address),
        ("Y2", f"{entry.read:%Y/%m/%d}"),
    )
    lines = [f"{tag}  - {LINES.sub(' ', value)}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def tex(text: str) -> str:
    """Words as TeX prints them, in one line."""
    return SPECIAL.sub(lambda found: TEX[found[0]], LINES.sub(" ", text))
