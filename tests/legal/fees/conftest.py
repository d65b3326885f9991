"""A matter that was submitted, whose kind has moves for its fees; an officer who handles it, and two cashiers."""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.core.cache import cache
from django.utils import translation

DAY = datetime.date(2026, 11, 20)


@pytest.fixture(autouse=True)
def told_in_english(no_language_chosen: None) -> None:
    """Sentences outside of a page are compared as they stand in the code."""
    translation.activate("en")


@pytest.fixture(autouse=True)
def proceeding(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    from legal.fees import courses  # noqa: PLC0415
    from legal.matters.kinds import BY_SLUG  # noqa: PLC0415
    from tests.legal.fees.proceeding import PROCEEDING  # noqa: PLC0415

    monkeypatch.setitem(BY_SLUG, PROCEEDING.slug, PROCEEDING)
    monkeypatch.setattr(courses, "_courses", {})
    courses.register(PROCEEDING.slug, notify="notify-fee", paid="note-payment")
    return PROCEEDING


@pytest.fixture(autouse=True)
def kept_apart(settings: Any, tmp_path: Any) -> None:
    """Files are received into a folder of the test's own."""
    settings.VAR_DIR = tmp_path
    cache.clear()


@pytest.fixture
def matter(db: None) -> Any:
    from legal.matters.actions.submitting import submit  # noqa: PLC0415
    from tests.factories import MatterPartyFactory  # noqa: PLC0415

    matter = MatterPartyFactory.create().matter
    submit(matter, by=matter.begun_by)
    matter.refresh_from_db()
    return matter


@pytest.fixture
def payer(matter: Any) -> Any:
    """Who acts for the enterprise whose matter it is."""
    return matter.begun_by


@pytest.fixture
def officer(matter: Any) -> Any:
    """On whose desk the matter is."""
    person = staff("matters.view_matter", "fees.view_feenotice", "fees.issue_feenotice", "fees.relieve_feenotice")
    opened(matter, person)
    return person


@pytest.fixture
def cashier(db: None) -> Any:
    return staff("fees.view_feenotice", "fees.relieve_feenotice", "fees.confirm_feenotice")


@pytest.fixture
def second(db: None) -> Any:
    """Another cashier."""
    return staff("fees.view_feenotice", "fees.relieve_feenotice", "fees.confirm_feenotice")


@pytest.fixture
def payee(db: None) -> Any:
    from tests.factories import PayeeFactory  # noqa: PLC0415

    return PayeeFactory.create()


@pytest.fixture
def notice(matter: Any, officer: Any, payee: Any) -> Any:
    """A notice of CNY 300.00 to the enterprise."""
    return issued(matter, officer, payee)


@pytest.fixture
def paid(cashier: Any) -> Any:
    """Confirms an amount as received upon a notice."""
    return lambda notice, amount, reference="BANK-1": received(notice, cashier, amount, reference)


@pytest.fixture
def proof(notice: Any, payer: Any) -> Any:
    """A proof of CNY 300.00, handed in by the enterprise."""
    return handed_in(notice, payer)


def staff(*permissions: str) -> Any:
    from django.contrib.auth.models import Permission  # noqa: PLC0415

    from tests.factories import UserFactory  # noqa: PLC0415

    person = UserFactory.create(is_staff=True)
    for name in permissions:
        app, codename = name.split(".")
        person.user_permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))
    return type(person).objects.get(pk=person.pk)


def opened(matter: Any, officer: Any) -> None:
    """The officer declares to have no conflict of interest, and takes the matter onto their desk."""
    from legal.matters.actions.declaring import declare  # noqa: PLC0415
    from portal.workflow.actions import take  # noqa: PLC0415

    declare(matter, conflict=False, by=officer)
    take(matter, by=officer)


def issued(matter: Any, officer: Any, payee: Any, *amounts: str, **named: Any) -> Any:
    from legal.fees.actions.issuing import Line, issue  # noqa: PLC0415
    from legal.rules.names import Names  # noqa: PLC0415

    lines = [
        Line(Names(zh="案件受理费", en="Acceptance fee", ru="Регистрационный сбор"), Decimal(one))
        for one in amounts or ("100.00", "200.00")
    ]
    facts = {"side": "applicant", "party": matter.parties.get(own=True), "lines": lines, "payee": payee, "by": officer}
    return issue(matter, **facts | named)


def received(notice: Any, cashier: Any, amount: str, reference: str = "BANK-1") -> Any:
    from legal.fees.actions.confirming import receive  # noqa: PLC0415

    payment = receive(notice, amount=Decimal(amount), received_on=DAY, reference=reference, by=cashier)
    notice.refresh_from_db()
    return payment


def handed_in(notice: Any, payer: Any, amount: str = "300.00") -> Any:
    from legal.fees.actions.proving import hand_in  # noqa: PLC0415

    facts = {"amount": Decimal(amount), "currency": "CNY", "paid_on": DAY, "reference": "OUR-7"}
    return hand_in(notice, on_the_shelf(payer), by=payer, **facts)


def on_the_shelf(person: Any) -> Any:
    """A paper somebody has sent and not handed in yet."""
    from tests.factories import PaperFactory  # noqa: PLC0415

    return PaperFactory.create(owner=person, purpose="fees.proof", uploaded_by=person)
