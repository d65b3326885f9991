"""A provision through the editions of its law: where its words changed, and where else they stood."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from legal.laws.finding import Shelf
from legal.laws.models import Edition, ProvisionText
from legal.laws.reading.single import Single


class Change(Enum):
    """What an edition did to a provision, next to the edition before it."""

    ABSENT = "absent"
    FIRST = "first"
    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Step:
    """One edition of the law, seen from a provision; `elsewhere` are the paths where it has the same words."""

    edition: Edition
    before: Edition | None
    change: Change
    elsewhere: Sequence[str] = ()


def history(shelf: Shelf, read: Single) -> list[Step]:
    """The editions, newest first: two queries, none where the edition read is the only one."""
    edition, path = read.edition, read.provision.path
    here = {text.language: text.wording for text in sorted(read.texts, key=lambda text: text.language)}
    others = [one for one in shelf.editions if one != edition]
    wordings = {edition.pk: here} | (_wordings(others, path) if others else {})
    elsewhere = _elsewhere(edition, path, here) if others else {}
    steps: list[Step] = []
    before: Edition | None = None
    for one in shelf.editions:
        now, then = wordings.get(one.pk, {}), wordings.get(before.pk, {}) if before else {}
        change = _change(now, then, shelf.law.original_language)
        if change is Change.NEW and before is None:
            change = Change.FIRST
        steps.append(Step(one, before, change, elsewhere.get(one.pk, ())))
        before = one
    return steps[::-1]


def _change(now: dict[str, str], then: dict[str, str], original: str) -> Change:
    """By the original's words; where either edition lacks it, by any language both have."""
    if not now:
        return Change.GONE if then else Change.ABSENT
    if not then:
        return Change.NEW
    common = [language for language in now if language in then]
    if not common:
        return Change.UNKNOWN
    language = original if original in common else common[0]
    return Change.SAME if now[language] == then[language] else Change.CHANGED


def _wordings(editions: Sequence[Edition], path: str) -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    rows = (
        ProvisionText.objects.filter(provision__edition__in=editions, provision__path=path)
        .order_by("language")
        .values_list("provision__edition", "language", "wording")
    )
    for edition, language, wording in rows:
        found.setdefault(edition, {})[language] = wording
    return found


def _elsewhere(edition: Edition, path: str, wordings: dict[str, str]) -> dict[int, list[str]]:
    rows: Iterable[tuple[int, str]] = (
        ProvisionText.objects.filter(
            provision__edition__law=edition.law_id, wording__in=set(wordings.values()), provision__kind="article"
        )
        .exclude(provision__edition=edition)
        .exclude(provision__path=path)
        .exclude(body="")
        .order_by("provision__position")
        .values_list("provision__edition", "provision__path")
        .distinct()
    )
    found: dict[int, list[str]] = {}
    for pk, other in rows:
        found.setdefault(pk, []).append(other)
    return found
