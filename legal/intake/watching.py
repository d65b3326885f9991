"""Whether somebody is looking at the page of an import just now: then nobody has to write to them."""

from typing import Final

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.cache import cache

from legal.intake.models import Intake

# In seconds: the page looks again by itself more often than that.
GLANCE: Final = 15


def note(intake: Intake, *, by: AbstractBaseUser) -> None:
    """Somebody has the page open."""
    cache.set(_key(intake, by), value=True, timeout=GLANCE)


def is_watched(intake: Intake, *, by: AbstractBaseUser) -> bool:
    """Whether they had it open a moment ago; not where the cache is away, so that they are told once too often."""
    return bool(cache.get(_key(intake, by)))


def _key(intake: Intake, by: AbstractBaseUser) -> str:
    return f"intake:{intake.pk}:watched-by:{by.pk}"
