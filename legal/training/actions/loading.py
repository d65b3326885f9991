"""The partner universities that the source names."""

import tomllib
from pathlib import Path
from typing import Final

from django.db import transaction

from legal.training.models import University
from portal.languages import LANGUAGES

NAMED: Final = Path(__file__).parents[1] / "data" / "universities.toml"


@transaction.atomic
def load_universities() -> int:
    """Add the universities the source names where they are lacking; what staff changed stays. How many were added."""
    with NAMED.open("rb") as file:
        named = tomllib.load(file)["university"]
    added = 0
    for position, entry in enumerate(named, 1):
        names = {f"name_{language.column}": entry["name"][language.text] for language in LANGUAGES}
        _, new = University.objects.get_or_create(slug=entry["slug"], defaults={**names, "position": position})
        added += new
    return added
