"""Services as results of a search: what each is called, and its words."""

from collections.abc import Sequence
from typing import Final

from django.utils.translation import gettext as _

from legal.services.indexing import told
from legal.services.models import Service
from legal.services.sources import SERVICES
from portal.languages import BY_TEXT, LANGUAGES
from portal.search import names as by_name
from portal.search.registry import Hit, Suggestion, Text

ORIGINAL: Final = "zh"


def hits(keys: Sequence[int], language: str) -> dict[int, Hit]:
    """Services by key with their words; two queries."""
    rows = Service.objects.all().shown().prefetch_related("materials").filter(pk__in=keys).order_by()
    return {service.pk: hit(service, language) for service in rows}


def hit(service: Service, language: str) -> Hit:
    """A service as a result."""
    texts = [Text(one.text, "", words) for one in LANGUAGES if (words := told(service, one))]
    return Hit(
        key=service.pk,
        url=service.get_absolute_url(),
        title=name(service, language),
        kicker=[_("Service of the zone")],
        texts=texts,
        original=ORIGINAL,
    )


def name(service: Service, language: str) -> str:
    """The name in a language, else in whichever there is."""
    columns = dict.fromkeys(one.column for one in (BY_TEXT[language], *LANGUAGES))
    return str(next(filter(None, (getattr(service, f"name_{column}") for column in columns)), ""))


def suggestions(query: str, language: str, limit: int) -> list[Suggestion]:
    """The services whose name holds the words typed."""
    found = hits(by_name.completed(SERVICES, query, limit), language)
    return [Suggestion(one.title, "service", one.url) for one in found.values()][:limit]
