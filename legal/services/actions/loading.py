"""Services and what is confirmed of states, out of files: what is lacking is added, what staff changed stays."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from legal.laws.models import Law
from legal.services.actions.checking import take_down
from legal.services.kinds import Aspect, Need
from legal.services.models import Basis, Figure, Legalization, Material, Service
from legal.services.sources import SERVICES
from portal.languages import LANGUAGES
from portal.reference.models import Jurisdiction
from portal.search.actions import record

CONFIRMED: Final = Path(__file__).parents[1] / "data" / "legalizations.toml"
Entry = Mapping[str, Any]


@transaction.atomic
def load_services(file: Path) -> int:
    """Add the services of a file that are lacking, held against the law of today; how many were added."""
    with file.open("rb") as opened:
        given = tomllib.load(opened)
    titles, entries = given["title"], given["service"]
    held = set(Service.objects.values_list("slug", flat=True))
    added = [_add(entry, position, titles) for position, entry in enumerate(entries, 1) if entry["slug"] not in held]
    record(SERVICES, [service.pk for service in added])
    return len(added)


@transaction.atomic
def load_legalizations() -> int:
    """Add a row for each country that has none: what is confirmed of it, else that nothing is; how many."""
    with CONFIRMED.open("rb") as opened:
        confirmed = {entry["jurisdiction"]: entry for entry in tomllib.load(opened)["legalization"]}
    countries = Jurisdiction.objects.filter(kind=Jurisdiction.Kind.COUNTRY, legalization=None)
    rows = [_legalization(country, confirmed.get(country.code, {})) for country in countries.order_by("pk")]
    return len(Legalization.objects.bulk_create(rows))


def _legalization(country: Jurisdiction, entry: Entry) -> Legalization:
    return Legalization(**{**entry, "jurisdiction": country})


def _add(entry: Entry, position: int, titles: Entry) -> Service:
    today = timezone.localdate()
    words: dict[str, Any] = {}
    for field in ("name", "audience", "description", "apply_today"):
        words |= _columns(field, entry.get(field, {}))
    service = Service.objects.create(slug=entry["slug"], position=position, checked_on=today, **words)
    Material.objects.bulk_create(_materials(service, entry["materials"]))
    Figure.objects.bulk_create(_figures(service, entry))
    bases = Basis.objects.bulk_create(_bases(service, entry.get("basis", []), titles))
    take_down(bases, today)
    return service


def _materials(service: Service, entries: Iterable[Entry]) -> list[Material]:
    return [
        Material(
            service=service,
            position=position,
            need=Need(entry.get("need", Need.ALWAYS)),
            formal=entry.get("formal", False),
            **_columns("name", entry),
        )
        for position, entry in enumerate(entries, 1)
    ]


def _figures(service: Service, entry: Entry) -> list[Figure]:
    named = [(aspect, rule) for aspect in Aspect for rule in entry.get(aspect.value, [])]
    return [
        Figure(service=service, position=position, aspect=aspect, rule=rule)
        for position, (aspect, rule) in enumerate(named, 1)
    ]


def _bases(service: Service, entries: Iterable[Entry], titles: Entry) -> list[Basis]:
    """What a service rests on; a law that is not held is told by its title."""
    return [
        Basis(
            service=service,
            position=position,
            law=_law(entry.get("law", "")),
            path=entry.get("path", ""),
            **_columns("name", entry.get("name") or titles[entry["law"]]),
            **_columns("about", entry.get("about", {})),
        )
        for position, entry in enumerate(entries, 1)
    ]


def _law(address: str) -> Law | None:
    """The law at `cn/notarization-law`; None where it is not held."""
    code, _, slug = address.partition("/")
    return Law.objects.filter(jurisdiction__code=code, slug=slug).first()


def _columns(field: str, words: Mapping[str, str]) -> dict[str, str]:
    return {f"{field}_{language.column}": words.get(language.text, "") for language in LANGUAGES}
