"""What is odd about a value that may be right all the same: a sentence to think about, never a refusal."""

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrPromise

from enterprises.identifiers.check_digits import is_organisation_code

Doubts = tuple[StrPromise, ...]


def doubt_nothing(_value: str) -> Doubts:
    """Nothing can be said against any value."""
    return ()


def doubt_credit_code(value: str) -> Doubts:
    """The organisation code inside a Unified Social Credit Code has a check of its own."""
    if is_organisation_code(value[8:17]):
        return ()
    return (
        _(
            "The organisation code within this number (characters 9 to 17) fails its own check. "
            "Please compare it with the certificate."
        ),
    )


def doubt_bin(value: str) -> Doubts:
    """A BIN begins with the year and the month of registration."""
    if 1 <= int(value[2:4]) <= 12:
        return ()
    return (
        _(
            "The third and fourth digits should be a month, from 01 to 12. "
            "Please compare the number with the certificate."
        ),
    )


def doubt_stir(value: str) -> Doubts:
    """The STIR of a legal entity begins with 2 (from 200 000 000 to 299 999 999).

    Known from lists of others that cite lex.uz/acts/499945; how its check digit is calculated is not published.
    """
    if value.startswith("2"):
        return ()
    return (_("The STIR of a legal entity begins with 2. Please make sure that this number is not a person's."),)
