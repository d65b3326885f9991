"""The templates of letters a portal begins with."""

import tomllib
from pathlib import Path
from typing import Any, Final

from django.db import transaction

from legal.handling.models import Letter
from portal.languages import LANGUAGES

LETTERS: Final = Path(__file__).parents[1] / "data" / "letters.toml"


@transaction.atomic
def load_letters(file: Path = LETTERS) -> int:
    """Add the templates of a file that are lacking; how many. ValidationError where one could not be filled in."""
    with file.open("rb") as opened:
        entries = tomllib.load(opened)["letter"]
    held = set(Letter.objects.values_list("slug", flat=True))
    added = [_letter(entry) for entry in entries if entry["slug"] not in held]
    for letter in added:
        letter.full_clean()
        letter.save()
    return len(added)


def _letter(entry: dict[str, Any]) -> Letter:
    words = {
        f"{field}_{language.column}": entry[field][language.text].strip()
        for field in ("name", "body")
        for language in LANGUAGES
    }
    return Letter(slug=entry["slug"], kind=entry.get("kind", ""), move=entry.get("move", ""), sample=True, **words)
