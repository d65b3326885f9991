"""Check digits the libraries lack or get wrong.

Every function is handed a value whose length and characters are right.
"""

from typing import Final

from idnumbers.nationalid.KAZ import IndividualIDNumber

# GB 32100-2015: no I, O, S, V, Z, so that none is taken for a digit or for U.
CREDIT_CODE_CHARACTERS: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
# GB 11714-1997.
ORGANISATION_WEIGHTS: Final = (3, 7, 9, 10, 5, 8, 4, 2)
ORGANISATION_CHECKS: Final = "0123456789X"


def is_credit_code(value: str) -> bool:
    """Whether the last character of a Unified Social Credit Code agrees with the others: GB 32100-2015, modulo 31.

    python-stdnum wants digits in the first two places, and so refuses whoever was registered by an office that has
    a letter: rural collectives (N), the army (A), bodies under no office of the list (Y).
    """
    total = sum(CREDIT_CODE_CHARACTERS.index(one) * pow(3, place, 31) for place, one in enumerate(value[:-1]))
    return value[-1] == CREDIT_CODE_CHARACTERS[-total % 31]


def is_organisation_code(value: str) -> bool:
    """Whether the last of nine characters of an organisation code agrees with the others: GB 11714-1997, modulo 11."""
    total = sum(int(one, 36) * weight for one, weight in zip(value, ORGANISATION_WEIGHTS, strict=False))
    return value[-1] == ORGANISATION_CHECKS[-total % 11]


def is_kazakh_number(value: str) -> bool:
    """Whether the last digit of a BIN or IIN agrees with the others, which is calculated alike for both.

    The library's `validate` is not asked: it refuses an IIN that does not begin with a date of birth, which it need
    not do by Resolution No. 853 of the Government of Kazakhstan of 26 August 2013.
    """
    return IndividualIDNumber.checksum(value) == int(value[-1])


def is_ogrnip(value: str) -> bool:
    """Whether the last digit of an OGRNIP is the last one of what remains when the number before it is divided by 13.

    python-stdnum compares the remainder itself, and so refuses every right number whose remainder is 10, 11 or 12.
    """
    return int(value[-1]) == int(value[:-1]) % 13 % 10
