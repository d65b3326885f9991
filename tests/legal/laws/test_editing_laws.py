"""A law edited in the console, and what follows: names, ends of editions, feeds, the index."""

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from legal.laws.models import Change, Citation, Edition, Law
from legal.laws.naming import cited_key
from portal.accounts.models import User
from portal.search.models import Change as IndexChange
from tests.factories import EditionFactory, LawFactory, ProvisionFactory, ProvisionTextFactory, TopicFactory
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def staff(client: Client) -> User:
    user = User.objects.create_superuser("staff@portal.example", language="en")
    signed_in_staff(client, user)
    return user


def edit(client: Client, law: Law, **typed: Any) -> Law:
    values = {
        "kind": law.kind,
        "number": "",
        "source": "",
        "topics": [],
        "other_names": "",
        "adopted": "",
        "in_force": "",
        "repealed": "",
        **{f"title_{column}": getattr(law, f"title_{column}") for column in ("zh_hans", "en", "ru")},
        "editions-TOTAL_FORMS": 0,
        "editions-INITIAL_FORMS": 0,
    }
    response = client.post(reverse("admin:laws_law_change", args=[law.pk]), values | typed)
    assert response.status_code == 302, response.context["errors"]
    return Law.objects.get(pk=law.pk)


def test_edited_law_is_changed_now_sorted_anew_and_taken_up_by_search(client: Client) -> None:
    law = LawFactory.create(changed_at=datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC))

    edited = edit(client, law, title_en="The Elk Act", topics=[TopicFactory.create().pk])

    assert (edited.title_en, edited.title_key_en) == ("The Elk Act", "the elk act")
    assert edited.changed_at > law.changed_at
    assert [topic.slug for topic in edited.topics.all()] == ["contract"]
    assert list(IndexChange.objects.values_list("source", "key")) == [("laws", law.pk)]


def test_law_keeps_what_its_addresses_stand_on(client: Client) -> None:
    law = LawFactory.create(slug="civil-code")

    edited = edit(client, law, slug="other", jurisdiction="", original_language="ru")

    assert (edited.slug, edited.jurisdiction, edited.original_language) == ("civil-code", law.jurisdiction, "zh")


def test_law_answers_to_its_titles_and_to_the_names_typed(client: Client) -> None:
    law = LawFactory.create(title_zh_hans="甲法", title_en="A Act", title_ru="Закон А", named=["Old name"])

    edited = edit(client, law, short_title_en="AA", other_names="A-Act of 1999\n甲法")

    assert {name.name for name in edited.names.all()} == {"甲法", "A Act", "Закон А", "AA", "A-Act of 1999"}


def test_law_may_have_a_title_in_one_language_alone(client: Client) -> None:
    edited = edit(client, LawFactory.create(), title_zh_hans="", title_en="", title_ru="Закон")

    assert (edited.title_zh_hans or "", edited.title_en or "", edited.title_ru) == ("", "", "Закон")


def test_law_needs_a_title(client: Client) -> None:
    law = LawFactory.create()

    response = client.post(
        reverse("admin:laws_law_change", args=[law.pk]),
        {"kind": law.kind, "editions-TOTAL_FORMS": 0, "editions-INITIAL_FORMS": 0},
    )

    assert "A law needs a title in one language at least." in response.text


def test_whoever_may_only_look_sees_a_law(client: Client) -> None:
    law = LawFactory.create(title_en="A Act")
    reader = User.objects.create_user("reader@portal.example", is_staff=True, language="en")
    reader.user_permissions.set(Permission.objects.filter(codename__in=["view_law", "view_edition"]))
    signed_in_staff(client, reader)

    page = client.get(reverse("admin:laws_law_change", args=[law.pk])).text

    assert "A Act" in page
    assert 'name="title_en"' not in page


