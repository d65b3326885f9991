"""Reference data edited in the console, and what follows."""

import pytest
from django.test import Client
from django.urls import reverse

from portal.accounts.models import User
from portal.reference import actions
from portal.reference.models import Jurisdiction, Region, Term, Topic
from portal.search.actions import TERMS
from portal.search.models import Change
from tests.factories import JurisdictionFactory, RegionFactory, TopicFactory
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db

WORDS = {
    "kind": "glossary",
    "zh": "合同\n契约\n\n合同",
    "en": "contract",
    "ru": " договор ",
    "note": "",
    "everyday": "",
}


@pytest.fixture(autouse=True)
def staff(client: Client) -> Client:
    signed_in_staff(client, User.objects.create_superuser("staff@portal.example", language="en"))
    return client


def changes() -> list[tuple[str, int]]:
    return list(Change.objects.values_list("source", "key"))


def test_term_is_typed_a_word_a_line_and_taken_up_by_search(client: Client) -> None:
    client.post(reverse("admin:reference_term_add"), WORDS)

    term = Term.objects.get()
    assert (term.zh, term.en, term.ru) == (["合同", "契约"], ["contract"], ["договор"])
    assert changes() == [(TERMS, term.pk)]


def test_term_shows_its_words_a_line_each(client: Client) -> None:
    term = Term.objects.create(kind="glossary", zh=["合同", "契约"], en=["contract"])

    page = client.get(reverse("admin:reference_term_change", args=[term.pk])).text

    assert "合同\n契约</textarea>" in page


def test_term_saved_unchanged_counts_as_unchanged(client: Client) -> None:
    term = Term.objects.create(kind="glossary", zh=["合同", "契约"], en=["contract"], ru=["договор"])

    response = client.post(
        reverse("admin:reference_term_change", args=[term.pk]), WORDS | {"zh": "合同\r\n契约"}, follow=True
    )

    assert response.context["user"].logentry_set.get().get_change_message() == "No fields changed."


def test_term_needs_a_word(client: Client) -> None:
    response = client.post(reverse("admin:reference_term_add"), WORDS | {"zh": " \n", "en": "", "ru": ""})

    assert "A term needs a word in one language at least." in response.text
    assert not Term.objects.exists()


def test_everyday_word_needs_its_language(client: Client) -> None:
    response = client.post(reverse("admin:reference_term_add"), WORDS | {"kind": "everyday", "everyday": "fired"})

    assert "An everyday word needs its word and its language" in response.text


def test_deleted_term_leaves_search(client: Client) -> None:
    term = Term.objects.create(kind="glossary", zh=["合同"])

    client.post(reverse("admin:reference_term_delete", args=[term.pk]), {"post": "yes"})

    assert not Term.objects.exists()
    assert changes() == [(TERMS, term.pk)]


def test_several_terms_are_deleted_at_once(client: Client) -> None:
    terms = [Term.objects.create(kind="glossary", zh=[word]) for word in ("合同", "要约")]

    client.post(
        reverse("admin:reference_term_changelist"),
        {"action": "delete_selected", "_selected_action": [term.pk for term in terms], "post": "yes"},
    )

    assert sorted(key for _, key in changes()) == sorted(term.pk for term in terms)


def test_terms_are_listed_with_their_words(client: Client) -> None:
    Term.objects.create(kind="glossary", zh=["合同", "契约"], en=["contract", "agreement"], ru=["договор"])

    page = client.get(reverse("admin:reference_term_changelist"), {"q": "agree"}).text

    assert "合同；契约" in page
    assert "contract; agreement" in page


def test_jurisdiction_keeps_its_code_and_gets_its_sorting_keys(client: Client) -> None:
    jurisdiction = JurisdictionFactory.create(code="kz")

    client.post(
        reverse("admin:reference_jurisdiction_change", args=[jurisdiction.pk]),
        {
            "code": "other",
            "kind": "country",
            "position": 2,
            "name_zh_hans": "哈萨克斯坦",
            "name_en": "Kazakhstan",
            "name_ru": "Казахстан",
            "languages": "kk\nru",
            "treaties": "",
        },
    )

    jurisdiction = Jurisdiction.objects.get()
    assert (jurisdiction.code, jurisdiction.languages, jurisdiction.treaties) == ("kz", ["kk", "ru"], [])
    assert (jurisdiction.name_key_en, jurisdiction.name_key_ru) == ("kazakhstan", "казахстан")
    assert changes() == [(TERMS, jurisdiction.pk)]


def test_new_jurisdiction_is_given_a_code(client: Client) -> None:
    client.post(
        reverse("admin:reference_jurisdiction_add"),
        {"code": "tj", "kind": "country", "position": 4, "name_zh_hans": "塔吉克斯坦", "languages": "", "treaties": ""},
    )

    assert Jurisdiction.objects.get().code == "tj"


@pytest.mark.parametrize("name", ["region", "topic"])
def test_names_are_edited_in_three_languages(client: Client, name: str) -> None:
    row: Region | Topic = RegionFactory.create() if name == "region" else TopicFactory.create()

    page = client.get(reverse(f"admin:reference_{name}_change", args=[row.pk])).text

    assert all(f'name="name_{column}"' in page for column in ("zh_hans", "en", "ru"))


def test_renamed_region_is_taken_up_by_search(client: Client) -> None:
    region = RegionFactory.create()

    client.post(
        reverse("admin:reference_region_change", args=[region.pk]),
        {"jurisdiction": region.jurisdiction.pk, "code": region.code, "name_zh_hans": "喀什", "name_en": "Kashgar"},
    )

    assert Region.objects.get().name_en == "Kashgar"
    assert changes() == [(TERMS, region.pk)]


def test_renamed_topic_is_taken_up_by_pages(client: Client) -> None:
    topic = TopicFactory.create()

    client.post(
        reverse("admin:reference_topic_change", args=[topic.pk]),
        {"slug": topic.slug, "position": 1, "name_zh_hans": "合同", "name_en": "Contract"},
    )

    assert Topic.objects.get().name_en == "Contract"
    assert changes() == [(TERMS, topic.pk)]


def test_log_says_who_edited_what(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    region, term = RegionFactory(), Term.objects.create(kind="glossary", zh=["合同"])
    by = User.objects.get()
    caplog.set_level("INFO", "portal.reference.actions")

    actions.save_region(region, by=by)
    actions.delete_terms([term], by=by)

    assert caplog.messages == [f"region {region.pk} saved by user {by.pk}", f"term {term.pk} deleted by user {by.pk}"]
