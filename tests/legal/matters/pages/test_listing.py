"""The matters of an enterprise, listed and begun."""

import dataclasses

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from enterprises.policies import Role
from legal.matters.actions import drafting
from legal.matters.kinds import BY_SLUG
from legal.matters.models import Matter
from portal.languages import CODES
from tests.factories import (
    EnterpriseFactory,
    JurisdictionFactory,
    MatterFactory,
    MembershipFactory,
    UserFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]


@pytest.fixture
def owner():
    return UserFactory.create()


@pytest.fixture
def enterprise(owner):
    return EnterpriseFactory.create(owner=owner)


def address(name: str, enterprise, language: str = "en", **parts: str) -> str:
    with translation.override(language):
        return reverse(f"matters:{name}", kwargs={"key": enterprise.key, **parts})


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-hans", "贵企业尚无事项"),
        ("en", "Your enterprise has no matter yet"),
        ("ru", "У вашего предприятия пока нет дел"),
    ],
)
def test_empty_list_says_so_and_what_can_be_begun(signed_in, owner, enterprise, language, words):
    shown = signed_in(owner).get(address("list", enterprise, language)).text

    assert words in shown
    assert address("begin", enterprise, language, kind="tests-matter") in shown


def test_where_nothing_is_offered_the_list_leads_to_the_services(signed_in, owner, enterprise, monkeypatch):
    for slug, proceeding in list(BY_SLUG.items()):
        monkeypatch.setitem(BY_SLUG, slug, dataclasses.replace(proceeding, offered=False))

    shown = signed_in(owner).get(address("list", enterprise)).text

    assert ("Nothing can be filed here yet." in shown, reverse("services:list") in shown) == (True, True)


def test_viewer_is_offered_nothing_to_begin(signed_in, enterprise):
    viewer = MembershipFactory.create(enterprise=enterprise, role=Role.VIEWER).person

    shown = signed_in(viewer).get(address("list", enterprise)).text

    assert address("begin", enterprise, kind="tests-matter") not in shown


@pytest.mark.parametrize("count", [1, 3])
def test_list_costs_the_same_queries_however_long_it_is(signed_in, owner, enterprise, count):
    MatterFactory.create_batch(count, enterprise=enterprise, begun_by=owner)
    client = signed_in(owner)
    client.get(address("list", enterprise))

    with CaptureQueriesContext(
        connection,
    ) as queries:
        shown = client.get(address("list", enterprise)).text

    assert shown.count('<th scope="row"') == count
    assert len(queries) <= 7


@pytest.mark.parametrize(
    ("picked", "titles"),
    [
        ("", ["Ended", "Open", "Draft"]),
        ("?standing=draft", ["Draft"]),
        ("?standing=open", ["Open"]),
        ("?standing=ended&kind=tests-matter", ["Ended"]),
        ("?standing=nonsense&kind=none", ["Ended", "Open", "Draft"]),
    ],
)
def test_list_is_narrowed_by_kind_and_standing(signed_in, owner, enterprise, picked, titles):
    now = timezone.now()
    numbered = {"submitted_at": now, "submitted_by": owner, "year": 2026, "state": "submitted"}
    given = {"enterprise": enterprise, "begun_by": owner}
    MatterFactory.create(title="Draft", **given)
    MatterFactory.create(title="Open", serial=1, number="TRY-2026-00001", **given, **numbered)
    MatterFactory.create(title="Ended", serial=2, number="TRY-2026-00002", ended_at=now, **given, **numbered)

    page = signed_in(owner).get(address("list", enterprise) + picked).context["page"]

    assert [matter.title for matter in page] == titles


def test_list_in_which_nothing_is_like_that_leads_back(signed_in, owner, enterprise):
    shown = signed_in(owner).get(address("list", enterprise) + "?standing=ended").text

    assert "No matter is like that" in shown


@pytest.mark.parametrize("language", CODES)
def test_matter_is_begun_in_each_language(signed_in, owner, enterprise, language):
    client, place = signed_in(owner), address("begin", enterprise, language, kind="tests-matter")
    assert client.get(place).status_code == 200

    begun = client.post(place, {"title": "Walnuts", "language": language})

    matter = Matter.objects.get()
    assert (matter.language, matter.begun_by) == (language, owner)
    assert begun["Location"] == address("matter", enterprise, language, matter=matter.key)


