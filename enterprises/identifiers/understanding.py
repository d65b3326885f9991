"""A number as somebody typed it: understood, or refused in one sentence that says what to look at."""

import unicodedata
from dataclasses import dataclass
from typing import Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from enterprises.identifiers import look_alikes
from enterprises.identifiers.doubts import Doubts
from enterprises.identifiers.schemes import Checked, Scheme, misplaced
from enterprises.identifiers.typed import plain

# No number with all its spaces is as long; what is longer is not looked at.
LONGEST: Final = 1000


@dataclass(frozen=True, slots=True)
class Understood:
    """A value that can be right: plain characters, and what is to be thought of it."""

    scheme: Scheme
    value: str
    doubts: Doubts

    @property
    def checked(self) -> Checked:
        return self.scheme.checked


class NotUnderstoodError(ValidationError):
    """A value that cannot be right: a sentence with the reason, a second with what was `meant` where that is plain."""

    def __init__(self, reason: ValidationError, *, meant: str = "") -> None:
        hint = ValidationError(_("Did you mean %(meant)s?"), code="meant", params={"meant": meant})
        super().__init__([reason, hint] if meant else [reason])
        self.reason = reason.code
        self.meant = meant


def understand(scheme: Scheme, typed: str) -> Understood:
    """What `typed` means as a number of `scheme`; nothing of it is changed but case, width and what separates.

    Raises NotUnderstoodError, whose `reason` is "length", "character" or "check-digit", and nothing else.
    """
    if len(typed) > LONGEST:
        raise NotUnderstoodError(_far_too_long(scheme))
    value = plain(typed)
    if scheme.is_right(value):
        return Understood(scheme, value, scheme.doubts(value))
    raise NotUnderstoodError(_reason(scheme, value), meant=look_alikes.meant(scheme, value))


def _reason(scheme: Scheme, value: str) -> ValidationError:
    forms = [form for form in scheme.forms if len(form) == len(value)]
    if not forms:
        return _wrong_length(scheme, len(value))
    wrong = min((misplaced(form, value) for form in forms), key=len)
    if not wrong:
        return _wrong_check_digit(scheme)
    return _wrong_character(scheme, value[wrong[0]], "".join(form[wrong[0]] for form in forms), place=wrong[0] + 1)


def _far_too_long(scheme: Scheme) -> ValidationError:
    sentence = _("%(name)s: this is a whole text, while the number has %(expected)s characters.")
    return ValidationError(sentence, code="length", params={"name": scheme.name, "expected": _lengths(scheme)})


def _wrong_length(scheme: Scheme, found: int) -> ValidationError:
    sentence = ngettext_lazy(
        "%(name)s: you typed %(found)s character, without spaces and dashes, and there should be %(expected)s.",
        "%(name)s: you typed %(found)s characters, without spaces and dashes, and there should be %(expected)s.",
        "found",
    )
    params = {"name": scheme.name, "found": found, "expected": _lengths(scheme)}
    return ValidationError(sentence, code="length", params=params)


def _wrong_character(scheme: Scheme, character: str, allowed: str, *, place: int) -> ValidationError:
    sentence = _("%(name)s: “%(character)s” cannot stand in place %(place)s, spaces and dashes not counted.")
    if unicodedata.name(character, "").startswith("CYRILLIC") and not allowed.isdigit():
        # It may look exactly like the Latin letter that belongs there.
        sentence = _(
            "%(name)s: “%(character)s” in place %(place)s is a Cyrillic letter; only Latin ones can stand there."
        )
    params = {"name": scheme.name, "character": _shown(character), "place": place}
    return ValidationError(sentence, code="character", params=params)


def _wrong_check_digit(scheme: Scheme) -> ValidationError:
    sentence = _("%(name)s: the check digit does not agree with the other characters, so at least one is wrong.")
    return ValidationError(sentence, code="check-digit", params={"name": scheme.name})


def _lengths(scheme: Scheme) -> str:
    """`18`, or `10 or 12`: no scheme has more than two."""
    shortest, longest = scheme.lengths[0], scheme.lengths[-1]
    if shortest == longest:
        return str(longest)
    return gettext("%(fewer)s or %(more)s") % {"fewer": shortest, "more": longest}


def _shown(character: str) -> str:
    """The character itself, or its number where it would be invisible or change what stands beside it."""
    if character.isprintable() and not unicodedata.combining(character):
        return character
    return f"U+{ord(character):04X}"
