"""Reading ahead: a process of its own reads a tree on, while the laws it has read are dealt with here."""

import signal
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from legal.laws.parsing.records import ParsedLaw, Rejection
from legal.laws.parsing.tree import read_tree

Told = ParsedLaw | Rejection


def read_ahead(path: Path, jurisdiction: str | None = None) -> Iterator[Told]:
    """What `read_tree` yields, in its order; the process ends with the reading, or where nobody listens any more."""
    # A fork would take along the connections and threads of this process.
    spawning = get_context("spawn")
    ours, theirs = spawning.Pipe()
    reader = spawning.Process(target=tell, args=(theirs, path, jurisdiction), daemon=True)
    reader.start()
    theirs.close()
    try:
        yield from heard(ours)
    finally:
        ours.close()
        reader.join()


def heard(connection: Connection) -> Iterator[Told]:
    """What the other process tells, up to its None."""
    try:
        while (told := connection.recv()) is not None:
            yield told
    except (EOFError, OSError):  # between two laws, or within one
        raise RuntimeError("The process that reads the files ended before it had read all of them.") from None


def tell(connection: Connection, path: Path, jurisdiction: str | None) -> None:
    """Read a tree for the process at the other end; as much is read ahead as the line between them holds."""
    # Ctrl-C goes to both: this process ends when the other does.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with connection, suppress(BrokenPipeError, ConnectionResetError):
        for told in read_tree(path, jurisdiction):
            connection.send(told)
        connection.send(None)
