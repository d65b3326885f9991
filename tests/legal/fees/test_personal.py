"""What fees hold about a person is told; when a matter is emptied, numbers and sums stay, and no names or papers."""

import pytest

from legal.fees import personal
from legal.fees.actions import confirming, making, relieving
from legal.matters.actions.expiring import empty
from portal.files.models import File
from tests.factories import UserFactory
from tests.legal.fees.conftest import DAY, handed_in

pytestmark = pytest.mark.django_db


def test_person_is_told_of_their_proofs(notice, proof, payer) -> None:
    (section,) = personal.held_about(payer)

    assert [(row["number"], row["amount"], row["reference"]) for row in section["rows"]] == [
        (notice.number, "CNY\xa0300.00", "OUR-7")
    ]
    assert [number for _what, number, _why, _until in personal.fates(payer)] == [1]
    assert [number for _what, number, _why, _until in personal.fates(UserFactory.create())] == [0]


def test_emptied_matter_keeps_the_numbers_and_sums_of_its_fees_alone(notice, proof, payer, officer, cashier) -> None:
    making.make(notice.pk)
    confirming.confirm(proof, amount=notice.total, received_on=DAY, reference="BANK-1", by=cashier)
    refused = confirming.refuse(handed_in(notice, payer), reason="Another account.", by=cashier)
    waiver = relieving.propose(notice, kind="waiver", amount=10, reason="A poor farmer.", by=officer)
    notice.refresh_from_db()
    sha256 = notice.sha256

    empty(notice.matter)

    for row in (notice, proof, refused, waiver):
        row.refresh_from_db()
    assert (notice.number, notice.received, notice.sha256, notice.state) == (notice.number, 300, sha256, "paid")
    assert (notice.payer, notice.file, notice.lines.count(), notice.basis) == ("Applicant", None, 0, None)
    assert notice.emptied_at
    assert (proof.amount, proof.reference, proof.file) == (300, "", None)
    assert (proof.payment.reference, refused.reason, waiver.reason, waiver.amount) == ("", "", "", 10)
    assert File.objects.count() == 0
    assert making.make(notice.pk) is None
