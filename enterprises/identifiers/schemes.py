"""The kinds of numbers enterprises are known by, country by country, and how far each can be checked."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrPromise
from stdnum import lei
from stdnum.az import voen
from stdnum.by import unp
from stdnum.ru import inn, ogrn
from stdnum.tr import vkn

from enterprises.identifiers.check_digits import CREDIT_CODE_CHARACTERS, is_credit_code, is_kazakh_number, is_ogrnip
from enterprises.identifiers.doubts import Doubts, doubt_bin, doubt_credit_code, doubt_nothing, doubt_stir

# What may stand at each place, from the first to the last.
Form = tuple[str, ...]

DIGITS: Final = "0123456789"
LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Checked(TextChoices):
    """How far a value was checked, said to the reader."""

    CHECK_DIGIT = (
        "check-digit",
        _("The check digit is right. Whether the number was issued, only its register can say."),
    )
    FORMAT = "format", _("Only the length and the kind of characters were checked, not the number itself.")


@dataclass(frozen=True, slots=True)
class Scheme:
    """One kind of number. `country` is the code of a jurisdiction, empty where the whole world has the scheme.

    A value has one of the `forms`, and agrees with its check digit where there is a rule for one; `example` is made up.
    """

    slug: str
    country: str
    name: StrPromise
    forms: tuple[Form, ...]
    example: str
    agrees: Callable[[str], bool] | None = None
    doubts: Callable[[str], Doubts] = doubt_nothing

    @property
    def checked(self) -> Checked:
        return Checked.CHECK_DIGIT if self.agrees else Checked.FORMAT

    @property
    def lengths(self) -> tuple[int, ...]:
        """How many characters a value may have, the fewest first."""
        return tuple(sorted({len(form) for form in self.forms}))

    def is_right(self, value: str) -> bool:
        """Whether `value`, plain as `typed.plain` makes it, has one of the forms and agrees with its check digit."""
        fits = any(len(form) == len(value) and not misplaced(form, value) for form in self.forms)
        return fits and (self.agrees is None or self.agrees(value))


def misplaced(form: Form, value: str) -> list[int]:
    """The places of the characters that `form` does not allow there, counted from 0."""
    return [place for place, (allowed, one) in enumerate(zip(form, value, strict=True)) if one not in allowed]


def of_country(code: str) -> tuple[Scheme, ...]:
    """The schemes of a jurisdiction, the usual one first, and then those of the whole world."""
    return tuple(scheme for scheme in ALL if scheme.country in (code.lower(), ""))


def _digits(count: int, *, first: str = DIGITS) -> Form:
    return (first, *(DIGITS,) * (count - 1))


# In a country the usual one first; those of the whole world last.
ALL: Final = (
    Scheme(
        "cn-uscc",
        "cn",
        _("Unified Social Credit Code"),
        # The office that registers, the kind of body, six digits of the region, nine of the organisation, one to check.
        ((*(CREDIT_CODE_CHARACTERS,) * 2, *_digits(6), *(CREDIT_CODE_CHARACTERS,) * 10),),
        "916531010000000196",
        is_credit_code,
        doubt_credit_code,
    ),
    Scheme(
        "kz-bin",
        "kz",
        _("Business Identification Number (BIN)"),
        # Year and month, who (4 resident, 5 not resident, 6 joint entrepreneurs), which part (0 head office, 1 branch,
        # 2 representative office, 3 farm), a number in turn, one digit to check.
        ((*_digits(4), "456", "0123", *_digits(6)),),
        "100140000003",
        is_kazakh_number,
        doubt_bin,
    ),
    Scheme(
        "kz-iin",
        "kz",
        _("Individual Identification Number (IIN)"),
        (_digits(12),),
        "990231300010",
        is_kazakh_number,
    ),
    Scheme(
        "ru-inn",
        "ru",
        _("Taxpayer Identification Number (INN)"),
        # Ten digits have legal entities, twelve have persons, entrepreneurs among them.
        (_digits(10), _digits(12)),
        "1234567894",
        inn.is_valid,
    ),
    Scheme(
        "ru-ogrn",
        "ru",
        _("Primary State Registration Number (OGRN)"),
        (_digits(13, first="123456789"),),
        "1000000000000",
        ogrn.is_valid,
    ),
    Scheme(
        "ru-ogrnip",
        "ru",
        _("Primary State Registration Number of an Individual Entrepreneur (OGRNIP)"),
        (_digits(15, first="34"),),
        "300000000000004",
        is_ogrnip,
    ),
    Scheme(
        "by-unp",
        "by",
        _("Payer's Account Number (UNP)"),
        # Nine digits have organisations; the numbers of persons begin with two letters that Latin and Cyrillic share.
        (_digits(9, first="1234567"), ("ABCEHKM", "ABCEHKMOPT", *_digits(7))),
        "100000007",
        unp.is_valid,
    ),
    Scheme(
        "az-voen",
        "az",
        _("Taxpayer Identification Number (VÖEN)"),
        # The last digit says who: 1 a legal entity, 2 a person; the check digit stands before it.
        ((*_digits(9), "12"),),
        "0000000001",
        voen.is_valid,
    ),
    Scheme("tr-vkn", "tr", _("Tax Identification Number (VKN)"), (_digits(10),), "1234567890", vkn.is_valid),
    # From here to Pakistan no source we could read says more than how many digits there are.
    Scheme(
        "uz-stir",
        "uz",
        _("Taxpayer Identification Number (STIR)"),
        (_digits(9),),
        "200000000",
        doubts=doubt_stir,
    ),
    Scheme("kg-inn", "kg", _("Taxpayer Identification Number (INN)"), (_digits(14),), "00000000000000"),
    Scheme("tj-inn", "tj", _("Taxpayer Identification Number (INN)"), (_digits(9),), "000000000"),
    # Seven digits, with or without the eighth behind a dash.
    Scheme("pk-ntn", "pk", _("National Tax Number (NTN)"), (_digits(7), _digits(8)), "00000000"),
    Scheme(
        "lei",
        "",
        _("Legal Entity Identifier (LEI)"),
        ((*(DIGITS + LETTERS,) * 18, *_digits(2)),),
        "000000EXAMPLE0000094",
        lei.is_valid,
    ),
)
SCHEMES: Final = {scheme.slug: scheme for scheme in ALL}
