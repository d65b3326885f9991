"""How far a run has come, told by the files it has read."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from legal.laws.parsing.records import ParsedLaw, Rejection
from portal.languages import LANGUAGES

TEXTS: Final = (".md", ".txt")


def files_below(path: Path) -> int:
    """How many files of text a tree has; 1 for a file."""
    return sum(file.suffix in TEXTS for file in path.rglob("*")) if path.is_dir() else 1


def counted(laws: Iterable[ParsedLaw | Rejection], step: Callable[[int], object]) -> Iterator[ParsedLaw | Rejection]:
    """The same laws; `step` is told of the files of each when it has been dealt with."""
    for law in laws:
        yield law
        step(1 if isinstance(law, Rejection) else sum(len(edition.files) for edition in law.editions))


def language_of_operator(environ: Mapping[str, str] = os.environ) -> str:
    """The language of the person at the terminal, by the locale there; English where it is none of ours."""
    locale = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    return next((language.code for language in LANGUAGES if locale.startswith(language.text)), "en")
