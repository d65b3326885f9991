"""Amounts as people type them."""

from decimal import Decimal
from typing import Any

from django import forms


class AmountField(forms.DecimalField):
    """An amount as people write it, with spaces or commas between the thousands."""

    # The stubs compare with the field that DecimalField is made of.
    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # as DecimalField has it
        written = "".join(str(value or "").split()).replace("\N{FULLWIDTH COMMA}", ",")
        whole, comma, fraction = written.rpartition(",")
        if comma and "." not in written and "," not in whole and len(fraction) != len("000"):
            written = f"{whole}.{fraction}"
        return super().to_python(written.replace(",", ""))
