"""Translators change words, whatever their form sends."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from legal.laws.models import Law
from portal.accounts.actions import apply_roles
from portal.accounts.models import User
from portal.reference.models import Jurisdiction, Term
from tests.factories import JurisdictionFactory, LawFactory
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def translator(client: Client) -> User:
    apply_roles()
    user = User.objects.create_user("translator@portal.example", is_staff=True, language="en")
    user.groups.add(Group.objects.get(name="translator"))
    signed_in_staff(client, user)
    return user


def test_translator_changes_the_words_of_a_law_and_none_of_its_facts(client: Client) -> None:
    law = LawFactory.create(number="1", title_en="Law", source="https://law.example/", named=["Another name"])

    response = client.post(
        reverse("admin:laws_law_change", args=[law.pk]),
        {
            "title_zh_hans": "法",
            "title_en": "Act",
            "title_ru": "Закон",
            "kind": "treaty",
            "number": "2",
            "source": "",
            "other_names": "",
            "repealed": "2026-01-01",
            "topics": [],
            "editions-TOTAL_FORMS": 0,
            "editions-INITIAL_FORMS": 0,
        },
    )

    after = Law.objects.get(pk=law.pk)
    assert (response.status_code, after.title_en) == (302, "Act")
    assert (after.kind, after.number, after.source, after.repealed) == ("law", "1", "https://law.example/", None)
    assert "Another name" in {name.name for name in after.names.all()}


def test_translator_changes_the_names_of_a_jurisdiction_and_not_its_rank(client: Client) -> None:
    jurisdiction = JurisdictionFactory.create(position=3)

    client.post(
        reverse("admin:reference_jurisdiction_change", args=[jurisdiction.pk]),
        {"kind": "organisation", "position": 1, "name_zh_hans": "中国", "name_en": "PRC", "name_ru": "КНР"},
    )

    after = Jurisdiction.objects.get(pk=jurisdiction.pk)
    assert (after.name_en, after.kind, after.position) == ("PRC", "country", 3)


def test_translator_changes_the_words_of_a_term_and_not_its_kind(client: Client) -> None:
    term = Term.objects.create(kind="glossary", zh=["要约"])

    client.post(
        reverse("admin:reference_term_change", args=[term.pk]),
        {"kind": "vocabulary", "zh": "要约", "en": "offer", "ru": "оферта", "note": ""},
    )

    term.refresh_from_db()
    assert (term.kind, term.en, term.ru) == ("glossary", ["offer"], ["оферта"])


@pytest.mark.parametrize("model", ["jurisdiction", "region", "topic", "term"])
def test_translator_adds_and_deletes_nothing(client: Client, model: str) -> None:
    term = Term.objects.create(kind="glossary", zh=["要约"])

    added = client.post(reverse(f"admin:reference_{model}_add"), {})
    deleted = client.post(reverse("admin:reference_term_delete", args=[term.pk]), {"post": "yes"})

    assert (added.status_code, deleted.status_code, Term.objects.count()) == (403, 403, 1)


def test_who_may_change_a_record_finds_nothing_locked(client: Client) -> None:
    signed_in_staff(client, User.objects.create_superuser("root@portal.example", language="en"))
    jurisdiction = JurisdictionFactory.create(position=3)

    client.post(
        reverse("admin:reference_jurisdiction_change", args=[jurisdiction.pk]),
        {"kind": "country", "position": 1, "name_zh_hans": "中国", "name_en": "China", "name_ru": "Китай"},
    )

    assert Jurisdiction.objects.get(pk=jurisdiction.pk).position == 1
