"""The industries of the zone: those its announcement names, and what staff make of them."""

import logging
import tomllib
from pathlib import Path
from typing import Final

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from enterprises.models import Industry
from portal.languages import LANGUAGES

logger = logging.getLogger(__name__)

NAMED: Final = Path(__file__).parents[1] / "data" / "industries.toml"


@transaction.atomic
def load_industries() -> int:
    """Add the industries the source names where they are lacking; what staff changed stays. How many were added."""
    with NAMED.open("rb") as file:
        named = tomllib.load(file)["industry"]
    added = 0
    for position, entry in enumerate(named, 1):
        names = {f"name_{language.column}": entry["name"][language.text] for language in LANGUAGES}
        _, new = Industry.objects.get_or_create(slug=entry["slug"], defaults={**names, "position": position})
        added += new
    return added


@transaction.atomic
def save_industry(industry: Industry, *, by: AbstractBaseUser) -> None:
    """Save an industry."""
    industry.save()
    logger.info("industry %s saved by user %s", industry.pk, by.pk)
