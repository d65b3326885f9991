"""What is typed into forms: a telephone number, a number in a register."""

from typing import Any, Final

import phonenumbers
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from enterprises.numbers import Asked, Number, read

# No answer is as long; what is longer is not kept as something to be mended.
LONGEST_UNFINISHED: Final = 2000


class NumberField(forms.CharField):
    """A number of one kind, as `enterprises.numbers` reads it; None where nothing was typed."""

    def __init__(self, asked: Asked, **kwargs: Any) -> None:
        hint = _("For example %(example)s, which is made up.") % {"example": asked.example} if asked.example else ""
        super().__init__(label=asked.label, required=False, help_text=hint, **kwargs)
        self.asked = asked
        self.widget.attrs |= {"autocomplete": "off", "class": "w-short"}

    def clean(self, value: object) -> Number | None:
        typed = super().clean(value)
        return read(self.asked.scheme, typed) if typed else None


def telephone(typed: str, region: str) -> str:
    """A telephone number with the code of its country; one without is taken for a number of `region`, as `KZ`."""
    if not typed:
        return ""
    try:
        number = phonenumbers.parse(typed, region)
    except phonenumbers.NumberParseException as error:
        raise _not_a_number() from error
    if not phonenumbers.is_possible_number(number):
        raise _not_a_number()
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _not_a_number() -> ValidationError:
    return ValidationError(
        _("Give the telephone number with the code of its country, as +86 998 or +7 727."), code="phone"
    )
