"""What is written, or done, upon the version of a matter that a page showed."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django import forms

from legal.matters.models import Matter

LARGEST_VERSION: Final = 2**31 - 1


class VersionedForm(forms.Form):
    """Answers about a matter, written upon the version that the page showed."""

    use_required_attribute = False

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=LARGEST_VERSION, required=False)

    def __init__(self, data: Any = None, *, matter: Matter | None, saved: Mapping[str, Any]) -> None:
        self.matter = matter
        super().__init__(data, initial={**saved, "version": matter.version if matter else 0})

    @property
    def seen(self) -> int:
        """The version that the page showed; none that there is where that was not sent."""
        return self.cleaned_data.get("version") or 0

    @property
    def answered(self) -> list[str]:
        """The names of the fields that are answers."""
        return [name for name in self.fields if name != "version"]

    def differing(self, saved: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """The name of each answer that differs from what is saved meanwhile, and what is saved."""
        theirs = type(self)(matter=self.matter, saved=saved)
        for name in self.answered:
            if _plain(theirs[name].value()) != _plain(self[name].value()):
                yield str(theirs.fields[name].label), theirs.shown(name)

    def go_on_from(self, version: int) -> None:
        """Let the page, with what was typed, be sent again upon what is saved now."""
        self.data = {**{name: self[name].value() for name in self.answered}, "version": version}

    def shown(self, name: str) -> str:
        """What stands in a field, as people read it."""
        bound = self[name]
        named = {_plain(value): label for value, label in getattr(bound.field, "choices", ()) if _plain(value)}
        value = _plain(bound.value())
        return str(named.get(value, value))


class VersionForm(forms.Form):
    """Upon which version something is done."""

    version = forms.IntegerField(min_value=0, max_value=LARGEST_VERSION)

    @property
    def seen(self) -> int | None:
        """The version that was read, where the page said one."""
        return self.cleaned_data["version"] if self.is_valid() else None


def _plain(value: object) -> str:
    return " ".join(str(getattr(value, "pk", value) or "").split())
