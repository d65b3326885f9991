"""Fees that an office states in a notice of its own: typed off it, paid upon a notice here, confirmed by a cashier."""

from importlib import import_module
from typing import NamedTuple

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import translation

from legal.fees.actions import making
from legal.fees.models import FeeNotice
from portal.accounts.actions import apply_roles
from portal.languages import CODES
from tests.factories import PayeeFactory
from tests.legal.fees.conftest import handed_in, received, staff
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db


class Office(NamedTuple):
    """Which state a fee is asked for in, by whom, and in which state a paid matter goes on."""

    kind: str
    before: str
    role: str
    after: str


OFFICES = (
    Office("appraisal", "received", "appraisal-officer", "paid"),
    Office("notarization", "accepted", "notary-officer", "review"),
)


@pytest.fixture(params=OFFICES, ids=lambda office: office.kind)
def office(request, settings, tmp_path):
    translation.activate("en")
    settings.VAR_DIR = tmp_path
    return request.param


@pytest.fixture
def due(office, client):
    """A matter whose fee is asked for next, and a console in which an officer of its service is signed in."""
    apply_roles()
    matter, officer = import_module(f"tests.legal.{office.kind}.world").moved_to(office.before)
    officer.groups.add(Group.objects.get(name=office.role))
    return matter, officer, signed_in_staff(client, officer)


@pytest.mark.parametrize("language", CODES)
def test_officer_types_the_fee_and_the_matter_goes_on_once_it_is_paid(office, due, signed_in, language):
    matter, officer, desk = due
    officer.language = language
    officer.save()
    file = desk.get(reverse("admin:handling_file", kwargs={"matter": matter.key})).text
    address = reverse("admin:fees_feenotice_issue", args=[matter.key])

    answer = desk.post(address, _typed())
    notice = FeeNotice.objects.get()
    matter.refresh_from_db()
    asked = matter.state
    member = signed_in(matter.begun_by).get(matter.get_absolute_url()).text
    received(notice, staff("fees.view_feenotice", "fees.confirm_feenotice"), "300.00")

    matter.refresh_from_db()
    assert (address in file, answer.status_code, asked, matter.state) == (True, 302, "fee", office.after)
    assert (notice.number in member, notice.basis, making.make(notice.pk)) == (True, None, notice)


def test_proof_that_is_handed_in_leaves_the_confirmation_to_the_cashier(due):
    matter, _officer, desk = due
    desk.post(reverse("admin:fees_feenotice_issue", args=[matter.key]), _typed())

    proof = handed_in(FeeNotice.objects.get(), matter.begun_by)

    matter.refresh_from_db()
    assert (proof.state, matter.state) == ("waiting", "fee")


def test_officer_cannot_note_the_payment_beside_the_notice(office, due):
    matter, _officer, desk = due

    answer = desk.post(reverse("admin:handling_decide", kwargs={"matter": matter.key, "move": "note-payment"}))

    matter.refresh_from_db()
    assert (answer.status_code, matter.state) == (302, office.before)


def _typed():
    return {"party": "1", "payee": PayeeFactory.create().pk, "zh_1": "办理费", "amount_1": "300"}