def test_matter_that_is_wrong_is_shown_again_with_what_was_typed(signed_in, owner, enterprise):
    answer = signed_in(owner).post(
        address("begin", enterprise, kind="tests-matter"), {"title": "Walnuts", "language": "kk"}
    )

    assert (answer.status_code, Matter.objects.count()) == (422, 0)
    assert 'value="Walnuts"' in answer.text


def test_matter_that_cannot_be_begun_says_why(signed_in, owner, enterprise, monkeypatch):
    monkeypatch.setattr(drafting, "MOST_DRAFTS", 0)

    answer = signed_in(owner).post(
        address("begin", enterprise, kind="tests-matter"), {"title": "Walnuts", "language": "en"}
    )

    assert "Submit or withdraw matters you have begun" in answer.text


@pytest.mark.parametrize("kind", ["none", "tests-matter"])
def test_proceeding_that_is_not_offered_is_not_begun(signed_in, owner, enterprise, monkeypatch, kind):
    monkeypatch.setitem(BY_SLUG, "tests-matter", dataclasses.replace(BY_SLUG["tests-matter"], offered=False))

    assert signed_in(owner).get(address("begin", enterprise, kind=kind)).status_code == 404


@pytest.mark.parametrize("language", CODES)
def test_enterprise_leads_to_its_matters(signed_in, owner, enterprise, language):
    with translation.override(language):
        place = enterprise.get_absolute_url()

    assert address("list", enterprise, language) in signed_in(owner).get(place).text


def start(language: str = "en", kind: str = "tests-matter") -> str:
    with translation.override(language):
        return reverse("matters:start", kwargs={"kind": kind})


def test_who_acts_for_one_enterprise_begins_for_it_at_once(signed_in, owner, enterprise):
    response = signed_in(owner).get(start())

    assert (response.status_code, response.url) == (302, address("begin", enterprise, kind="tests-matter"))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-hans", "为贵方哪家企业办理？"),
        ("en", "For which of your enterprises?"),
        ("ru", "Для какого из ваших предприятий?"),
    ],
)
def test_who_acts_for_several_enterprises_chooses(signed_in, owner, enterprise, language, words):
    other = EnterpriseFactory.create(owner=owner)

    shown = signed_in(owner).get(start(language)).text

    assert words in shown
    assert [address("begin", one, language, kind="tests-matter") in shown for one in (enterprise, other)] == [True] * 2


def test_who_acts_for_no_enterprise_is_told_how_to_come_to_one(signed_in, enterprise):
    viewer = MembershipFactory.create(enterprise=enterprise, role=Role.VIEWER).person

    shown = signed_in(viewer).get(start()).text

    assert ("Matters are filed by enterprises" in shown, reverse("enterprises:list") in shown) == (True, True)


def test_what_is_not_offered_is_not_begun(signed_in, owner, enterprise):
    assert signed_in(owner).get(start(kind="no-such-kind")).status_code == 404


def test_country_of_the_other_side_goes_along_to_where_it_is_asked_for(signed_in, owner, enterprise):
    JurisdictionFactory.create(code="kz")
    client = signed_in(owner)

    led = client.get(start() + "?country=kz")
    begun = client.post(led["Location"], {"title": "Walnuts", "language": "en"})
    shown = client.get(begun["Location"])

    matter = Matter.objects.get()
    assert led["Location"] == address("begin", enterprise, kind="tests-matter") + "?country=kz"
    assert begun["Location"] == address("parties", enterprise, matter=matter.key) + "?country=kz"
    assert '<option value="kz" selected>' in shown.text


def test_country_goes_along_past_the_choice_of_an_enterprise_and_nonsense_does_not(signed_in, owner, enterprise):
    JurisdictionFactory.create(code="kz")
    EnterpriseFactory.create(owner=owner)
    client, place = signed_in(owner), address("begin", enterprise, kind="tests-matter")

    known, *nonsense = (client.get(start() + f"?country={code}").text for code in ("kz", "nowhere", "%00"))

    assert f'"{place}?country=kz"' in known
    assert [f'"{place}"' in shown for shown in nonsense] == [True, True]
