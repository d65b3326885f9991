"""Readers of the index: each process keeps one view of it, and takes a newer one when pointer or state move."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import tantivy
from django.conf import settings

from portal.search.folder import POINTER, STATE, Folder, State


@dataclass(frozen=True, slots=True)
class Reader:
    """One consistent view of the index: a searcher a shelf."""

    shelves: Mapping[str, tantivy.Searcher]
    state: State
    stamp: tuple[int, ...]

    @property
    def version(self) -> object:
        """Changes whenever the terms have changed."""
        return self.state.generation, self.state.terms


lock = threading.Lock()
readers: dict[Path, Reader] = {}


def folder() -> Folder:
    """Where this deployment keeps its index."""
    return Folder(Path(settings.SEARCH_INDEX_DIR))


def reader() -> Reader | None:
    """The newest view of the index; None where there is none, or it is being replaced at this moment."""
    place = folder()
    known = readers.get(place.root)
    if known is not None and known.stamp and stamp(place, known.state.generation) == known.stamp:
        return known
    with lock:
        state = place.state()
        opened = open_all(place, state) if state else None
        if opened is None:
            readers.pop(place.root, None)
        else:
            readers[place.root] = opened
        return opened


def open_all(place: Folder, state: State) -> Reader | None:
    """Every shelf of a generation; None where it is damaged or gone."""
    moment = stamp(place, state.generation)
    try:
        shelves = {name: place.open(state.generation, name).searcher() for name in state.shelves}
    except (OSError, ValueError):
        return None
    return Reader(shelves, state, moment)


def stamp(place: Folder, generation: str) -> tuple[int, ...]:
    """A cheap sign that the pointer or the state has been written again; empty where they are gone."""
    try:
        files = [(place.root / POINTER).stat(), (place.path(generation) / STATE).stat()]
    except FileNotFoundError:
        return ()
    return tuple(number for file in files for number in (file.st_mtime_ns, file.st_ino))
