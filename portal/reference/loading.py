"""The reference data as it is kept in files: jurisdictions, regions and topics, written only where they differ."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from babel import Locale
from django.db.models import Model

from portal.languages import LANGUAGES
from portal.reference.models import LONGEST_KEY, Jurisdiction, Region, Topic
from portal.reference.sorting import sort_key

Entry = Mapping[str, Any]
# What every installation knows; a folder may add to it or say otherwise.
OWN: Final = Path(__file__).parent / "data"
# Regions CLDR lists that are no country: macro-regions by number, and private or unknown ones.
NO_COUNTRY: Final = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


def entries(folder: Path, name: str) -> list[Entry]:
    """The tables of `<folder>/<name>s.toml` with their `position` in it; none where there is no such file."""
    try:
        file = (folder / f"{name}s.toml").open("rb")
    except FileNotFoundError:
        return []
    with file:
        found: list[Entry] = tomllib.load(file).get(name, [])
    return [{"position": position, **entry} for position, entry in enumerate(found, 1)]


def load_jurisdictions(found: Iterable[Entry]) -> int:
    """Write jurisdictions; how many were new or different."""
    return sum(_write(Jurisdiction, {"code": entry["code"]}, _jurisdiction(entry)) for entry in found)


def load_regions(found: Iterable[Entry]) -> int:
    """Write regions of jurisdictions that are held; how many were new or different."""
    held = {jurisdiction.code: jurisdiction.pk for jurisdiction in Jurisdiction.objects.all()}
    return sum(
        _write(
            Region,
            {"code": entry["code"]},
            {"jurisdiction_id": held[entry["jurisdiction"]], **_names("name", entry["name"])},
        )
        for entry in found
        if entry["jurisdiction"] in held
    )


def load_topics(found: Iterable[Entry]) -> int:
    """Write topics; how many were new or different."""
    return sum(
        _write(
            Topic,
            {"slug": entry["slug"]},
            {
                **_names("name", entry["name"]),
                **_names("description", entry.get("description", {})),
                "position": entry["position"],
            },
        )
        for entry in found
    )


def country(code: str) -> Jurisdiction | None:
    """A country that no file names, made with the names CLDR has for it; None for a code that is no country's."""
    names = {language.text: Locale.parse(language.column).territories.get(code.upper()) for language in LANGUAGES}
    if len(code) != len("cn") or not code.isalpha() or code.upper() in NO_COUNTRY or not all(names.values()):
        return None
    _write(Jurisdiction, {"code": code}, _jurisdiction({"code": code, "kind": "country", "name": names}))
    return Jurisdiction.objects.get(code=code)


def _jurisdiction(entry: Entry) -> dict[str, Any]:
    names = entry["name"]
    keys = {language: sort_key(name, language, longest=LONGEST_KEY) for language, name in names.items()}
    return {
        "kind": entry["kind"],
        **_names("name", names),
        **_names("name_key", keys),
        "languages": entry.get("languages", []),
        "legal_family": entry.get("legal_family", ""),
        "treaties": entry.get("treaties", []),
        **({"position": entry["position"]} if "position" in entry else {}),
    }


def _names(field: str, names: Mapping[str, str]) -> dict[str, str]:
    return {f"{field}_{language.column}": names.get(language.text, "") for language in LANGUAGES}


def _write(model: type[Model], identity: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
    """Create the row, or change it where it differs; whether there was anything to do."""
    row = model._default_manager.filter(**identity).first()
    if row is None:
        model._default_manager.create(**identity, **values)
        return True
    different = [name for name, value in values.items() if getattr(row, name) != value]
    for name in different:
        setattr(row, name, values[name])
    if different:
        row.save(update_fields=different)
    return bool(different)
