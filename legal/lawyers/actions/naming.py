"""The address a new profile gets: its name in Latin letters, for good."""

import secrets
from typing import Final

from anyascii import anyascii
from django.utils.text import slugify

from legal.lawyers.models import Firm, Lawyer
from legal.lawyers.models.verified import RESERVED

LONGEST: Final = 60
LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"


def free_slug(model: type[Lawyer | Firm], name: str) -> str:
    """A slug nobody has; one that might be somebody's, or says nothing, gets six letters behind it."""
    slug = slugify(anyascii(name))[:LONGEST].strip("-")
    if slug and slug not in RESERVED and not model._default_manager.filter(slug=slug).exists():
        return slug
    return f"{slug or model._meta.model_name}-{''.join(secrets.choice(LETTERS) for _ in range(6))}"
