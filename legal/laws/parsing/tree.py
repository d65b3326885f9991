"""The one door to reading: a path in, laws and rejections out."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from django.utils.translation import gettext_lazy as _

from legal.laws.parsing.folders import read_folder
from legal.laws.parsing.manifest import NAME
from legal.laws.parsing.marks import CJK
from legal.laws.parsing.national import name_and_day, read_national
from legal.laws.parsing.records import ParsedLaw, ReadingError, Rejection
from legal.laws.parsing.source import INFO_END

NATIONAL: Final = "cn"
# Pages about a collection, not laws of it.
ABOUT: Final = frozenset({"readme", "index", "changelog", "contributing", "license", "licence"})
# Enough of a file to see its titles.
HEAD: Final = 4096


def read_tree(path: Path, jurisdiction: str | None = None) -> Iterator[ParsedLaw | Rejection]:
    """Every law below a path, one at a time, in the order of their paths; what cannot be read comes as a `Rejection`.

    The path may be a root that holds many laws in any of the three forms, the folder of one law or a file in it, or
    one national file.
    With `jurisdiction`, national files are laws of it (else of China), and a folder of another one is rejected.
    """
    if path.is_file() and path.with_name(NAME).exists():
        yield from _read_directory(path.parent, jurisdiction, set())
    elif path.is_file():
        yield _read(path, lambda: read_national([path], jurisdiction or NATIONAL))
    elif path.is_dir():
        yield from _read_directory(path, jurisdiction, {path.resolve()})
    else:
        yield Rejection(path, 1, _("There is no such file or folder."))


def _read_directory(folder: Path, jurisdiction: str | None, seen: set[Path]) -> Iterator[ParsedLaw | Rejection]:
    if (folder / NAME).exists():
        yield _read(folder / NAME, lambda: read_folder(folder, jurisdiction))
        return
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield Rejection(
            folder, 1, _("The folder cannot be read: %(reason)s."), {"reason": error.strerror or str(error)}
        )
        return
    yield from _read_national(folder, [entry for entry in entries if _is_national(entry)], jurisdiction or NATIONAL)
    for entry in entries:
        if entry.is_dir() and not entry.name.startswith(".") and not _is_read(entry, seen):
            yield from _read_directory(entry, jurisdiction, seen)


def _is_read(folder: Path, seen: set[Path]) -> bool:
    """Whether a folder has been read, or will be where it stands: links in a circle or a net would never end."""
    place = folder.resolve()
    if place in seen or (folder.is_symlink() and any(place.is_relative_to(root) for root in seen)):
        return True
    seen.add(place)
    return False


def _is_national(entry: Path) -> bool:
    """Whether a file is to be read as a national one; pages about the collection are not."""
    name = entry.stem.lower()
    if entry.suffix != ".md" or name.startswith(("_", ".")) or name in ABOUT or not entry.is_file():
        return False
    head = _head(entry)
    # An empty or garbled file is no page about anything: it is read, and rejected with its reason.
    return INFO_END in head or not head.strip() or "\ufffd" in head or bool(CJK.search(head.split("\n", 1)[0]))


def _read_national(folder: Path, files: list[Path], jurisdiction: str) -> Iterator[ParsedLaw | Rejection]:
    if _are_books(files):
        yield _read(files[0], partial(read_national, files, jurisdiction, books=True))
        return
    laws: defaultdict[str, list[Path]] = defaultdict(list)
    for file in files:
        laws[name_and_day(file)[0]].append(file)
    for editions in laws.values():
        yield _read(editions[0], partial(read_national, editions, jurisdiction))


def _are_books(files: list[Path]) -> bool:
    """Whether a folder holds one law, a file a book: all bear the same title and below it the book's own."""
    titles = [_titles(file) for file in files]
    return len(files) > 1 and all(len(title) > 1 for title in titles) and len({title[0] for title in titles}) == 1


def _titles(file: Path) -> list[str]:
    return [line[2:].strip() for line in _head(file).splitlines() if line.startswith("# ")]


def _head(file: Path) -> str:
    try:
        with file.open(encoding="utf-8", errors="replace") as opened:
            return opened.read(HEAD)
    except OSError:
        return ""


def _read(file: Path, read: Callable[[], ParsedLaw]) -> ParsedLaw | Rejection:
    try:
        return read()
    except ReadingError as error:
        return error.rejection
    except OSError as error:
        return Rejection(file, 1, _("The file cannot be read: %(reason)s."), {"reason": error.strerror or str(error)})
