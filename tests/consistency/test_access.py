"""Everybody at every door: each kind of person asks for each page, of what is theirs and of what is not."""

import re
import uuid
from collections.abc import Iterable, Iterator
from http.cookies import SimpleCookie
from typing import Any

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import translation

from enterprises.models import Enterprise
from enterprises.states import State
from portal.accounts.actions import apply_roles
from portal.accounts.models import User
from portal.accounts.roles import ROLES
from tests.consistency import access
from tests.consistency.access import MEMBERS, Outcome, Part
from tests.consistency.belonging import parts_of
from tests.consistency.expecting import behind, expected, model_of
from tests.consistency.records import World, something_to_look_at
from tests.consistency.test_addresses import CONSOLE, INTERFACE, PARTS, PERSONAL, PUBLIC, Page, console_address
from tests.factories import EnterpriseFactory, LawyerFactory, MembershipFactory, UserFactory
from tests.signing_in import signed_in_staff

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
STAFF = [role.slug for role in ROLES]
# Somebody whom staff have given all there is. No role takes anything away: what this person is refused, each is.
EVERY_ROLE = "every role"
METHODS = ("GET", "POST")
ENTRANCE = re.compile(r"/(zh-hans|en|ru)/account/login/\?next=")


@pytest.fixture
def world(request: pytest.FixtureRequest) -> World:
    apply_roles()
    cache.clear()
    who: str = request.param
    ours, theirs = EnterpriseFactory.create_batch(2, state=State.RETURNED)
    other = MembershipFactory.create(enterprise=theirs).person
    MembershipFactory.create(enterprise=ours)
    asking = _asking(who, ours)
    if asking is not None:
        LawyerFactory.create(user=asking)
    return World(ours, theirs, asking, other)


def _asking(who: str, ours: Enterprise) -> User | None:
    if who == Part.ANONYMOUS:
        return None
    roles = STAFF if who == EVERY_ROLE else [who] if who in STAFF else []
    person = UserFactory.create(is_staff=bool(roles))
    if roles:
        person.groups.set(Group.objects.filter(name__in=roles))
    elif who == Part.STRANGER:
        MembershipFactory.create(person=person)
    else:
        MembershipFactory.create(enterprise=ours, person=person, role=MEMBERS[Part(who)])
    return person


def everybody(*who: str) -> Any:
    return pytest.mark.parametrize("world", who, ids=who, indirect=True)


@everybody(*Part, EVERY_ROLE)
def test_page_opens_to_whom_it_is_for(client: Client, world: World, request: pytest.FixtureRequest) -> None:
    met = doors((*PUBLIC, *INTERFACE, *PERSONAL), client, world, request.node.callspec.id)

    assert len(met) > 100
    assert {door: pair for door, pair in met.items() if pair[0] not in pair[1]} == {}


@everybody(*STAFF)
def test_paper_opens_to_whose_role_it_is_for(client: Client, world: World, request: pytest.FixtureRequest) -> None:
    papers = [page for page in PERSONAL if page.name in access.OF_A_PAPER]

    met = doors(papers, client, world, request.node.callspec.id)

    assert {name for name, _, _ in met} == set(access.OF_A_PAPER)
    assert {door: pair for door, pair in met.items() if pair[0] not in pair[1]} == {}


def doors(
    pages: Iterable[Page], client: Client, world: World, who: str
) -> dict[tuple[str, str, str], tuple[Outcome, set[Outcome]]]:
    """What somebody met at each page outside the console, and what they should have met."""
    if world.asking:
        proved(client, world.asking)
    return {
        (page.name, method, whose): (outcome, expected(page.name, whose, method, who, world))
        for page in pages
        for whose, parts in parts_of(page, world)
        for method, outcome in asked(client, address(page, parts))
    }


@everybody(*Part)
def test_console_opens_to_nobody_who_is_no_staff(client: Client, world: World) -> None:
    if world.asking:
        signed_in_staff(client, world.asking)
    closed = Outcome.REFUSED if world.asking else Outcome.SIGN_IN

    met = {(page.path, method): outcome for page in CONSOLE for method, outcome in asked(client, console_address(page))}

    assert len(met) > 100
    assert {door: outcome for door, outcome in met.items() if outcome != closed} == {}


@everybody(*STAFF)
def test_page_of_the_console_opens_to_whose_role_it_is_for(client: Client, world: World) -> None:
    assert world.asking
    signed_in_staff(client, world.asking)
    something_to_look_at(world)

    met = {
        (page.path, method): (outcome, behind(page, world.asking, method))
        for page in CONSOLE
        if page.name.removeprefix("admin:") not in access.OF_ALL_STAFF
        for method, outcome in asked(client, staffed(page, world))
    }

    assert len(met) > 100
    assert {door: pair for door, pair in met.items() if pair[0] not in pair[1]} == {}


def proved(client: Client, person: User) -> None:
    """Signed in, and asked a moment ago to prove it again, so that pages that want that open."""
    signed_in_staff(client, person)
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY][-1]["reauthenticated"] = True
    session.save()


def asked(client: Client, place: str) -> Iterator[tuple[str, Outcome]]:
    """What becomes of each way to ask, with nothing done in the end; ways that a page does not have are left out."""
    cookies = client.cookies.output(header="", sep=";")
    for method in METHODS:
        with transaction.atomic():
            response = client.get(place) if method == "GET" else client.post(place)
            if response.streaming:
                response.getvalue()  # whoever reads a file to its end closes it
            transaction.set_rollback(True)
        client.cookies = SimpleCookie(cookies)
        if response.status_code != 405:
            yield method, outcome_of(response, place)


def outcome_of(response: HttpResponse, place: str) -> Outcome:
    assert response.status_code < 500, (place, response.status_code)
    if response.status_code == 302 and ENTRANCE.match(response["Location"]):
        return Outcome.SIGN_IN
    return {403: Outcome.REFUSED, 404: Outcome.ABSENT}.get(response.status_code, Outcome.IN)


def address(page: Page, parts: dict[str, object]) -> str:
    with translation.override("en"):
        return reverse(page.name, kwargs=parts)


def staffed(page: Page, world: World) -> str:
    """The address of a page of the console, of a record that is there where there is one."""
    model = model_of(page)
    first = model._base_manager.first() if model else None
    own = first is not None and not isinstance(first, Enterprise)
    own_key = first.pk if own else world.ours.pk
    named = {"pk": own_key, "sheet": uuid.uuid4(), "uid": uuid.uuid4(), "matter": PARTS["matter"]}
    parts: dict[str, object] = {}
    for part in (*page.pattern.pattern.converters, *page.pattern.pattern.regex.groupindex):
        parts[part] = named.get(part, str(first.pk) if first else "1")
    return reverse(page.name, kwargs=parts)
