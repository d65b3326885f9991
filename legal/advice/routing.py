"""Who answers: staff lawyers on the law of China, lawyers of the directory on that of every other country."""

from typing import Final
from urllib.parse import urlencode

from django.urls import reverse

from portal.reference.models import Jurisdiction, Topic

CHINA: Final = "cn"


def is_for_staff(country: Jurisdiction) -> bool:
    """Whether staff lawyers answer on the law of a country; else it is for who is admitted there."""
    return country.code == CHINA


def directory(country: Jurisdiction, *, topic: Topic | None, language: str) -> str:
    """The address of the directory, narrowed to who may answer: admitted there, in this field, in this language."""
    asked = {"jurisdiction": country.code, "topic": topic.slug if topic else "", "language": language.split("-")[0]}
    return f"{reverse('lawyers:list')}?{urlencode({name: value for name, value in asked.items() if value})}"
