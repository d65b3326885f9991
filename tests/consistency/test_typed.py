"""What is typed freely into the rooms of matters goes through the fields that let nothing unseen through."""

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from django import forms

from portal.lines import LineField, ParagraphsField

ROOMS = (
    "matters",
    "exhibits",
    "fees",
    "clocks",
    "serving",
    "handling",
    "bundles",
    "arbitration",
    "mediation",
    "notarization",
    "appraisal",
    "advice",
)
# The first is read for addresses of articles, the second for a clause and what is hidden in it: neither is kept.
READ_OTHERWISE = {"advice.QuestionForm.articles", "arbitration.ClauseForm.text"}


def modules(package: str) -> Iterator[str]:
    """Every module of forms of a room."""
    for found in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
        if "forms" in found.name.removeprefix(package).split("."):
            yield found.name


@pytest.mark.parametrize("room", ROOMS)
def test_paragraphs_of_a_room_hide_nothing(room: str) -> None:
    found = {
        f"{room}.{form.__name__}.{name}"
        for module in modules(f"legal.{room}")
        for form in vars(importlib.import_module(module)).values()
        if isinstance(form, type) and issubclass(form, forms.BaseForm)
        for name, field in getattr(form, "base_fields", {}).items()
        if isinstance(field.widget, forms.Textarea) and not isinstance(field, LineField | ParagraphsField)
    }

    assert found <= READ_OTHERWISE
