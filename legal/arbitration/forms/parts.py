"""The parts of a request of which there can be several."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms

from legal.matters.forms.versions import VersionedForm
from legal.matters.models import Matter


class PartForm(VersionedForm):
    """One part; `said` is what it says of one that is saved, `typed` what is kept of it."""

    # The fields that name another row of the matter, by the attribute of this one.
    named: ClassVar[tuple[str, ...]] = ()

    def __init__(self, data: Any = None, *, matter: Matter | None, saved: Mapping[str, Any]) -> None:
        super().__init__(data, matter=matter, saved=saved)
        self.rows: dict[str, dict[str, Any]] = {name: {} for name in self.named}

    @classmethod
    def said(cls, part: Any) -> dict[str, Any]:
        return {name: getattr(part, name) for name in cls.base_fields if name != "version"}

    @property
    def typed(self) -> dict[str, Any]:
        """What is kept of the part; call it after `is_valid`."""
        found = {name: self.cleaned_data[name] for name in self.answered if name not in self.named}
        return found | {name: rows.get(self.cleaned_data[name]) for name, rows in self.rows.items()}

    def offer(self, name: str, rows: Mapping[str, Any], none: Any) -> None:
        """Let a row of the matter be chosen, by its number."""
        self.rows[name] = dict(rows)
        field = self.fields[name]
        self.fields[name] = forms.ChoiceField(
            label=field.label,
            help_text=field.help_text,
            choices=[("", none), *((number, str(row)) for number, row in rows.items())],
            required=False,
        )
