"""What is typed as one line or as paragraphs: nothing invisible in it, and no line that leads elsewhere."""

from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

LONGEST_ADDRESS: Final = 200


class LineField(forms.CharField):
    """One line of text: no line breaks, no invisible characters, no address of a website."""

    def to_python(self, value: object) -> str:
        return " ".join(str(super().to_python(value) or "").split())

    def validate(self, value: str) -> None:
        super().validate(value)
        require_visible(value)
        # It stands in letters, where whoever reads them would be led elsewhere.
        if "://" in value:
            raise ValidationError(_("An address of a website cannot stand here."), code="address")


class AddressField(forms.URLField):
    """The address of a website, which readers are led to: http or https, with nothing in it that is not seen."""

    default_validators = [URLValidator(schemes=["http", "https"])]

    def __init__(self, **named: Any) -> None:
        given: dict[str, Any] = {"max_length": LONGEST_ADDRESS, "required": False, "assume_scheme": "https"}
        super().__init__(**given | named)

    def to_python(self, value: object) -> str:
        # Before it is taken apart: what is written down must be what was looked at.
        require_visible(str(value or "").strip())
        return str(super().to_python(value) or "")


def require_visible(text: str) -> None:
    """`ValidationError` "invisible" where a character of a text is not seen, or turns round what is."""
    if not text.isprintable():
        raise ValidationError(_("Type this answer anew: there is an invisible character in it."), code="invisible")
