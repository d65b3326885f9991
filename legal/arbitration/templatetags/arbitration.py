"""Amounts and rates as the reader's language writes them."""

from decimal import Decimal

from django import template
from django.utils.formats import number_format

register = template.Library()


@register.filter
def written(number: Decimal) -> str:
    """A decimal with its thousands set apart, hundredths only where there are any."""
    plain = number.quantize(Decimal(1)) if number == number.to_integral_value() else number
    return number_format(plain, use_l10n=True, force_grouping=True)
