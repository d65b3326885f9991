"""What officers record: refusals, certificates that become exhibits, apostilles, and who collected them."""

import datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from legal.exhibits.actions import keeping
from legal.exhibits.actions.facts import Facts
from legal.exhibits.models import Exhibit
from legal.matters.actions.moving import move
from legal.matters.actions.producing import produce
from legal.matters.models import Actor, Matter
from legal.notarization.actions import deciding
from legal.notarization.models import Certificate
from portal.accounts.models import User
from portal.workflow.errors import NotAllowedError
from tests.factories import MatterFactory, PaperFactory
from tests.legal.notarization.world import moved_to

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 11, 20)


def issued(matter: Matter, officer: User, **changed: Any) -> Certificate:
    paper = PaperFactory.create(owner=officer, purpose="exhibits.exhibit", name="certificate.pdf")
    facts = Facts(name="Notarial certificate", worded_in="en", kind="official", form="original", language="zh")
    said = {"number": "(2026)新喀证字第1号", "issued_on": DAY, "paper": paper, "facts": facts, "by": officer}
    certificate = deciding.issue(matter, **(said | changed))
    matter.refresh_from_db()
    return certificate


def test_certificate_is_an_exhibit_of_the_enterprise(approved: tuple[Matter, User]) -> None:
    matter, officer = approved

    certificate = issued(matter, officer)

    matter.refresh_from_db()
    exhibit = certificate.exhibit
    assert (matter.state, str(certificate), certificate.recorded_by) == ("issued", "(2026)新喀证字第1号", officer)
    assert (exhibit.enterprise, exhibit.added_by, exhibit.file.owner) == (matter.enterprise, officer, exhibit)


def test_certificate_is_produced_in_another_matter_without_a_second_upload(approved: tuple[Matter, User]) -> None:
    matter, officer = approved
    exhibit = issued(matter, officer).exhibit
    other = MatterFactory.create(kind="appraisal", enterprise=matter.enterprise, begun_by=matter.begun_by)

    produced = produce(other, [exhibit], audience="everyone", by=matter.begun_by)

    assert [one.exhibit.sha256 for one in produced] == [exhibit.sha256]


def test_certificate_stays_in_the_list_as_long_as_its_matter_has_it(approved: tuple[Matter, User]) -> None:
    matter, officer = approved
    exhibit = issued(matter, officer).exhibit

    with pytest.raises(NotAllowedError) as refused:
        keeping.remove(exhibit, by=matter.begun_by)

    assert refused.value.code == "held"


def test_same_file_is_no_second_exhibit(approved: tuple[Matter, User]) -> None:
    matter, officer = approved
    held = Exhibit.objects.get()
    paper = PaperFactory.create(owner=officer, purpose="exhibits.exhibit", sha256=held.sha256)

    with pytest.raises(NotAllowedError) as refused:
        issued(matter, officer, paper=paper)

    matter.refresh_from_db()
    assert (refused.value.code, matter.state) == ("twice", "approved")


def test_nobody_but_the_officer_on_whose_desk_it_is_records_anything(approved: tuple[Matter, User]) -> None:
    matter, _officer = approved

    with pytest.raises(NotAllowedError) as refused:
        issued(matter, matter.begun_by)

    assert refused.value.code == "role"


def test_refusal_keeps_its_ground_and_ends_the_matter() -> None:
    matter, officer = moved_to("review")

    refusal = deciding.refuse(matter, ground="dispute", reason="The other shareholder objects.", by=officer)

    matter.refresh_from_db()
    assert (matter.state, matter.is_ended, str(refusal)) == (
        "refused",
        True,
        "Those concerned are in dispute about it",
    )


def test_apostille_is_noted_of_the_exhibit_too(approved: tuple[Matter, User]) -> None:
    matter, officer = approved
    issued(matter, officer)
    move(matter, "apply-apostille", by=officer, actor=Actor.OFFICER)

    deciding.note_apostille(matter, kind="apostille", number="A-1", day=DAY, by=officer)

    certificate = Certificate.objects.get()
    exhibit = certificate.exhibit
    assert (certificate.apostille_number, certificate.apostilled_on) == ("A-1", DAY)
    assert (exhibit.legalization, exhibit.legalization_number, exhibit.legalized_on, exhibit.version) == (
        "apostille",
        "A-1",
        DAY,
        2,
    )


def test_collection_says_who_and_by_which_paper(approved: tuple[Matter, User]) -> None:
    matter, officer = approved
    issued(matter, officer)

    certificate = deciding.deliver(matter, collected_by="Aygul Sample", identity="card", collected_on=DAY, by=officer)

    matter.refresh_from_db()
    assert (matter.state, certificate.collected_by, certificate.get_identity_display()) == (
        "delivered",
        "Aygul Sample",
        "Identity card",
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"number": ""},
        {"apostille_number": "A-1"},
        {"apostille_number": "A-1", "apostilled_on": DAY - datetime.timedelta(days=1)},
        {"collected_by": "Aygul Sample"},
    ],
)
def test_database_refuses_half_a_fact(approved: tuple[Matter, User], wrong: dict[str, object]) -> None:
    issued(*approved)

    with pytest.raises(IntegrityError), transaction.atomic():
        Certificate.objects.update(**wrong)
