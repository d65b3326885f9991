"""The folder of the index: the generation in use, the one writer's lock, and how another generation is swapped in."""

import fcntl
import json
import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import tantivy

from portal.search.schema import FORMAT, register_tokenizers, schema

POINTER: Final = "current.json"
LOCK: Final = "writer.lock"
STATE: Final = "state.json"
META: Final = "meta.json"


@dataclass(frozen=True, slots=True)
class State:
    """What a generation of the index holds: batches of changes `applied`, and changes of the `terms`."""

    generation: str
    shelves: tuple[str, ...] = ()
    applied: int = 0
    terms: int = 0
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Folder:
    """The place on disk that holds the index: a folder a generation, in it one a shelf; a pointer to the one in use."""

    root: Path

    @contextmanager
    def locked(self, *, wait: bool = True) -> Iterator[bool]:
        """Be the one writer, or, not waiting for another, learn that one is at work.

        The lock falls with its process, however that ends.
        """
        self.root.mkdir(parents=True, exist_ok=True)
        with (self.root / LOCK).open("a") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
            except BlockingIOError:
                yield False
            else:
                yield True

    def path(self, generation: str) -> Path:
        return self.root / generation

    def state(self) -> State | None:
        """What the generation in use holds; None where there is no usable index of this format."""
        try:
            generation = json.loads((self.root / POINTER).read_text())["generation"]
            told = json.loads((self.path(generation) / STATE).read_text())
            state = State(**{**told, "shelves": tuple(told["shelves"])})
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return state if state.format == FORMAT else None

    def open(self, generation: str, shelf: str) -> tantivy.Index:
        """A shelf of a generation; ValueError where it is damaged or gone: a lost one is not taken for an empty one."""
        return analysed(tantivy.Index.open(str(self.path(generation) / shelf)), shelf)

    def make(self, generation: str, shelf: str) -> tantivy.Index:
        """A new shelf, empty: one there already is what a writer left that was killed before it could record it."""
        path = self.path(generation) / shelf
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir(parents=True)
        return analysed(tantivy.Index(schema(), path=str(path)), shelf)

    def create(self) -> State:
        """A new, empty generation beside the one in use."""
        state = State(uuid.uuid4().hex)
        self.path(state.generation).mkdir(parents=True)
        return state

    def record(self, state: State) -> None:
        """Write down, durably, what a generation now holds."""
        replace(self.path(state.generation) / STATE, asdict(state))

    def swap(self, state: State) -> None:
        """Point readers to a generation and remove the others; a reader at work keeps its open files."""
        replace(self.root / POINTER, {"generation": state.generation})
        for other in self.root.iterdir():
            if other.is_dir() and other.name != state.generation:
                shutil.rmtree(other, ignore_errors=True)


def analysed(index: tantivy.Index, shelf: str) -> tantivy.Index:
    """The index of a shelf, told how the texts of its language are analysed."""
    return register_tokenizers(index, shelf.partition("-")[2])


def replace(path: Path, content: object) -> None:
    """Write a small file so that a reader sees the old content or the new, after a crash too."""
    beside = path.with_suffix(".new")
    with beside.open("w") as file:
        json.dump(content, file)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    directory = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)
