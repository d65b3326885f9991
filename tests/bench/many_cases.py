"""Very many cases out of the samples that are held, each with half its words from another."""

import datetime
import random
from collections.abc import Sequence
from typing import Final

from legal.cases.models import Case, CaseProvision
from legal.cases.models.case import PARTS
from legal.cases.settling import settle_editions
from portal.languages import LANGUAGES

AT_ONCE: Final = 5_000
YEARS: Final = range(1995, 2026)
WORDS: Final = [f"{part}_{one.column}" for part in PARTS for one in LANGUAGES]
FACTS: Final = [
    *("jurisdiction_id", "court_level", "status", "original_language", "languages", "source"),
    *(f"{name}_{one.column}" for name in ("title", "court", "parties") for one in LANGUAGES),
]


def multiply(many: int) -> None:
    """Cases held again and again until there are so many; each applies what the one it is made from applies."""
    chance = random.Random(2026)  # noqa: S311  # the same cases at each run
    samples = list(Case.objects.prefetch_related("topics", "applied"))
    first = Case.objects.count()
    for start in range(first, many, AT_ONCE):
        numbers = range(start, min(start + AT_ONCE, many))
        origins = [chance.choice(samples) for _ in numbers]
        made = [copy(number, one, chance.choice(samples), chance) for number, one in zip(numbers, origins, strict=True)]
        Case.objects.bulk_create(made)
        apply_and_shelve(made, origins)
    settle_editions(CaseProvision.objects.all())


def copy(number: int, one: Case, other: Case, chance: random.Random) -> Case:
    """A case of one's facts, with words of one or the other, decided on some day."""
    words = {name: getattr(chance.choice((one, other)), name) for name in WORDS}
    day = datetime.date(chance.choice(YEARS), chance.randint(1, 12), chance.randint(1, 28))
    facts = {name: getattr(one, name) for name in FACTS}
    return Case(slug=f"made-{number}", number=f"({day.year}) {number}", decided=day, **facts, **words)


def apply_and_shelve(made: Sequence[Case], origins: Sequence[Case]) -> None:
    """Give cases the provisions and topics of those they are made from."""
    pairs = list(zip(made, origins, strict=True))
    CaseProvision.objects.bulk_create(
        CaseProvision(case=case, law_id=row.law_id, name=row.name, key=row.key, path=row.path, stated=True)
        for case, origin in pairs
        for row in origin.applied.all()
    )
    shelved = Case.topics.through
    shelved.objects.bulk_create(
        shelved(case=case, topic=topic) for case, origin in pairs for topic in origin.topics.all()
    )
