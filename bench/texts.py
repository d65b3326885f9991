"""Questions to ask, and texts with other words, out of the corpus and the demonstration's terms."""

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Final

SEED: Final = 20
# A part of the characters of a copied text is exchanged for others as common.
EXCHANGED: Final = 400
LANGUAGES: Final = ("zh", "en", "ru")


def questions(corpus: Path) -> list[str]:
    """What people asked, as typical cases are headed."""
    lines = (corpus / "cases" / "cn-typical-cases.jsonl").read_text("utf-8").splitlines()
    return list(dict.fromkeys(json.loads(line)["title"] for line in lines))


def short(terms: Path, language: str, number: int = 100) -> list[str]:
    """Terms of the glossary in a language, the preferred word of each."""
    rows = [line.split("\t") for line in terms.read_text("utf-8").splitlines()]
    column = rows[0].index(language)
    words = list(dict.fromkeys(row[column].split(" | ")[0] for row in rows[1:] if len(row) > column and row[column]))
    random.Random(SEED).shuffle(words)  # noqa: S311 - the same words in each run
    return words[:number]


def exchanges(common: str, copies: int) -> Iterator[dict[int, str]]:
    """For each copy of a text, which characters become which others; none for the first."""
    yield {}
    for copy in range(1, copies):
        chosen = random.Random(SEED + copy).sample(common, min(EXCHANGED, len(common)))  # noqa: S311
        others = chosen[1:] + chosen[:1]
        yield {ord(one): other for one, other in zip(chosen, others, strict=True)}
