"""How lists of words are typed: one a line."""

from collections.abc import Iterable
from typing import Any, Final

from django import forms
from django.core.validators import MaxLengthValidator
from unfold.widgets import UnfoldAdminTextareaWidget

# Names and words are kept in columns of so many characters.
LONGEST_LINE: Final = 500


class LinesField(forms.CharField):
    """A list of texts, one a line; empty lines and repetitions are left out."""

    def __init__(self, **kwargs: Any) -> None:
        longest = MaxLengthValidator(LONGEST_LINE)
        super().__init__(widget=UnfoldAdminTextareaWidget({"rows": 4}), validators=[longest], **kwargs)

    def prepare_value(self, value: object) -> object:
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def to_python(self, value: object) -> list[str]:  # type: ignore[override]  # a CharField only in how it is typed
        lines: Iterable[str] = str(value or "").splitlines()
        return list(dict.fromkeys(line.strip() for line in lines if line.strip()))

    def run_validators(self, value: list[str]) -> None:
        for line in value:
            super().run_validators(line)

    def has_changed(self, initial: object, data: object) -> bool:
        return self.to_python(self.prepare_value(initial)) != self.to_python(data)
