"""Choices of a form in the reader's language, of names that stand in three."""

from collections.abc import Callable, Mapping

from django.conf import settings
from django.utils.translation import get_language

from legal.arbitration.clauses.making import READ
from legal.arbitration.clauses.places import InThree
from portal.languages import text_code


def choices(names: Mapping[str, InThree]) -> Callable[[], list[tuple[str, str]]]:
    """What a field asks for its choices, each time it is drawn."""
    return lambda: [(key, spoken(name)) for key, name in names.items()]


def spoken(name: InThree) -> str:
    """The name in the active language."""
    return READ[text_code(get_language() or settings.LANGUAGE_CODE)](name)
