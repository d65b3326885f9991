"""Entries for programs that keep references: BibTeX and RIS, of a law, an article of it, or a case.

What each was checked against stands in docs/cases.md.
"""

import datetime
import re
from dataclasses import dataclass
from typing import Final

from portal.languages import Language

CASE: Final = "CASE"
STATUTE: Final = "STAT"
# What TeX takes for a command, or prints as another letter; the backslash first, in one pass. BibTeX counts braces even
# behind a backslash, so a lone one would swallow the rest of the file: they are told by name.
SPECIAL: Final = re.compile(r"[\\{}&%$#_~^<>|]")
TEX: Final = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", "<": r"\textless{}", ">": r"\textgreater{}", "|": r"\textbar{}",
    **{letter: f"\\{letter}" for letter in "&%$#_"},
}  # fmt: skip
LINES: Final = re.compile(r"\s+")
# What a key may not have: letters that are not ASCII, as the article 17А of a Russian law has one.
FOREIGN: Final = re.compile(r"[^\x21-\x7e]")
# biblatex names languages as babel does.
BABEL: Final = {"zh": "chinese", "en": "english", "ru": "russian"}


@dataclass(frozen=True, slots=True)
class Entry:
    """What a reference names: `kind` is the type of RIS, `key` what BibTeX calls it, `author` the court of a case."""

    kind: str
    key: str
    title: str
    author: str
    number: str
    day: datetime.date | None
    note: str
    language: Language
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
        # No style prints the number of @misc, every style its note.
        "note": tex(". ".join(filter(None, (entry.number, entry.note)))),
        "langid": BABEL[entry.language.text],
        "url": entry.address,
        "urldate": entry.read.isoformat(),
    }
    told = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    key = FOREIGN.sub(lambda found: f"u{ord(found[0]):04x}", entry.key)
    return f"@misc{{{key},\n{told}\n}}\n"


def ris(entry: Entry) -> str:
    """The entry for programs that read RIS; a case has a court and a docket number, and nobody for its author."""
    court, number = ("PB", "SV") if entry.kind == CASE else ("AU", "M1")
    fields = (
        ("TY", entry.kind),
        ("TI", entry.title),
        (court, entry.author),
        (number, entry.number),
        ("PY", str(entry.day.year) if entry.day else ""),
        ("DA", f"{entry.day:%Y/%m/%d}" if entry.day else ""),
        ("N1", entry.note),
        ("LA", entry.language.tag),
        ("UR", entry.address),
        ("Y2", f"{entry.read:%Y/%m/%d}"),
    )
    lines = [f"{tag}  - {LINES.sub(' ', value)}" for tag, value in fields if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def tex(text: str) -> str:
    """Words as TeX prints them, in one line."""
    return SPECIAL.sub(lambda found: TEX[found[0]], LINES.sub(" ", text))
