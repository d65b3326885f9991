"""How far the index has come, told to a person at a terminal."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, Never

from django.utils.translation import gettext as _
from tqdm import tqdm

from portal.search import actions

# What is done sooner needs no telling.
SILENT_SECONDS: Final = 1


@contextmanager
def told(what: str) -> Iterator["tqdm[Never]"]:
    """A count of what is done, shown once it takes longer than a moment."""
    with tqdm(desc=what, unit="", mininterval=0.5, delay=SILENT_SECONDS) as bar:
        yield bar


def apply() -> None:
    """Bring the index up to the database, and tell how many documents it has taken."""
    with told(_("Indexing")) as bar:
        actions.apply(report=bar.update)


def rebuild() -> int:
    """Build the index anew, tell how many documents it has taken, and give back how many."""
    with told(_("Indexing")) as bar:
        actions.rebuild(report=bar.update)
        return int(bar.n)
