"""The institutions as the check knows them, out of the rows that the portal keeps."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from legal.arbitration.clauses.names import Institution, Name
from legal.arbitration.clauses.naming import Recogniser
from legal.rules.kinds import InstitutionKind
from legal.rules.models import Institution as Row
from legal.rules.names import Names

# A name with its abbreviation behind it: both are names.
SHORT: Final = re.compile(r"\s*[(（]([^()（）]+)[)）]")


def known() -> tuple[Recogniser, dict[str, str]]:
    """What recognises the institutions that arbitrate, and what each is called in the active language, by its slug."""
    rows = list(
        Row.objects.filter(kind__in=[InstitutionKind.ARBITRATION, InstitutionKind.COURT])
        .select_related("parent")
        .prefetch_related("names")
    )
    institutions = [Institution(row.slug, tuple(_names(row)), row.parent.slug if row.parent else "") for row in rows]
    return Recogniser(institutions), {row.slug: call(row) for row in rows}


def called(slugs: Iterable[str]) -> dict[str, str]:
    """What institutions are called in the active language, by their slugs; for none nothing is asked."""
    wanted = list(slugs)
    return {row.slug: call(row) for row in Row.objects.filter(slug__in=wanted)} if wanted else {}


def call(row: Row) -> str:
    """What an institution is called in the active language."""
    return Names.of(row).any()


def _names(row: Row) -> Iterator[Name]:
    """All its names once, the former ones last: one that it has now too is no former one."""
    own = Names.of(row)
    titles = [title for title in (own.zh, own.en, own.ru) if title]
    present = [SHORT.sub("", title) for title in titles] + [short for title in titles for short in SHORT.findall(title)]
    held = [(name.name, name.former) for name in row.names.all()]
    now = dict.fromkeys([*present, *(name for name, former in held if not former)])
    yield from (Name(name) for name in now)
    yield from (Name(name, former=True) for name, former in held if former and name not in now)


def taking_filings() -> list[Row]:
    """The institutions with which requests are filed through the portal."""
    kinds = [InstitutionKind.ARBITRATION, InstitutionKind.COURT]
    return list(Row.objects.filter(kind__in=kinds, takes_filings=True).order_by("position", "slug"))
