"""Law folders: `law.toml` and one file of text a language and day, in Markdown or plain text."""

import datetime
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from django.utils.translation import gettext_lazy as _

from legal.laws.kinds import ArticleUnit, ProvisionKind
from legal.laws.parsing.aligning import align_headings, align_units
from legal.laws.parsing.dates import iso_day
from legal.laws.parsing.exact import ENDING, read_places
from legal.laws.parsing.folder_days import days_of
from legal.laws.parsing.manifest import NAME, Manifest, read_manifest
from legal.laws.parsing.records import ParsedEdition, ParsedLaw, ParsedText, ReadingError
from legal.laws.parsing.source import lines, read
from legal.laws.parsing.structure import structure_of

FILE_NAME: Final = re.compile(
    r"(?P<day>\d{4}(?:-\d{2}-\d{2}(?:-\d+)?)?|undated(?:-\d+)?)\.(?P<language>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.(?P<form>md|txt)"
)


@dataclass(frozen=True, slots=True)
class _TextFile:
    file: Path
    day: str
    language: str
    markdown: bool


def read_folder(folder: Path, jurisdiction: str | None = None) -> ParsedLaw:
    """The law of a folder; raises `ReadingError` for the first thing that is wrong in it."""
    manifest = read_manifest(folder / NAME)
    if jurisdiction is not None and manifest.jurisdiction != jurisdiction:
        raise ReadingError(
            manifest.file,
            1,
            _("The law is one of “%(found)s”, not of “%(wanted)s”."),
            found=manifest.jurisdiction,
            wanted=jurisdiction,
        )
    files = _text_files(folder)
    if not files:
        raise ReadingError(manifest.file, 1, _("The folder holds no text of the law, such as 2020-01-31.en.md."))
    editions = [
        _edition(manifest, day, [file for file in files if file.day == day], files)
        for day in sorted({file.day for file in files})
    ]
    # Places that are written down are what they are called there.
    found = [edition for edition in editions if not edition.places]
    unit = align_units(found)
    for edition in found:
        align_headings(edition.texts)
    return ParsedLaw(
        source_path=folder,
        folder=folder.name if manifest.folder is None else manifest.folder,
        jurisdiction=manifest.jurisdiction,
        slug=manifest.slug,
        kind=manifest.kind,
        titles=manifest.titles,
        editions=editions,
        number=manifest.number,
        short_titles=manifest.short_titles,
        summaries=manifest.summaries,
        authorities=manifest.authorities,
        other_names=manifest.other_names,
        adopted=manifest.adopted,
        in_force=manifest.in_force if manifest.editions else _law_in_force(manifest, editions),
        repealed=manifest.repealed,
        original_language=manifest.original_language,
        topics=manifest.topics,
        source=manifest.source,
        unit=manifest.unit or unit,
        region=manifest.region,
    )


def _text_files(folder: Path) -> list[_TextFile]:
    found = []
    for file in sorted(folder.iterdir()):
        if file.name == NAME or file.name.startswith((".", "_")) or file.suffix not in {".md", ".txt"}:
            continue
        match = FILE_NAME.fullmatch(file.name)
        if not match or (len(match["day"]) > 4 and match["day"][0].isdigit() and iso_day(match["day"][:10]) is None):
            raise ReadingError(file, 1, _("A text must be named by its day and language, such as 2020-01-31.en.md."))
        if not file.is_file() or not file.resolve().is_relative_to(folder.resolve()):
            raise ReadingError(file, 1, _("The file lies outside its law's folder."))
        found.append(_TextFile(file, match["day"], match["language"], match["form"] == "md"))
    return found


def _edition(manifest: Manifest, day: str, files: list[_TextFile], all_files: list[_TextFile]) -> ParsedEdition:
    by_language: dict[str, _TextFile] = {}
    for file in files:
        if file.language in by_language:
            raise ReadingError(file.file, 1, _("The folder holds two texts of this day in this language."))
        by_language[file.language] = file
    if day in manifest.editions:
        return _stated(manifest, day, by_language)
    texts = [_text(manifest, file) for file in by_language.values()]
    texts.sort(key=lambda text: (text.language != manifest.original_language, text.language))
    first = day == min(file.day for file in all_files)
    adopted, in_force, source = days_of(manifest, day, texts, markdown=files[0].markdown, first=first)
    return ParsedEdition(name=day, texts=texts, adopted=adopted, in_force=in_force, in_force_from=source)


def _stated(manifest: Manifest, name: str, files: dict[str, _TextFile]) -> ParsedEdition:
    """An edition of which law.toml says all but the words."""
    stated = manifest.editions[name]
    known = replace(
        manifest,
        statuses=manifest.statuses | stated.statuses,
        sources=manifest.sources | stated.sources,
    )
    edition = ParsedEdition(
        name, [], stated.adopted, stated.in_force, stated.in_force_from, stated.amended_by, slug=name
    )
    beside = manifest.file.with_name(name + ENDING)
    if beside.is_file():
        paths = {language: file.file for language, file in files.items()}
        found = read_places(beside, paths, manifest.unit or ArticleUnit.ARTICLE)
        edition.places, edition.texts = found.places, found.texts
    else:
        edition.texts = [_text(known, file) for file in files.values()]
        edition.texts.sort(key=lambda text: (text.language != manifest.original_language, text.language))
    return edition


def _text(manifest: Manifest, file: _TextFile) -> ParsedText:
    if file.language not in manifest.statuses:
        raise ReadingError(
            file.file,
            1,
            _("law.toml says nothing of this text: “[text.%(language)s]” is missing."),
            language=file.language,
        )
    printed = lines(read(file.file), markdown=file.markdown)
    if not printed:
        raise ReadingError(file.file, 1, _("The file is empty."))
    structure = structure_of(printed, markdown=file.markdown)
    if all(provision.kind is ProvisionKind.TITLE for provision in structure.provisions):
        raise ReadingError(file.file, printed[-1].number, _("The law has no text after its title."))
    return ParsedText(
        language=file.language,
        status=manifest.statuses[file.language],
        source=manifest.sources[file.language],
        title=manifest.titles.get(file.language) or structure.title,
        provisions=structure.provisions,
        files=[file.file],
        unit=structure.unit,
    )


def _law_in_force(manifest: Manifest, editions: list[ParsedEdition]) -> datetime.date | None:
    if manifest.in_force and manifest.in_force != manifest.adopted:
        return manifest.in_force
    return editions[0].in_force
