"""What nobody means well by: forms of other sites, and fields filled with what no form of ours would send."""

from collections.abc import Iterator
from http.cookies import SimpleCookie
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from lxml import html

from enterprises.states import State
from legal.matters.models import Matter
from portal.accounts.actions import apply_roles
from portal.accounts.models import User
from tests.consistency.test_access import address
from tests.consistency.test_addresses import (
    CONSOLE,
    EVERYTHING,
    INTERFACE,
    PARTS,
    PERSONAL,
    PUBLIC,
    Page,
    console_address,
)
from tests.factories import (
    EnterpriseFactory,
    ExhibitFactory,
    FirmMemberFactory,
    LawyerFactory,
    MatterFactory,
    MatterPartyFactory,
    UserFactory,
)
from tests.signing_in import signed_in_staff

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

# Whoever has the signed address of a mail may end these mails with one click in the mail program (RFC 8058).
UNGUARDED = {"notices:unsubscribe": 404}
TYPED = "//input[not(@type) or @type='text' or @type='email' or @type='search' or @type='password'] | //textarea"
# The server in front reads no longer line.
LONGEST_LINE = 4000
HOSTILE = {
    "a megabyte": "x" * 1_000_000,
    "a megabyte of digits": "9" * 1_000_000,
    "NUL": "a\0b",
    "markup": "<script>alert(1)</script>{{ 7|add:7 }}%s'\"--",
    "words turned round": "\u202egnp.exe\u2066\u0000",
}


def test_form_of_another_site_changes_nothing() -> None:
    client = Client(enforce_csrf_checks=True)
    signed_in_staff(client, User.objects.create_superuser("root@portal.example", language="en"))
    named = [page for page in EVERYTHING.values() if page.name != "admin:None"]

    met = {
        page.name: client.post(console_address(page) if page in CONSOLE else address(page, page.parts)).status_code
        for page in named
    }

    assert len(met) > 200
    # The interface has nothing that could be changed, and says so.
    reads = {page.name: 405 for page in INTERFACE}
    assert {name: status for name, status in met.items() if status != 403} == reads | UNGUARDED


@pytest.mark.parametrize("what", HOSTILE)
def test_field_of_a_person_takes_nothing_hostile(client: Client, what: str) -> None:
    person = UserFactory.create()
    enterprise = EnterpriseFactory.create(owner=person, state=State.RETURNED)
    ExhibitFactory.create(enterprise=enterprise, key=PARTS["exhibit"])
    matter = MatterFactory.create(kind="arbitration", enterprise=enterprise, begun_by=person)
    MatterPartyFactory.create(matter=matter)
    LawyerFactory.create(user=person)
    FirmMemberFactory.create(user=person, firm__slug="sample", administrator=True)
    client.force_login(person)

    met = {
        (page.name, field): status
        for page in (*PUBLIC, *PERSONAL)
        for field, status in filled(client, address(page, page.parts | of(matter, page)), HOSTILE[what])
    }

    assert len(met) > 30
    assert {where: status for where, status in met.items() if status >= 500} == {}


@pytest.mark.parametrize("what", HOSTILE)
def test_field_of_the_console_takes_nothing_hostile(client: Client, what: str) -> None:
    apply_roles()
    signed_in_staff(client, User.objects.create_superuser("root@portal.example", language="en"))
    EnterpriseFactory.create(state=State.IN_REVIEW)

    met = {
        (page.name, field): status
        for page in CONSOLE
        for field, status in filled(client, console_address(page), HOSTILE[what])
    }

    assert len(met) > 30
    assert {where: status for where, status in met.items() if status >= 500} == {}


def of(matter: Matter, page: Page) -> dict[str, object]:
    """What stands in the address of a page of an enterprise, or of its matter, in which the second party is another."""
    known = matter.place | ({"position": 2} if "matter" in page.parts else {})
    return {part: value for part, value in known.items() if part in page.parts}


def filled(client: Client, place: str, value: str) -> Iterator[tuple[str, int]]:
    """What becomes of each form of a page with one field after the other filled so, and nothing done in the end."""
    cache.clear()
    shown = client.get(place)
    if shown.status_code != 200 or not shown["Content-Type"].startswith("text/html") or not shown.content:
        return
    for form in html.fromstring(shown.content).forms:
        for field in form.xpath(f".{TYPED}".replace(" | ", " | .")):
            if field.get("name"):
                yield (
                    field.get("name"),
                    sent(client, form, place, {**dict(form.form_values()), field.get("name"): value}),
                )


def sent(client: Client, form: Any, place: str, values: dict[str, str]) -> int:
    target, cookies = form.get("action") or place, client.cookies.output(header="", sep=";")
    with transaction.atomic():
        if form.method == "POST":
            status: int = client.post(target, values).status_code
        else:
            status = client.get(target, {name: value[:LONGEST_LINE] for name, value in values.items()}).status_code
        transaction.set_rollback(True)
    client.cookies = SimpleCookie(cookies)
    return status
