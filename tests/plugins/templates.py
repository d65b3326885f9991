"""A template that names what it was not given fails the test that shows it."""

import pytest
from django.template import engines


class UndefinedNameError(AssertionError):
    """A template names a variable that nobody gave it."""


class Refusal(str):
    """What the template engine puts in the place of an undefined variable: it refuses to be put there."""

    __slots__ = ()

    def __contains__(self, part: object) -> bool:
        return part == "%s"

    def __mod__(self, name: object) -> str:
        raise UndefinedNameError(f"The template was not given “{name}”.")


@pytest.fixture
def strict_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    """Undefined variables are errors while the test runs."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", Refusal("%s"))
