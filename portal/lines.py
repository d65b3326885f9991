"""What is typed as one line or as paragraphs: nothing invisible in it, and no line that leads elsewhere."""

import re
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

LONGEST_ADDRESS: Final = 200
# Persian, Uyghur and Hindi words are written with them.
JOINERS: Final = "\u200c\u200d"
JOINING: Final = re.compile(f"[{JOINERS}]")
# Letters and marks by their class, and yet nothing is to be seen of them.
BLANK: Final = re.compile("[\u034f\u115f\u1160\u2800\u3164\uffa0]")
# Programs put them where a word may be broken, or at the beginning of a file; nobody means anything by them.
DROPPED: Final = re.compile("[\u00ad\u200b\u2060\ufeff]")
SPACES: Final = re.compile(r"[^\S\n]")


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


class ParagraphsField(forms.CharField):
    """Some paragraphs, as they are pasted out of contracts and mails: nothing in them that hides or turns."""

    def __init__(self, **named: Any) -> None:
        super().__init__(**{"widget": forms.Textarea} | named)

    def to_python(self, value: object) -> str:
        typed = DROPPED.sub("", str(super().to_python(value) or ""))
        return "\n".join(SPACES.sub(" ", line).rstrip() for line in typed.splitlines()).strip()

    def validate(self, value: str) -> None:
        super().validate(value)
        require_visible(value.replace("\n", ""))


class AddressField(forms.URLField):
    """The address of a website, which readers are led to: http or https, with nothing in it that is not seen."""

    default_validators = [URLValidator(schemes=["http", "https"])]

    def __init__(self, **named: Any) -> None:
        given: dict[str, Any] = {"max_length": LONGEST_ADDRESS, "required": False, "assume_scheme": "https"}
        super().__init__(**given | named)

    def to_python(self, value: object) -> str:
        # Before it is taken apart: what is written down must be what was looked at.
        typed = str(value or "").strip()
        require_visible(typed)
        if JOINING.search(typed):
            raise invisible()
        return str(super().to_python(value) or "")


def require_visible(text: str) -> None:
    """`ValidationError` "invisible" where a character of a text is not seen, or turns round what is.

    What joins letters, or keeps them apart, is a part of words, and alone it is none.
    """
    seen = JOINING.sub("", text)
    if not seen.isprintable() or BLANK.search(seen) or (text and not seen.strip()):
        raise invisible()


def invisible() -> ValidationError:
    """What somebody is told in whose answer something is not to be seen."""
    return ValidationError(_("Type this answer anew: there is an invisible character in it."), code="invisible")
