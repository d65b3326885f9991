"""The termbase as it is kept in files: a glossary, the vocabulary of statutes, and everyday words for legal ones."""

import csv
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from portal.languages import TEXTS
from portal.reference.models import Term, Topic

JOINT: Final = "|"
FILES: Final = {"terms.tsv": Term.Kind.GLOSSARY, "vocabulary.tsv": Term.Kind.VOCABULARY}
EVERYDAY: Final = "lay-words.tsv"
COLUMNS: Final = ("kind", "topic_id", "language", "everyday", "zh", "en", "ru", "note")


def load_terms(folder: Path, report: Callable[[int], object] = lambda _: None) -> int:
    """Make the terms those of the files in a folder; how many came or went. Kinds without a file stay as they are."""
    kinds = [kind for name, kind in FILES.items() if (folder / name).exists()]
    if (folder / EVERYDAY).exists():
        kinds.append(Term.Kind.EVERYDAY)
    wanted = {}
    for term in (*concepts(folder), *everyday(folder)):
        wanted[identity(term)] = term
        report(1)
    held = {identity(term): term.pk for term in Term.objects.filter(kind__in=kinds)}
    gone = [pk for key, pk in held.items() if key not in wanted]
    new = [term for key, term in wanted.items() if key not in held]
    Term.objects.filter(pk__in=gone).delete()
    Term.objects.bulk_create(new, batch_size=1000)
    return len(gone) + len(new)


def identity(term: Term) -> tuple[object, ...]:
    """All of a term: one that differs in anything is another."""
    values = (getattr(term, column) for column in COLUMNS)
    return tuple(tuple(value) if isinstance(value, list) else value for value in values)


def concepts(folder: Path) -> Iterator[Term]:
    """The glossary and the vocabulary, in the order of the files."""
    topics = dict(Topic.objects.values_list("slug", "pk"))
    for name, kind in FILES.items():
        for row in rows(folder / name):
            words = {language: split(row.get(language)) for language in TEXTS}
            yield Term(kind=kind, topic_id=topics.get(row.get("topic") or ""), note=row.get("note") or "", **words)


def everyday(folder: Path) -> Iterator[Term]:
    """Everyday words, each with the legal ones in its own language."""
    for row in rows(folder / EVERYDAY):
        if row["language"] in TEXTS and row["everyday"]:
            words: dict[str, Sequence[str]] = {row["language"]: split(row.get("legal"))}
            yield Term(kind=Term.Kind.EVERYDAY, language=row["language"], everyday=row["everyday"].strip(), **words)


def rows(path: Path) -> Iterator[dict[str, str]]:
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def split(cell: str | None) -> list[str]:
    return [word.strip() for word in (cell or "").split(JOINT) if word.strip()]
