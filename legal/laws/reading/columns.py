"""Which languages of an edition stand side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from django.db.models import Count

from legal.laws.kinds import RANK, TextStatus
from legal.laws.models import Edition, ProvisionText
from portal.languages import TEXTS

MOST_BESIDE: Final = 2


@dataclass(slots=True)
class Held:
    """What an edition holds in one language: how many texts of which status, and where they were taken from."""

    language: str
    texts: int = 0
    statuses: list[TextStatus] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)

    @property
    def mixed(self) -> bool:
        """Whether each text has to say its own status."""
        return len(self.statuses) > 1


def held(edition: Edition) -> list[Held]:
    """The languages an edition has texts in: the original first, then ours, then the rest; in one query."""
    rows = (
        ProvisionText.objects.filter(provision__edition=edition)
        .order_by("language")
        .values_list("language", "status", "source")
        .annotate(number=Count("pk"))
    )
    found: dict[str, Held] = {}
    for language, status, source, number in sorted(rows, key=lambda row: (row[0], RANK[row[1]])):
        one = found.setdefault(language, Held(language))
        one.texts += number
        if status not in one.statuses:
            one.statuses.append(TextStatus(status))
        if source and source not in one.sources:
            one.sources.append(source)
    original = edition.law.original_language
    return sorted(found.values(), key=lambda one: (one.language != original, order(one.language)))


def order(language: str) -> tuple[int, str]:
    """Ours in their order, then the others by code."""
    return (TEXTS.index(language) if language in TEXTS else len(TEXTS), language)


def chosen(held: Sequence[Held], reader: str, beside: Iterable[str]) -> list[Held]:
    """The columns: the reader's language (else the original, else what there is), and at most two asked for."""
    by_language = {one.language: one for one in held}
    first = by_language.get(reader) or next(iter(held), None)
    if first is None:
        return []
    asked = [by_language[language] for language in dict.fromkeys(beside) if language in by_language]
    return [first, *[one for one in asked if one is not first][:MOST_BESIDE]]
