"""Characters taken for each other, by a reader or by a keyboard in another script, and the value that was meant."""

import unicodedata
from collections.abc import Iterator
from typing import Final

from enterprises.identifiers.schemes import Form, Scheme, misplaced

# Latin letters, digits and the Cyrillic letters of the same shape.
GROUPS: Final = (
    "0OО",
    "1ILІ",
    "2Z",
    "3З",
    "5SЅ",
    "AА",
    "BВ",
    "CС",
    "EЕ",
    "HН",
    "JЈ",
    "KК",
    "MМ",
    "PР",
    "TТ",
    "XХ",
    "YУҮ",
)


def meant(scheme: Scheme, value: str) -> str:
    """The right value that differs from `value` in nothing but look-alikes; empty where there is none, or several."""
    right = {candidate for form in scheme.forms for candidate in _candidates(form, value) if scheme.is_right(candidate)}
    return right.pop() if len(right) == 1 else ""


def _candidates(form: Form, value: str) -> Iterator[str]:
    """What cannot stand in its place replaced, then one more at most: with two, too many wrong values look meant."""
    if len(form) != len(value):
        return
    wrong = misplaced(form, value)
    spelled = "".join(
        next(_allowed(allowed, one), one) if place in wrong else one
        for place, (allowed, one) in enumerate(zip(form, value, strict=True))
    )
    yield spelled
    for place, allowed in enumerate(form):
        for other in _allowed(allowed, spelled[place]):
            yield spelled[:place] + other + spelled[place + 1 :]


def _allowed(allowed: str, one: str) -> Iterator[str]:
    """The characters `one` may be taken for that can stand where `allowed` do."""
    digit = unicodedata.decimal(one, None)
    others = [group for group in GROUPS if one in group] + ([] if digit is None else [str(digit)])
    return (other for other in "".join(others) if other != one and other in allowed)
