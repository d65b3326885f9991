"""Law folders: written so that reading them gives the same law, plainly where that is enough."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from legal.laws.exporting.texts import markdown, places, spoken
from legal.laws.exporting.toml import law_toml
from legal.laws.importing import carrying, editions, merging
from legal.laws.importing.fetching import HeldLaw, fetch
from legal.laws.importing.held import HeldEdition, Row
from legal.laws.models import Law, LawQuerySet
from legal.laws.parsing.exact import ENDING
from legal.laws.parsing.folders import read_folder
from legal.laws.parsing.manifest import NAME
from legal.laws.parsing.records import ParsedEdition, ReadingError


def export_laws(laws: LawQuerySet, path: Path, *, progress: Callable[[], object] = lambda: None) -> int:
    """Write a folder for each law below a path; how many were written."""
    path.mkdir(parents=True, exist_ok=True)
    written: set[str] = set()
    for law_id in laws.order_by("pk").values_list("pk", flat=True):
        export_law(law_id, path, written)
        progress()
    return len(written)


def export_law(law_id: int, path: Path, written: set[str]) -> Path:
    """Write one law below a path; a folder of its name is replaced as a whole, once the new one is complete."""
    held = fetch(law_id)
    name = _name(held.law, written)
    written.add(name)
    with tempfile.TemporaryDirectory(dir=path, prefix=".") as workplace:
        folder = Path(workplace) / name
        folder.mkdir()
        _write(held, folder)
        target = path / name
        if target.exists():
            shutil.rmtree(target)
        folder.rename(target)
    return target


def _name(law: Law, written: set[str]) -> str:
    standard = f"{law.jurisdiction.code}-{law.slug}"
    return law.folder if law.folder and law.folder not in written else standard


def _write(held: HeldLaw, folder: Path) -> None:
    topics = sorted(held.law.topics.values_list("slug", flat=True))
    _save(folder / NAME, law_toml(held, topics))
    files = {edition: {lang: markdown(said) for lang, said in spoken(edition).items()} for edition in held.editions}
    for edition, texts in files.items():
        for language, words in texts.items():
            _save(folder / f"{edition.slug}.{language}.md", words)
    for edition in _not_told(held, folder):
        _save(folder / f"{edition.slug}{ENDING}", places(edition, files[edition]))


def _save(file: Path, words: str) -> None:
    file.write_text(words, encoding="utf-8", newline="\n")


def _not_told(held: HeldLaw, folder: Path) -> Iterator[HeldEdition]:
    """The editions that the folder, read again, would not give as they are."""
    try:
        read = {edition.slug: edition for edition in read_folder(folder).editions}
    except ReadingError:
        read = {}
    for edition in held.editions:
        if edition.slug not in read or _content(_again(read[edition.slug], held.law)) != _content(edition):
            yield edition


def _again(parsed: ParsedEdition, law: Law) -> HeldEdition:
    edition = HeldEdition()
    editions.learn(edition, parsed, ())
    for text in parsed.texts:
        merging.merge(edition, text, law.original_language)
    carrying.base(edition, law.original_language)
    return edition


def _content(edition: HeldEdition) -> list[Row]:
    """All that an edition's own texts are, place by place."""
    rows: list[Row] = []
    for provision in edition.provisions:
        texts = {
            language: (text.label, text.heading, text.body, text.status, text.source, text.based_on)
            for language, text in provision.texts.items()
            if text.carried_from is None
        }
        above = provision.parent.path if provision.parent else None
        place = (provision.path, provision.kind, provision.number, provision.depth, provision.repeated, above)
        rows.append((*place, texts))
    return rows
