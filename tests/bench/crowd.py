"""How long the pages take among very many enterprises and members, and what the check of a membership asks."""

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

from enterprises.models import Enterprise, Membership
from portal.accounts.actions import make_sample_staff
from portal.accounts.models import User
from portal.history.models import Entry
from tests.bench import crowd_pages, serving
from tests.bench.addresses import SIGNED_IN
from tests.bench.crowd_pages import Page
from tests.bench.crowd_rows import HOST
from tests.bench.crowded import make
from tests.bench.measuring import Row, Times, settled
from tests.bench.serving import Answer, Reader, served
from tests.bench.site import FailedError, settle
from tests.signing_in import signed_in_staff

ENTERPRISES: Final = 150_000
MEMBERS: Final = 500_000
MOST_MILLISECONDS: Final = 300.0
RUNS: Final = 3
WARM: Final = 10
TOKEN: Final = "x" * 32


def crowd(var: Path) -> Iterator[Row]:
    """The crowd is made, then its pages are asked for over HTTP by those who work with them."""
    yield made()
    settle()
    with served(var) as port:
        readers = {name: Reader(port, cookies(client)) for name, client in signed_in().items()}
        for page in crowd_pages.pages():
            yield paged(page, readers[page.reader])
    yield from checked()


def made() -> Row:
    began = time.perf_counter()
    make(enterprises=ENTERPRISES, members=MEMBERS)
    seconds = time.perf_counter() - began
    return Row(
        f"Make {ENTERPRISES:,} enterprises and {MEMBERS:,} members",
        f"{seconds:.0f} s",
        f"{User.objects.count():,} people, {Entry.objects.count():,} entries of the history",
        "",
    )


def signed_in() -> dict[str, Client]:
    """Those who ask, each in a session of their own; staff have passed the second factor."""
    staff = {user.email.partition("@")[0]: user for user in make_sample_staff("none of these signs in by it")}
    largest = Enterprise.objects.get(key=crowd_pages.largest())
    people = {
        "busy": User.objects.get(email=f"busy-0@{HOST}"),
        "owner": User.objects.get(memberships__in=largest.memberships.owners()),
    }
    officer = User.objects.get(email=f"officer-{crowd_pages.OFFICER}@{HOST}")
    clients = {"registrar": signed_in_staff(browser(), officer)}
    clients |= {name: signed_in_staff(browser(), staff[name]) for name in ("admin", "auditor")}
    return clients | {name: entered(person) for name, person in people.items()}


def entered(person: User) -> Client:
    client = browser()
    client.force_login(person)
    return client


def browser() -> Client:
    return Client(SERVER_NAME=serving.HOST)


def cookies(client: Client) -> dict[str, str]:
    """What a browser sends: the session, and what a form is to repeat."""
    name = settings.SESSION_COOKIE_NAME
    return {name: client.cookies[name].value, settings.CSRF_COOKIE_NAME: TOKEN}


def paged(page: Page, reader: Reader) -> Row:
    """One page, asked for at each of its addresses in turn."""
    ask = (lambda address: reader.post(address, {"csrfmiddlewaretoken": TOKEN})) if page.is_sent else reader.get
    found = visited(ask, page.addresses, 302 if page.is_sent else 200)
    size = ask(page.addresses[0]).length
    reached = found.p95 <= MOST_MILLISECONDS
    return Row(page.what, str(found), f"{size / 1000:.0f} kB" if size else "", "p95 ≤ 300 ms", reached)


def visited(ask: Callable[[str], Answer], addresses: Sequence[str], status: int) -> Times:
    """Each address in several runs, after a few calls to warm up."""
    runs = []
    for asked in [addresses[:WARM], *[addresses] * RUNS]:
        answers = [ask(address) for address in asked]
        if wrong := next((answer for answer in answers if answer.status != status), None):
            raise FailedError(f"{addresses[0]} was answered with {wrong.status}.")
        runs.append([answer.milliseconds for answer in answers])
    return settled(runs[1:])


def checked() -> Iterator[Row]:
    """A page that asks for a membership, beside the same that asks only who is there."""
    busy = User.objects.get(email=f"busy-0@{HOST}")
    other = User.objects.get(email=f"person-1@{HOST}")
    Membership.objects.filter(person=other).exclude(pk=other.memberships.earliest("pk").pk).delete()
    for person in (other, busy):
        memberships = person.memberships.select_related("enterprise")
        client, key = entered(person), memberships[0].enterprise.key
        plain, member = queries(client, SIGNED_IN), queries(client, f"{SIGNED_IN}{key}/")
        yield Row(
            f"Queries of a page that checks one membership of {len(memberships)}",
            str(member),
            f"the same page without: {plain}",
            "one more at most",
            member <= plain + 1,
        )


def queries(client: Client, address: str) -> int:
    """How many a visit takes, where the one before was to the same page: the first writes down where somebody is."""
    for _ in range(2):
        with override_settings(ROOT_URLCONF="tests.bench.addresses"), CaptureQueriesContext(connection) as captured:
            answer = client.get(address)
        if answer.status_code != 200:
            raise FailedError(f"{address} was answered with {answer.status_code}.")
    return len(captured)
