"""Readers of the index: each process keeps one searcher, and takes a newer one when the pointer or the state moves."""

import threading
from dataclasses import dataclass
from pathlib import Path

import tantivy
from django.conf import settings

from portal.search.folder import POINTER, STATE, Folder, State


@dataclass(frozen=True, slots=True)
class Reader:
    """One consistent view of the index."""

    index: tantivy.Index
    searcher: tantivy.Searcher
    state: State
    stamp: tuple[int, ...]


lock = threading.Lock()
readers: dict[Path, Reader] = {}


def folder() -> Folder:
    """Where this deployment keeps its index."""
    return Folder(Path(settings.SEARCH_INDEX_DIR))


def reader() -> Reader | None:
    """The newest view of the index; None where there is no index yet."""
    place = folder()
    known = readers.get(place.root)
    if known is not None and stamp(place, known.state.generation) == known.stamp:
        return known
    with lock:
        return renewed(place, readers.get(place.root))


def renewed(place: Folder, known: Reader | None) -> Reader | None:
    """Open the generation in use, or reload the one that is open."""
    state = place.state()
    if state is None:
        readers.pop(place.root, None)
        return None
    moment = stamp(place, state.generation)
    if known is not None and known.state.generation == state.generation:
        index = known.index
        index.reload()
    else:
        index = place.open(state.generation)
        index.config_reader("manual")
        index.reload()
    readers[place.root] = Reader(index, index.searcher(), state, moment)
    return readers[place.root]


def stamp(place: Folder, generation: str) -> tuple[int, ...]:
    """A cheap sign that the pointer or the state has been written again."""
    try:
        files = [(place.root / POINTER).stat(), (place.path(generation) / STATE).stat()]
    except FileNotFoundError:
        return ()
    return tuple(number for file in files for number in (file.st_mtime_ns, file.st_ino))
