"""The sample account of a demonstration: plainly marked, and none."""

from typing import Final

from django.db import transaction

from legal.fees.models import Payee

# In the words of a bank, as they stand on a notice in each language.
SAMPLE: Final = {
    "holder": "示例收款单位 · SAMPLE payee · ОБРАЗЕЦ получателя",
    "bank": "示例银行 · SAMPLE bank · ОБРАЗЕЦ банка",
    "bank_code": "SAMPLE",
}


@transaction.atomic
def make_sample_payee() -> bool:
    """Whether the sample account was made; False where it is there."""
    _payee, made = Payee.objects.get_or_create(
        account="0000 0000 0000 0000", currency="CNY", defaults=SAMPLE | {"sample": True}
    )
    return made
