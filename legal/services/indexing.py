"""Services as documents to be searched: one with all that is told of each, and one for its names."""

from collections.abc import Iterator, Sequence
from typing import Final

from legal.laws.naming import key
from legal.services.models import Service
from portal.languages import LANGUAGES, Language
from portal.search.documents import Document

APART: Final = "service"
FIELDS: Final = ("audience", "description", "apply_today")


def documents(owners: Sequence[int] | None) -> Iterator[Document]:
    """The documents of these services, of all for None; those not shown have none."""
    services = Service.objects.all().shown().prefetch_related("materials")
    for service in services if owners is None else services.filter(pk__in=owners):
        yield names(service)
        yield passage(service)


def names(service: Service) -> Document:
    """The service found by its names."""
    texts = {one.text: name for one in LANGUAGES if (name := getattr(service, f"name_{one.column}"))}
    return Document(
        owner=service.pk,
        key=service.pk,
        whole=True,
        texts=texts,
        names=sorted({f"={key(name)}" for name in texts.values()}),
        facets={"kind": [APART]},
        dated=None,
    )


def passage(service: Service) -> Document:
    """The service found by what is told of it, in each language."""
    texts = {one.text: words for one in LANGUAGES if (words := told(service, one))}
    return Document(
        owner=service.pk,
        key=service.pk,
        texts=texts,
        headings={one.text: getattr(service, f"name_{one.column}") or "" for one in LANGUAGES},
        facets={"kind": [APART]},
        apart=APART,
        dated=None,
    )


def told(service: Service, language: Language) -> str:
    """All that is said of a service in a language, a line each."""
    lines = [getattr(service, f"{field}_{language.column}") for field in FIELDS]
    lines += [getattr(material, f"name_{language.column}") for material in service.materials.all()]
    return "\n".join(line for line in lines if line)
