"""Files of the national database: a title, a block of dates, `<!-- INFO END -->`, and the law."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.utils.translation import gettext_lazy as _

from legal.laws.kinds import LawKind, ProvisionKind, TextStatus
from legal.laws.numbering import sort_key
from legal.laws.parsing.commencement import clause_of
from legal.laws.parsing.dates import iso_day
from legal.laws.parsing.days import Days, national_days
from legal.laws.parsing.header import Header, header_of
from legal.laws.parsing.marks import mark_of
from legal.laws.parsing.records import ParsedEdition, ParsedLaw, ParsedProvision, ParsedText, ReadingError
from legal.laws.parsing.regions import region_of_folder, region_of_words
from legal.laws.parsing.source import INFO_END, Line, lines, read
from legal.laws.parsing.structure import Structure, structure_of

FILE_NAME: Final = re.compile(r"(?P<name>.*?)\s*[(（](?P<day>\d{4}-\d{2}-\d{2})[)）]")
FOLDERS: Final = {
    "宪法": LawKind.CONSTITUTION,
    "司法解释": LawKind.JUDICIAL_INTERPRETATION,
    "行政法规": LawKind.REGULATION,
    "部门规章": LawKind.RULE,
    "地方性法规": LawKind.LOCAL_REGULATION,
    "地方法规": LawKind.LOCAL_REGULATION,
    "其他": LawKind.OTHER,
}
LAW_FOLDERS: Final = frozenset(
    {"宪法相关法", "刑法", "民法典", "民法商法", "行政法", "经济法", "社会法", "诉讼与非诉讼程序法", "法律"}
)
DAYS_NOTE: Final = re.compile(r"通过|公布|批准|修正|修订|发布")
DECISION: Final = re.compile(r"关于.*(?:决定|决议)$")


@dataclass(frozen=True, slots=True)
class NationalText:
    """One dated text of a law, from a file of its own or from the files of its books."""

    files: list[Path]
    name: str
    title: str
    header: Header
    days: Days
    structure: Structure


def name_and_day(file: Path) -> tuple[str, str]:
    """The law's everyday name and the day in a file's name, "" where it bears none."""
    match = FILE_NAME.fullmatch(file.stem)
    return (match["name"], match["day"]) if match else (file.stem, "")


def read_national(files: list[Path], jurisdiction: str, *, books: bool = False) -> ParsedLaw:
    """The law that some national files hold: each an edition, or each a book of the one edition."""
    texts = [_read(files)] if books else [_read([file]) for file in files]
    latest = max(texts, key=lambda text: text.days.adopted or datetime.date.min)
    name = files[0].parent.name if books else name_and_day(files[0])[0]
    editions = [_edition(text) for text in texts]
    editions.sort(key=lambda edition: (edition.in_force or edition.adopted or datetime.date.min, edition.name))
    return ParsedLaw(
        source_path=files[0].parent if books else files[0],
        folder="",
        jurisdiction=jurisdiction,
        slug=None,
        kind=_kind(latest),
        titles={"zh": latest.title},
        editions=editions,
        number=next((text.header.number for text in texts if text.header.number), ""),
        other_names=_other_names(name, latest.title, texts),
        adopted=min((text.days.law_adopted for text in texts if text.days.law_adopted), default=None),
        in_force=min((text.days.law_in_force for text in texts if text.days.law_in_force), default=None),
        original_language="zh",
        region=_region(latest),
        unit=latest.structure.unit,
    )


def _read(files: list[Path]) -> NationalText:
    parts = [_parts(file) for file in files]
    if len(parts) > 1:
        parts.sort(key=_first_article)
    title = parts[0].title
    head = [line for part in parts for line in part.head]
    if len(parts) > 1:
        # The books bear the same title and days; these stand once, before the name of the first book.
        head = list({line.text: line for line in head if not line.level}.values())
        body = [line for part in parts for line in (*(h for h in part.head if h.level), *part.body)]
    else:
        body = parts[0].body
    structure = structure_of([title, *head, *body], markdown=True, head=len(head))
    dated = _day_in_name(files[0])
    header = header_of("\n".join(line.text for line in head if not line.level) or _notes(structure.provisions))
    days = national_days(header, clause_of(structure.provisions, "zh"), dated)
    return NationalText([part.file for part in parts], name_and_day(files[0])[1], title.text, header, days, structure)


@dataclass(frozen=True, slots=True)
class _Parts:
    file: Path
    title: Line
    head: list[Line]
    body: list[Line]


def _parts(file: Path) -> _Parts:
    text = read(file)
    end = text[: text.index(INFO_END)].count("\n") + 1 if INFO_END in text else 0
    printed = lines(text, markdown=True)
    if not printed:
        raise ReadingError(file, 1, _("The file is empty."))
    title, *rest = printed
    if title.level != 1:
        raise ReadingError(file, title.number, _("The first line is no title: it must begin with “# ”."))
    body = [line for line in rest if line.number > end]
    if not body:
        raise ReadingError(file, printed[-1].number, _("The law has no text after its title and dates."))
    return _Parts(file, title, [line for line in rest if line.number <= end], body)


def _day_in_name(file: Path) -> datetime.date | None:
    printed = name_and_day(file)[1]
    day = iso_day(printed)
    if printed and day is None:
        raise ReadingError(file, 1, _("“%(day)s” in the file's name is no day."), day=printed)
    return day


def _first_article(parts: _Parts) -> tuple[tuple[int, int, str], ...]:
    marks = (mark_of(line) for line in parts.body)
    return sort_key(next((m.number for m in marks if m and m.kind is ProvisionKind.ARTICLE), "999999"))


def _notes(provisions: Iterable[ParsedProvision]) -> str:
    """Without a marked block, the notes under the title tell the days."""
    notes = (provision for provision in provisions if provision.path.startswith("note-"))
    return "\n".join(note.body for note in notes if DAYS_NOTE.search(note.body[:200]))


def _edition(text: NationalText) -> ParsedEdition:
    parsed = ParsedText(
        language="zh",
        status=_status(text),
        source="",
        title=text.title,
        provisions=text.structure.provisions,
        files=text.files,
        unit=text.structure.unit,
    )
    return ParsedEdition(
        name=text.name,
        texts=[parsed],
        adopted=text.days.adopted,
        in_force=text.days.in_force,
        in_force_from=text.days.in_force_from,
        amended_by=text.days.amended_by,
    )


def _status(text: NationalText) -> TextStatus:
    """Files of the database are official; a guide among them, which nobody adopted, is somebody's own words."""
    adopted = text.header.events or text.days.adopted or _kind(text) is not LawKind.OTHER
    return TextStatus.OFFICIAL if adopted else TextStatus.DIGEST


