"""What is held: laws by jurisdiction, by language and by what their texts are worth; and what is newest among them."""

import datetime
from dataclasses import dataclass
from typing import Final

from django.core.cache import cache
from django.db.models import Count, OuterRef, QuerySet, Subquery

from legal.laws.freshness import stamp
from legal.laws.kinds import LawKind, TextStatus
from legal.laws.models import Edition, Law, Provision, ProvisionText
from portal.languages import TEXTS
from portal.reference.models import Jurisdiction

DAY_SECONDS: Final = 24 * 3600
# A wording that is to come into force is news for this long before; a day further off is no news yet.
AHEAD: Final = datetime.timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Worth:
    """How many laws of a jurisdiction have text of one status in one language."""

    status: TextStatus
    laws: int


@dataclass(frozen=True, slots=True)
class Totals:
    """Everything held, counted; `worths` by code of the jurisdiction and text language."""

    laws: int
    editions: int
    provisions: int
    worths: dict[tuple[str, str], list[Worth]]


def laws_by_jurisdiction() -> list[tuple[Jurisdiction, int]]:
    """Jurisdictions in their order, each with the number of its laws."""
    counted = dict(Law.objects.order_by().values_list("jurisdiction").annotate(laws=Count("pk")))
    return [(one, counted.get(one.pk, 0)) for one in Jurisdiction.objects.all()]


def newest_editions(*, on: datetime.date) -> QuerySet[Edition]:
    """Wordings with a known day in force, newest first, each with the date of the one before it as `before`.

    Local regulations are left out: they would fill the list.
    """
    earlier = Edition.objects.filter(law=OuterRef("law"), day__lt=OuterRef("day")).order_by("-day", "-pk")
    return (
        Edition.objects.filter(in_force__lte=on + AHEAD)
        .exclude(law__kind=LawKind.LOCAL_REGULATION)
        .select_related("law__jurisdiction")
        .annotate(before=Subquery(earlier.values("slug")[:1]))
        .order_by("-in_force", "-pk")
    )


def specimen(*, code: str, slug: str, path: str, on: datetime.date) -> list[ProvisionText]:
    """One provision of the day in the portal's three languages; nothing where a language lacks."""
    law = Law.objects.filter(jurisdiction__code=code, slug=slug).first()
    edition = law.edition_on(on) if law else None
    if edition is None:
        return []
    texts = ProvisionText.objects.filter(provision__edition=edition, provision__path=path, language__in=TEXTS)
    found = list(texts.select_related("provision__edition__law__jurisdiction"))
    return found if len(found) == len(TEXTS) else []


def totals() -> Totals:
    """What is held as of the last change of any law: counting takes seconds, so it is kept until then."""
    key = f"holdings:{stamp()}"
    kept = cache.get(key)
    if isinstance(kept, Totals):
        return kept
    counted = _count()
    cache.set(key, counted, DAY_SECONDS)
    return counted


def _count() -> Totals:
    worths: dict[tuple[str, str], list[Worth]] = {}
    rows = (
        ProvisionText.objects.order_by()
        .values_list("provision__edition__law__jurisdiction__code", "language", "status")
        .annotate(laws=Count("provision__edition__law", distinct=True))
    )
    order = list(TextStatus)
    for code, language, status, laws in sorted(rows, key=lambda row: order.index(TextStatus(row[2]))):
        worths.setdefault((code, language), []).append(Worth(TextStatus(status), laws))
    return Totals(Law.objects.count(), Edition.objects.count(), Provision.objects.count(), worths)
