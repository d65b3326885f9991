"""Telephone numbers: kept in the form every country understands, shown as they are written at home."""

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat

# Where a number without a country code is dialled from.
HOME = "CN"
# Of E.164, with the plus; some countries have plans for longer ones, which nobody abroad could dial.
LONGEST = 16


def international(written: str) -> str | None:
    """E.164 of what somebody wrote, `None` where it can be no number; without a country code it is Chinese."""
    try:
        number = phonenumbers.parse(written, HOME)
    except NumberParseException:
        return None
    kept = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    return kept if phonenumbers.is_valid_number(number) and len(kept) <= LONGEST else None


def shown(number: str) -> str:
    """A kept number as people write it, with the country code before it where it is not Chinese."""
    parsed = phonenumbers.parse(number)
    abroad = phonenumbers.region_code_for_number(parsed) != HOME
    style = PhoneNumberFormat.INTERNATIONAL if abroad else PhoneNumberFormat.NATIONAL
    return phonenumbers.format_number(parsed, style)
