"""Institutions, rules and fee tables of the files, added where they are lacking; what staff changed stays."""

from decimal import Decimal
from typing import Any

from legal.rules.loading.files import Entry, columns, read
from legal.rules.models import Band, Institution, InstitutionName, Rule, Schedule
from portal.reference.models import Jurisdiction


def load_institutions(places: dict[str, Jurisdiction]) -> int:
    """Add institutions with their names; how many were lacking."""
    added = 0
    for position, entry in enumerate(read("institutions")["institution"], 1):
        institution, new = Institution.objects.get_or_create(
            slug=entry["slug"], defaults=_institution(entry, position, places)
        )
        if new:
            InstitutionName.objects.bulk_create(
                InstitutionName(
                    institution=institution,
                    language=name["language"],
                    name=name["name"],
                    former=name.get("former", False),
                    source_url=name["source"],
                )
                for name in entry.get("names", [])
            )
        added += new
    return added


def load_rules() -> int:
    """Add rules whose slug no row has; how many."""
    file, known = read("rules"), set(Rule.objects.values_list("slug", flat=True))
    lacking = [(place, entry) for place, entry in enumerate(file["rule"], 1) if entry["slug"] not in known]
    for place, entry in lacking:
        Rule.objects.create(
            **_dated(entry, file["source"], place),
            institution=Institution.objects.filter(slug=entry.get("institution", "")).first(),
            kind=entry["kind"],
            value=Decimal(entry["value"]) if "value" in entry else None,
            unit=entry.get("unit", ""),
            stops=entry.get("stops", False),
        )
    return len(lacking)


def load_schedules() -> int:
    """Add fee tables whose slug no row has, with their bands; how many."""
    file, known = read("schedules"), set(Schedule.objects.values_list("slug", flat=True))
    lacking = [(place, entry) for place, entry in enumerate(file["schedule"], 1) if entry["slug"] not in known]
    for place, entry in lacking:
        schedule = Schedule.objects.create(
            **_dated(entry, file["source"], place),
            institution=Institution.objects.get(slug=entry["institution"]),
            minimum=Decimal(entry["minimum"]) if "minimum" in entry else None,
            filing=entry.get("filing", ""),
        )
        Band.objects.bulk_create(
            Band(schedule=schedule, above=Decimal(above), base=Decimal(base), rate=Decimal(rate))
            for above, base, rate in entry["bands"]
        )
    return len(lacking)


def _institution(entry: Entry, position: int, places: dict[str, Jurisdiction]) -> dict[str, Any]:
    return {
        "kind": entry["kind"],
        "jurisdiction": places.get(entry.get("jurisdiction", "")),
        "parent": Institution.objects.filter(slug=entry.get("parent", "")).first(),
        **columns("name", entry["name"]),
        "russian_unofficial": entry.get("russian_unofficial", False),
        **columns("rulebook", entry.get("rulebook", {})),
        "rulebook_since": entry.get("rulebook_since"),
        "takes_filings": entry.get("takes_filings", False),
        "website": entry.get("website", ""),
        "source_url": entry.get("source", ""),
        "checked_on": entry.get("checked"),
        "position": position,
    }


def _dated(entry: Entry, sources: Entry, position: int) -> dict[str, Any]:
    source = sources.get(entry.get("source", ""), {})
    return {
        "slug": entry["slug"],
        **columns("name", entry["name"]),
        "effective_from": entry.get("from"),
        "status": entry["status"],
        **columns("source_title", source.get("title", {})),
        "source_url": source.get("url", ""),
        "checked_on": source.get("checked"),
        **columns("note", entry.get("note", {})),
        "position": position,
    }
