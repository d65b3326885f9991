"""Which laws lack a text in one of the portal's languages, and which translate an earlier wording."""

from typing import Final

from django.core.cache import cache
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from legal.laws.freshness import stamp
from legal.laws.kinds import TextStatus
from legal.laws.models import Law, ProvisionText
from portal.languages import LANGUAGES

KEPT: Final = 24 * 3600


def without_text(language: str) -> QuerySet[Law]:
    """The laws that have no words at all in a text language."""
    return Law.objects.exclude(languages__contains=[language])


def with_stale_text() -> QuerySet[Law]:
    """The laws in which a translation stands beside an original that reads differently by now."""
    stale = _stale_texts().filter(provision__edition__law=OuterRef("pk"))
    return Law.objects.filter(Exists(stale))


def counted() -> dict[str, int]:
    """How many laws lack each text language, and under "stale" how many translate an earlier wording.

    Counting takes seconds in a large directory, so it is kept until a law changes.
    """
    key = f"lacking:{stamp()}"
    kept: dict[str, int] | None = cache.get(key)
    if kept is None:
        kept = {one.text: without_text(one.text).count() for one in LANGUAGES} | {"stale": with_stale_text().count()}
        cache.set(key, kept, KEPT)
    return kept


def _stale_texts() -> QuerySet[ProvisionText]:
    originals = ProvisionText.objects.filter(
        provision=OuterRef("provision"), language=OuterRef("provision__edition__law__original_language")
    ).exclude(status=TextStatus.DIGEST)
    other = originals.filter(~Q(wording=OuterRef("based_on")))
    return (
        ProvisionText.objects.exclude(based_on="")
        .exclude(language=F("provision__edition__law__original_language"))
        .filter(Exists(other))
    )
