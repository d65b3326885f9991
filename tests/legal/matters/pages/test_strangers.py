"""To whoever is no member a matter is not there, by any address and with whatever number in it or in a form."""

from typing import Any

import pytest
from django.test import Client

from enterprises.models import Membership
from enterprises.policies import Role
from legal.matters.models import Entry, Matter, Produced, Representative
from tests.consistency.test_addresses import EVERYTHING
from tests.factories import (
    ExhibitFactory,
    MatterFactory,
    MatterPartyFactory,
    MembershipFactory,
    ProducedFactory,
    RepresentativeFactory,
)

pytestmark = pytest.mark.django_db

PAGES = {page.name.removeprefix("matters:"): page for page in EVERYTHING.values() if page.name.startswith("matters:")}
OF_ONE = [name for name, page in PAGES.items() if "matter" in page.parts]
# PostgreSQL's columns hold none of these.
LARGER_THAN_ANY = (32_768, 2**31, 2**63, 10**30)


@pytest.fixture
def full(submitted: Matter) -> Matter:
    """A matter with something under each number, which can be written once more."""
    ProducedFactory.create(matter=submitted)
    RepresentativeFactory.create(matter=submitted)
    Matter.objects.filter(pk=submitted.pk).update(state="asked")
    submitted.refresh_from_db()
    return submitted


def parts(name: str, position: int = 1) -> dict[str, int]:
    return {"position": position} if "position" in PAGES[name].parts else {}


def statuses(client: Client, address: str, **sent: Any) -> set[int]:
    return {client.get(address).status_code, client.post(address, sent).status_code}


def left(matter: Matter) -> tuple[Any, ...]:
    matter.refresh_from_db()
    return matter.version, matter.state, Entry.objects.count(), Produced.objects.count(), Representative.objects.count()


@pytest.mark.parametrize("name", OF_ONE)
def test_whoever_was_removed_finds_no_page_of_a_matter(signed_in, at, full, name) -> None:
    former = MembershipFactory.create(enterprise=full.enterprise, role=Role.REPRESENTATIVE)
    client, before = signed_in(former.person), left(full)
    Membership.objects.filter(pk=former.pk).delete()

    assert statuses(client, at(name, full, **parts(name)), version=full.version) <= {404, 405}
    assert left(full) == before


@pytest.mark.parametrize("name", OF_ONE)
def test_own_enterprise_in_the_address_opens_no_matter_of_another(signed_in, at, full, name) -> None:
    own = MatterFactory.create()
    client, before = signed_in(own.begun_by), left(full)
    address = at(name, full, **parts(name)).replace(full.enterprise.key, own.enterprise.key)

    assert statuses(client, address, version=full.version) <= {404, 405}
    assert left(full) == before


@pytest.mark.parametrize("name", [name for name in OF_ONE if parts(name)])
@pytest.mark.parametrize("position", LARGER_THAN_ANY)
def test_number_that_no_column_holds_is_that_of_nothing(signed_in, at, full, name, position) -> None:
    client, before = signed_in(full.begun_by), left(full)

    assert statuses(client, at(name, full, position=position), version=full.version) <= {404, 405}
    assert left(full) == before


@pytest.mark.parametrize("name", ["revoke", "remove-representative"])
def test_representative_of_another_matter_is_nobody_here(signed_in, at, full, name) -> None:
    other = RepresentativeFactory.create(matter=MatterFactory.create())
    client, before = signed_in(full.begun_by), left(full)

    assert client.post(at(name, full), {"representative": other.pk}).status_code == 404
    assert (left(full), Representative.objects.get(pk=other.pk).revoked_at) == (before, None)


@pytest.mark.parametrize("name", ["party", "remove-party"])
def test_party_of_another_matter_is_nobody_here(signed_in, at, full, name) -> None:
    other = MatterPartyFactory.create(matter=MatterFactory.create(), position=9)
    client, before = signed_in(full.begun_by), left(full)

    assert statuses(client, at(name, full, position=9), version=full.version) <= {404, 405}
    other.refresh_from_db()
    assert left(full) == before


def test_exhibit_of_another_enterprise_is_not_produced(signed_in, at, full) -> None:
    own, other = ExhibitFactory.create(enterprise=full.enterprise), ExhibitFactory.create()
    client, before = signed_in(full.begun_by), left(full)

    answer = client.post(at("exhibits", full), {"exhibits": [own.pk, other.pk], "audience": "everyone"})

    assert (answer.status_code, left(full)) == (422, before)
    assert other.name not in answer.text


def test_exhibit_of_another_matter_is_not_taken_out(signed_in, at, full) -> None:
    other = ProducedFactory.create(matter=MatterFactory.create(), number=7)
    client, before = signed_in(full.begun_by), left(full)

    assert client.post(at("take-out", full, position=7), {"version": full.version}).status_code == 404
    assert (left(full), other.matter.produced.count()) == (before, 1)


@pytest.mark.parametrize("query", ["page=-1", "page=x", f"page={10**30}", "kind=%00", "standing=%27--", "kind[]=a&a=b"])
def test_list_that_is_asked_for_oddly_is_the_list(signed_in, at, full, query) -> None:
    listed = at("matter", full).removesuffix(f"{full.key}/")

    answer = signed_in(full.begun_by).get(f"{listed}?{query}")

    assert answer.status_code == 200
    assert full.number in answer.text
