"""Readers of the index: each process keeps one view of it, and takes a newer one when pointer or state move."""

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import tantivy
from django.conf import settings

from portal.search.damage import may_be_damage, sound
from portal.search.folder import POINTER, STATE, Folder, State
from portal.search.models import Progress


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


logger = logging.getLogger(__name__)
lock = threading.Lock()
readers: dict[Path, Reader] = {}
# Generations that this process has found damaged: they are not opened again.
damaged: set[str] = set()

Made = TypeVar("Made")


def folder() -> Folder:
    """Where this deployment keeps its index."""
    return Folder(Path(settings.SEARCH_INDEX_DIR))


def read(work: Callable[[Reader], Made]) -> Made | None:
    """What `work` makes of the newest view; None where there is none, or where it turns out to be damaged."""
    view = reader()
    if view is None:
        return None
    try:
        return work(view)
    except BaseException as error:  # a panic of Tantivy's is no Exception
        if may_be_damage(error) and unusable(folder(), view.state, error):
            return None
        raise


def reader() -> Reader | None:
    """The newest view of the index; None where there is none, it is damaged, or being replaced at this moment."""
    place = folder()
    with lock:
        known = readers.get(place.root)
        if known is not None and known.stamp and stamp(place, known.state.generation) == known.stamp:
            return known
        state = place.state()
        opened = open_all(place, state) if state and state.generation not in damaged else None
        if opened is None:
            readers.pop(place.root, None)
        else:
            readers[place.root] = opened
        return opened


def open_all(place: Folder, state: State) -> Reader | None:
    """Every shelf of a generation; None where it is damaged or gone.

    A view of a state that has been written again since it was read has no stamp: it is good for this once.
    """
    moment = stamp(place, state.generation)
    try:
        shelves = {name: place.open(state.generation, name).searcher() for name in state.shelves}
    except (OSError, ValueError):
        logger.exception("The search index cannot be opened.")
        return None
    return Reader(shelves, state, moment if place.state() == state else ())


def unusable(place: Folder, state: State, error: BaseException) -> bool:
    """Whether a reader failed because of its generation, which no reader of this process will then take again.

    A damaged one is made unknown to the database, so that the worker's next sweep builds the index anew. While a
    writer is at work nobody can tell: it will replace what is damaged, or leave it to be met again.
    """
    with place.locked(wait=False) as mine:
        if not mine or place.state() != state:
            logger.warning("A search failed while the search index was written.", exc_info=error)
            return True
        if sound(place, state):
            return False
        logger.error("The search index is damaged and will be built anew: %s", error)
        damaged.add(state.generation)
        readers.pop(place.root, None)
        # Under the lock still: a writer that began now would make the generation known again when it has done.
        Progress.objects.filter(generation=state.generation).update(generation="")
    return True


def stamp(place: Folder, generation: str) -> tuple[int, ...]:
    """A cheap sign that the pointer or the state has been written again; empty where they are gone."""
    try:
        files = [(place.root / POINTER).stat(), (place.path(generation) / STATE).stat()]
    except FileNotFoundError:
        return ()
    return tuple(number for file in files for number in (file.st_mtime_ns, file.st_ino))
