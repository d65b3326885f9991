"""Very many lawyers out of the samples that are held, each with half a name from another."""

import datetime
import random
from collections.abc import Sequence
from typing import Final

from django.db.models import Model

from legal.lawyers.kinds import Level
from legal.lawyers.models import Admission, Lawyer, OfficeHours, Skill
from portal.languages import LANGUAGES

AT_ONCE: Final = 5_000
PARTS: Final[dict[str, type[Model]]] = {"admissions": Admission, "skills": Skill, "office_hours": OfficeHours}
SAME: Final = [
    *("kind", "jurisdiction_id", "firm_id", "time_zone", "verified_by_id", "recheck_on", "state"),
    *("native_name", "native_language"),
    *(f"{name}_{one.column}" for name in ("issuing_body", "summary", "fees") for one in LANGUAGES),
]
DAYS: Final = 700
LEVELS: Final = Level.values


def multiply(many: int) -> None:
    """Lawyers held again and again until there are so many, with admissions, areas and hours of their origin."""
    chance = random.Random(2026)  # noqa: S311  # the same lawyers at each run
    samples = list(Lawyer.objects.published().prefetch_related("topics", *PARTS))
    first = Lawyer.objects.count()
    for start in range(first, many, AT_ONCE):
        numbers = range(start, min(start + AT_ONCE, many))
        origins = [chance.choice(samples) for _ in numbers]
        made = [copy(number, one, chance.choice(samples), chance) for number, one in zip(numbers, origins, strict=True)]
        Lawyer.objects.bulk_create(made)
        complete(made, origins, chance)


def copy(number: int, one: Lawyer, other: Lawyer, chance: random.Random) -> Lawyer:
    """A lawyer like one, of half a name of each and a number, verified on some day of the last years."""
    names = {}
    for language in LANGUAGES:
        column = f"name_{language.column}"
        front, back = getattr(one, column) or "", getattr(other, column) or ""
        names[column] = f"{front[: len(front) // 2]}{back[len(back) // 2 :]} {number}"
    made = Lawyer(
        slug=f"made-{number}",
        sample=True,
        licence_number=f"MADE-{number}",
        takes_new_matters=chance.random() > 0.2,
        verified_at=one.verified_at - datetime.timedelta(days=chance.randint(0, DAYS)),
        **{name: getattr(one, name) for name in SAME},
        **names,
    )
    made.key_names()
    return made


def complete(made: Sequence[Lawyer], origins: Sequence[Lawyer], chance: random.Random) -> None:
    """Give lawyers the areas and parts of those they are made from; what they advise with is of any level."""
    pairs = list(zip(made, origins, strict=True))
    shelved = Lawyer.topics.through
    shelved.objects.bulk_create(
        shelved(lawyer=lawyer, topic=topic) for lawyer, origin in pairs for topic in origin.topics.all()
    )
    for name, model in PARTS.items():
        rows = [repeated(part, lawyer) for lawyer, origin in pairs for part in getattr(origin, name).all()]
        if model is Skill:
            for row in rows:
                row.consult = chance.choice(LEVELS)
        model._default_manager.bulk_create(rows)


def repeated(part: Model, lawyer: Lawyer) -> Model:
    """The same part of another lawyer's profile."""
    fields = [one.attname for one in part._meta.concrete_fields if one.attname not in {"id", "lawyer_id"}]
    return type(part)(lawyer=lawyer, **{field: getattr(part, field) for field in fields})