def test_name_that_is_too_long_is_refused(client: Client) -> None:
    law = LawFactory.create(title_en="Act")
    address = reverse("admin:laws_law_change", args=[law.pk])

    response = client.post(address, {"other_names": f"short\n{'y' * 501}"})

    assert response.context["adminform"].form.errors["other_names"] == [
        "Ensure this value has at most 500 characters (it has 501)."
    ]


def test_form_offers_the_other_names_alone(client: Client) -> None:
    law = LawFactory.create(title_zh_hans="甲法", title_en="A Act", title_ru="Закон А", named=["Old name"])

    page = client.get(reverse("admin:laws_law_change", args=[law.pk])).text

    assert "Old name</textarea>" in page
    assert "A Act\nOld name" not in page


def test_citation_that_waited_for_a_name_gets_its_link(client: Client) -> None:
    law = LawFactory.create()
    citing = ProvisionTextFactory.create(body="《长江保护法》").provision
    waiting = Citation.objects.create(
        provision=citing, language="zh", start=0, end=7, name="长江保护法", key=cited_key("长江保护法")
    )

    edit(client, law, other_names="长江保护法")

    waiting.refresh_from_db()
    assert waiting.law == law


def test_repeal_ends_the_last_edition_and_is_told_in_feeds(client: Client) -> None:
    law = LawFactory.create()
    EditionFactory.create(law=law, in_force=datetime.date(2010, 1, 1))
    EditionFactory.create(law=law, in_force=datetime.date(2020, 1, 1))

    edit(client, law, repealed="2024-05-01")

    assert list(Edition.objects.order_by("day").values_list("until", flat=True)) == [
        datetime.date(2020, 1, 1),
        datetime.date(2024, 5, 1),
    ]
    assert [change.kind for change in Change.objects.all()] == [Change.Kind.REPEALED]


def test_repeal_taken_back_opens_the_last_edition(client: Client) -> None:
    law = LawFactory.create(repealed=datetime.date(2024, 5, 1))
    EditionFactory.create(law=law, until=datetime.date(2024, 5, 1))

    edit(client, law, repealed="")

    assert Edition.objects.get().until is None
    assert not Change.objects.exists()


def test_text_of_a_law_is_shown_and_cannot_be_written(client: Client) -> None:
    text = ProvisionTextFactory.create(body="第一条正文。")
    provision = text.provision

    edition = client.get(reverse("admin:laws_edition_change", args=[provision.edition_id])).text
    listed = client.get(reverse("admin:laws_provision_changelist"), {"edition__id__exact": provision.edition_id}).text
    shown = client.get(reverse("admin:laws_provision_change", args=[provision.pk])).text

    assert f"provision/?edition__id__exact={provision.edition_id}" in edition
    assert provision.path in listed
    assert "第一条正文。" in shown
    assert 'name="_save"' not in edition + shown
    assert client.post(reverse("admin:laws_provision_change", args=[provision.pk]), {}).status_code == 403


def test_law_is_found_by_a_piece_of_its_title(client: Client) -> None:
    LawFactory.create(title_en="Arbitration Act")
    LawFactory.create(title_en="Customs Act")

    page = client.get(reverse("admin:laws_law_changelist"), {"q": "arbitr"}).text

    assert "Arbitration Act" in page
    assert "Customs Act" not in page


@pytest.mark.parametrize("name", ["law", "edition", "provision", "change"])
def test_list_is_never_counted_and_takes_the_same_queries_for_one_row_and_for_three(client: Client, name: str) -> None:
    def make() -> None:
        law = LawFactory.create()
        ProvisionFactory.create(edition=EditionFactory.create(law=law))
        Change.objects.create(law=law, kind=Change.Kind.LAW_ADDED)

    address = reverse(f"admin:laws_{name}_changelist")
    make()
    client.get(address)
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    make()
    make()
    with CaptureQueriesContext(connection) as three:
        client.get(address)

    assert len(three) == len(one)
    assert [query["sql"] for query in three if f'COUNT(*) AS "__count" FROM "laws_{name}"' in query["sql"]] == []
