"""The days of an edition in a law folder: by the name of its file, by law.toml, or by the words of the law."""

import datetime
import re
from itertools import takewhile
from typing import Final

from legal.laws.kinds import ProvisionKind
from legal.laws.parsing.commencement import Clause, clause_of
from legal.laws.parsing.dates import days_in, iso_day
from legal.laws.parsing.manifest import Manifest
from legal.laws.parsing.records import DaySource, ParsedProvision, ParsedText

IN_FORCE_HEADER: Final = re.compile(
    r"вводится в действие|введ[её]н\w* в действие|вступа\w+ в силу|вступил\w* в силу"
    r"|enter(?:s|ed) into force|(?:in force|effective) (?:from|on|as of)|施行",
    re.IGNORECASE,
)
ANOTHER_LAW: Final = re.compile(r"закон|постановлен|указ|act|decision", re.IGNORECASE)
# «… в соответствии с Законом РК от 20.12.2004 № 13 (вводится в действие с 01.01.2005)» tells the day of an amendment.
AMENDMENT: Final = re.compile(
    r"(?:закон|постановлен|указ)\w*\s[^.;]{0,80}\bот\s+\d|\b(?:by|vide)\b[^.;]{0,80}\b(?:act|law|ordinance|decision)\b",
    re.IGNORECASE,
)
HEADER_KINDS: Final = frozenset({ProvisionKind.NOTE, ProvisionKind.PREAMBLE, ProvisionKind.TITLE})


def days_of(
    manifest: Manifest, name: str, texts: list[ParsedText], *, markdown: bool, first: bool
) -> tuple[datetime.date | None, datetime.date | None, DaySource]:
    """Adoption and entry into force of one edition.

    In Markdown folders the day in a file's name is the day in force. In plain-text ones it is that day or, where that
    is not known, the day of adoption; then only the words of the law itself can tell the day.
    """
    day = iso_day(name)
    own = first and day in {manifest.in_force, manifest.adopted, None}
    adopted = manifest.adopted if own else None
    known = manifest.in_force if own else day
    doubtful = own and not markdown and known == manifest.adopted
    if known and not doubtful:
        return adopted, known, "folder"
    if not own:
        return adopted, None, ""
    told, source = _told(texts, manifest.adopted)
    if told and (adopted is None or told >= adopted):
        return adopted, told, source
    return adopted or day, None, ""


def _told(texts: list[ParsedText], adopted: datetime.date | None) -> tuple[datetime.date | None, DaySource]:
    for text in texts:
        if header := _header_day(text.provisions):
            return header, "header"
    for text in texts:
        clause = clause_of(text.provisions, text.language) or Clause()
        if clause.day or clause.event:
            return clause.day or adopted, "clause"
    return None, ""


def _header_day(provisions: list[ParsedProvision]) -> datetime.date | None:
    """The day that a note above the law gives for its entry into force, if it gives one only."""
    head = takewhile(lambda provision: provision.kind in HEADER_KINDS, provisions)
    days = (_day_of_line(line) for provision in head for line in provision.body.split("\n"))
    return next((day for day in days if day), None)


def _day_of_line(line: str) -> datetime.date | None:
    match = IN_FORCE_HEADER.search(line)
    # «Введен в действие Законом от …» names the day of that law, not of this one.
    if not match or ANOTHER_LAW.search(line[match.end() :]) or AMENDMENT.search(line[: match.start()]):
        return None
    days = [day for _start, _end, day in days_in(line[match.start() :])]
    return days[0] if len(days) == 1 else None
