"""How often the article that answers is among the first ten: labelled questions, half of them held back from tuning."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from django.utils.translation import override

from portal.languages import BY_TEXT
from portal.search.filters import Filters
from portal.search.presenting import fetched
from portal.search.searching import search
from tests.bench.measuring import Row

LABELLED: Final = Path(__file__).with_name("labelled.tsv")
FIRST: Final = 10
# Which jurisdictions hold the law that a group of questions asks for.
COLLECTIONS: Final = {"cn": ["cn"], "ru": ["ru", "kg", "kz", "uz"], "en": ["pk", "int", "un", "hcch", "sg"]}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A question, the language it is asked in, the collection its answer stands in, and the articles that answer it."""

    split: str
    asked: str
    wanted: str
    question: str
    answers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Quality:
    """Of some questions: the share with an answer among the first ten, and the mean share of the answers found."""

    questions: int
    hit: float
    recall: float

    def __str__(self) -> str:
        return f"hit {self.hit:.2f}, recall {self.recall:.2f}"


def labelled(path: Path = LABELLED) -> list[Labelled]:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    return [Labelled(*row[:4], frozenset(row[4].split())) for row in rows]


def first(one: Labelled, *, alone: bool) -> list[str]:
    """The first ten articles as `law#number`; `alone` looks into the wanted collection only."""
    filters = Filters({"jurisdiction": COLLECTIONS[one.wanted]}) if alone else Filters()
    with override(BY_TEXT[one.asked].code):
        found = search(one.question, language=one.asked, filters=filters).found[:FIRST]
        rows = fetched(found, one.asked)
    keys = [(some.source, some.whole, some.key) for some in found]
    return ["{law}#{number}".format(**rows[key].record) for key in keys if key in rows]


def quality(questions: Sequence[Labelled], *, alone: bool) -> Quality:
    shares = [len(one.answers.intersection(first(one, alone=alone))) / len(one.answers) for one in questions]
    return Quality(len(shares), sum(map(bool, shares)) / len(shares), sum(shares) / len(shares))


def grouped(questions: Sequence[Labelled]) -> Mapping[tuple[str, str, str], list[Labelled]]:
    groups: dict[tuple[str, str, str], list[Labelled]] = {}
    for one in questions:
        groups.setdefault((one.asked, one.wanted, one.split), []).append(one)
    return groups


SPOKEN: Final = {"zh": "Chinese", "en": "English", "ru": "Russian"}
HELD_IN: Final = {"cn": "Chinese law", "ru": "codes in Russian", "en": "acts and treaties in English"}


def asking() -> Iterator[Row]:
    """A line for each pair of languages: the held-back half, beside the half used for tuning."""
    groups = grouped(labelled())
    for asked, wanted in dict.fromkeys((asked, wanted) for asked, wanted, _ in groups):
        held, tuned = (
            [quality(groups[asked, wanted, split], alone=alone) for alone in (True, False)]
            for split in ("held", "tune")
        )
        yield Row(
            f"Asked in {SPOKEN[asked]}, found in {HELD_IN[wanted]}: {held[0].questions} questions held back",
            f"{held[0]}; among all law {held[1]}",
            f"those used for tuning: {tuned[0]}; {tuned[1]}",
            "",
        )