def _other_names(name: str, title: str, texts: list[NationalText]) -> list[str]:
    names = [name, *(text.title for text in texts)]
    return list(dict.fromkeys(other for other in names if other and other != title))


def _kind(text: NationalText) -> LawKind:
    if text.title.endswith("法典"):
        return LawKind.CODE
    for part in reversed(text.files[0].absolute().parts[:-1]):
        if part in LAW_FOLDERS:
            return LawKind.DECISION if DECISION.search(text.title) else LawKind.LAW
        kind = FOLDERS.get(part) or (LawKind.LOCAL_REGULATION if part.endswith("地方法规") else None)
        if kind:
            return kind
    return _kind_from_words(text)


def _kind_from_words(text: NationalText) -> LawKind:
    words = "".join(event.words for event in text.header.events)
    if "最高人民法院" in text.title or "最高人民检察院" in text.title:
        return LawKind.JUDICIAL_INTERPRETATION
    if re.search(r"[省市州县旗]人民代表大会|[省市]第.{1,5}届人民代表大会|自治区", words):
        return LawKind.LOCAL_REGULATION
    if text.title.endswith("宪法"):
        return LawKind.CONSTITUTION
    if "国务院令" in words or "国务院" in words:
        return LawKind.REGULATION
    if "全国人民代表大会" in words or "主席令" in words or text.title.endswith("法"):
        return LawKind.DECISION if DECISION.search(text.title) else LawKind.LAW
    return LawKind.RULE if "令" in words else LawKind.OTHER


def _region(text: NationalText) -> str:
    region = region_of_folder(text.files[0].absolute())
    if region or _kind(text) is not LawKind.LOCAL_REGULATION:
        return region
    return region_of_words(text.title + "".join(event.words for event in text.header.events))
