"""What is nobody else's business is in no answer of the open interface: everything that could leak is there first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import caches
from django.test import Client
from pytest_django import Settings

from enterprises.states import State
from legal.bulk import actions
from portal.api.interface import schema
from portal.reference.models import Term
from portal.search import actions as search
from portal.workflow.models import Event
from tests.factories import (
    CaseFactory,
    EnterpriseFactory,
    ExhibitFactory,
    FirmFactory,
    IntakeFactory,
    InvitationFactory,
    LawyerFactory,
    MembershipFactory,
    MentionFactory,
    NoticeFactory,
    PaperFactory,
    PortraitFactory,
    SecurityEventFactory,
    UserFactory,
)
from tests.portal.api.samples import a_case, a_law, a_term

pytestmark = pytest.mark.django_db(transaction=True)
SECRET = "zzsecretzz"
PARTS = {"code": "cn", "slug": "sample", "edition": "2020-01-01", "path": "article-1"}


@pytest.fixture
def world(settings: Settings, tmp_path: Path) -> None:
    """A law, a case and a term, made public; and beside them, each with the secret in its words, what is not."""
    for name in ("default", "near"):
        caches[name].clear()
    settings.OPEN_DATA_DIR, settings.SEARCH_INDEX_DIR = tmp_path / "files", tmp_path / "index"
    settings.SEARCH_RATE = "1000000/s"
    a_case(a_law())
    a_term()
    person = UserFactory.create(email=f"{SECRET}@person.example", full_name=SECRET, phone="+869980000001")
    enterprise = EnterpriseFactory.create(
        state=State.DRAFT, register_name=SECRET, name_en=SECRET, address=SECRET, email=f"{SECRET}@e.example"
    )
    MembershipFactory.create(enterprise=enterprise, person=person)
    InvitationFactory.create(enterprise=enterprise, email=f"{SECRET}@invited.example")
    PaperFactory.create(owner=enterprise, name=f"{SECRET}.pdf")
    ExhibitFactory.create(enterprise=enterprise, added_by=person, name=SECRET, purpose=SECRET, source=SECRET)
    IntakeFactory.create(name=f"{SECRET}.zip", brought_by=person)
    NoticeFactory.create(user=person, params={"name": SECRET})
    SecurityEventFactory.create(user=person, agent=SECRET)
    Event.objects.create(subject=enterprise, table="enterprises", move="return", reason=SECRET, by=person)
    for state in ("draft", "submitted", "hidden"):
        LawyerFactory.create(state=state, name_en=SECRET, summary_en=SECRET, licence_number=f"{SECRET}-{state}")
    lawyer = LawyerFactory.create(slug="sample", user=person, verified_by=person)
    PortraitFactory.create(lawyer=lawyer, large=SECRET.encode())
    MentionFactory.create(lawyer=lawyer, case=CaseFactory.create(), accepted_at=None, accepted_by=None)
    FirmFactory.create(name_en=SECRET, verified_at=None, verified_by=None, recheck_on=None)
    Term.objects.create(kind=Term.Kind.VOCABULARY, en=[SECRET])
    search.apply()
    actions.make()


def addresses(client: Client) -> Iterator[str]:
    """Each address of the schema, of what is there; and every page and file they lead to."""
    (file,) = client.get("/api/v1/bulk").json()["files"][:1]
    for path, methods in schema()["paths"].items():
        names = {one["name"] for one in methods["get"]["parameters"] if one["in"] == "path"}
        parts = PARTS | {"name": file["name"]} | ({"slug": "contract"} if "/topics/" in path else {})
        address = path.format(**{name: parts[name] for name in names})
        yield address
        if path.endswith("/search"):
            yield from (f"{address}?q={word}" for word in (SECRET, "sample", "合同"))


@pytest.mark.usefixtures("world")
def test_interface_tells_nothing_that_is_not_public(client: Client) -> None:
    answers = {address: client.get(address) for address in ("/api/v1/", "/api/v1/openapi.json", *addresses(client))}

    told = {address: answer.getvalue().decode("utf-8", "replace") for address, answer in answers.items()}
    assert len(told) > 15
    assert {address: answer.status_code for address, answer in answers.items() if answer.status_code != 200} == {
        "/api/v1/search": 422  # nothing was asked
    }
    assert [address for address, body in told.items() if SECRET in body] == []


def test_records_have_no_field_for_it() -> None:
    fields = {name for one in schema()["components"]["schemas"].values() for name in one.get("properties", {})}

    assert (
        fields & {"id", "pk", "email", "phone", "user", "by", "password", "folder", "record", "note_of_review"} == set()
    )
