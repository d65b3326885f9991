"""The account of a demonstration is made once, and says that it is a sample."""

import io

import pytest
from django.core.management import call_command

from legal.fees.models import Payee

pytestmark = pytest.mark.django_db


def test_sample_account_is_made_once_and_plainly_marked() -> None:
    said = io.StringIO()

    call_command("make_sample_payee", stdout=said)
    call_command("make_sample_payee", stdout=said)

    payee = Payee.objects.get()
    assert said.getvalue().splitlines() == ["Sample accounts for fees made: 1.", "Sample accounts for fees made: 0."]
    assert payee.sample
    assert all(word in payee.holder for word in ("示例", "SAMPLE", "ОБРАЗЕЦ"))
