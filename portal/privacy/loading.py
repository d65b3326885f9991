"""The texts and rules an installation begins with; what staff have made of them since is left alone."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from portal.languages import LANGUAGES
from portal.privacy.models import ConsentText, RetentionRule

DATA: Final = Path(__file__).parent / "data"
Entry = Mapping[str, Any]


@transaction.atomic
def load() -> dict[str, int]:
    """Write the texts of purposes that have none, in force and not approved, and the rules that lack; how many."""
    return {"texts": sum(map(_load_text, _entries("text"))), "rules": sum(map(_load_rule, _entries("rule")))}


def _load_text(entry: Entry) -> int:
    if ConsentText.objects.filter(purpose=entry["purpose"]).exists():
        return 0
    words = _columns(entry, "title") | _columns(entry, "body")
    ConsentText.objects.create(purpose=entry["purpose"], version=1, in_force_from=timezone.now(), **words)
    return 1


def _load_rule(entry: Entry) -> int:
    fields = {name: entry[name] for name in ("days", "least_days", "ground") if name in entry}
    words = _columns(entry, "name") | _columns(entry, "basis")
    _, created = RetentionRule.objects.get_or_create(kind=entry["kind"], defaults=fields | words)
    return int(created)


def _columns(entry: Entry, field: str) -> dict[str, str]:
    return {f"{field}_{language.column}": entry[field][language.code].strip() for language in LANGUAGES}


def _entries(name: str) -> list[Entry]:
    with (DATA / FILES[name]).open("rb") as file:
        found: list[Entry] = tomllib.load(file)[name]
    return found


FILES: Final = {"text": "texts.toml", "rule": "retention.toml"}
