import time

import pytest
from django.contrib.messages import constants
from django.contrib.messages.storage.session import SessionStorage
from django.core.cache import cache
from django.utils import timezone

from legal.laws import freshness
from legal.laws.models import Law
from legal.laws.terms import terms_in
from portal.accounts.models import User
from portal.reference.models import Term
from portal.search.models import Progress
from tests.legal.laws.pages.days import TODAY
from tests.legal.laws.pages.shelf import contract

pytestmark = pytest.mark.django_db

ARTICLE = "/en/laws/cn/contract-law/article-1/"
CODE = "/en/laws/cn/contract-law/?with=zh"
PAGES = [
    "/en/laws/",
    "/en/laws/cn/contract-law/",
    CODE,
    ARTICLE,
    "/en/laws/cn/contract-law/compare/2018-01-01/2021-01-01/",
]


def again(client, response, address):
    """The answer to who has seen a page and asks for it again."""
    return client.get(address, headers={"If-None-Match": response["ETag"]})


@pytest.mark.parametrize("address", PAGES)
def test_page_seen_before_is_not_sent_again(client, address):
    contract()
    seen = client.get(address)

    response = again(client, seen, address)

    assert (response.status_code, response.content, response["ETag"]) == (304, b"", seen["ETag"])
    assert seen["Cache-Control"] == "private, no-cache"
    assert "Cookie" in seen["Vary"]


def test_page_is_sent_again_when_any_law_has_changed(client):
    contract()
    seen = client.get(ARTICLE)
    Law.objects.update(changed_at=timezone.now())

    assert again(client, seen, ARTICLE).status_code == 200


def test_page_is_sent_again_when_what_it_names_has_changed(client):
    contract()
    seen = client.get(ARTICLE)
    Progress.objects.update_or_create(pk=1, defaults={"terms": 7})

    assert again(client, seen, ARTICLE).status_code == 200


def test_change_reaches_signed_out_readers_when_the_time_allowed_is_over(client, settings, monkeypatch):
    contract()
    settings.PAGES_BEHIND = 60
    monkeypatch.setattr(freshness, "known", {})
    seen = client.get(ARTICLE)
    Law.objects.update(changed_at=timezone.now())

    before = again(client, seen, ARTICLE)
    settings.PAGES_BEHIND = 0
    after = again(client, seen, ARTICLE)

    assert (before.status_code, after.status_code) == (304, 200)


def test_change_reaches_signed_in_readers_at_once(client, settings):
    contract()
    settings.PAGES_BEHIND = 60
    client.force_login(User.objects.create_user("reader@example.org", "a long password"))
    seen = client.get(ARTICLE)
    Law.objects.update(changed_at=timezone.now())

    assert again(client, seen, ARTICLE).status_code == 200


def test_page_is_sent_again_on_another_day(client, monkeypatch):
    contract()
    seen = client.get(ARTICLE)
    monkeypatch.setattr(timezone, "localdate", lambda: TODAY.replace(day=25))

    assert again(client, seen, ARTICLE).status_code == 200


def test_page_is_sent_again_by_another_release(client, monkeypatch):
    contract()
    seen = client.get(ARTICLE)
    monkeypatch.setattr(freshness, "release", lambda: "the next one")

    assert again(client, seen, ARTICLE).status_code == 200


def test_release_is_told_by_what_the_portal_is_made_of(settings, tmp_path):
    freshness.release.cache_clear()
    real = freshness.release()
    freshness.release.cache_clear()
    settings.BASE_DIR = tmp_path

    bare = freshness.release()
    freshness.release.cache_clear()

    assert (real.isdigit(), bare) == (True, "0")


def test_signed_in_reader_is_not_shown_what_was_made_for_others(client):
    contract()
    anonymous = client.get(ARTICLE)
    client.force_login(User.objects.create_user("reader@example.org", "a long password"))

    response = again(client, anonymous, ARTICLE)

    assert (response.status_code, response["ETag"] == anonymous["ETag"]) == (200, False)


def test_signed_out_readers_share_one_making_of_a_page(client, django_assert_num_queries):
    contract()
    made = client.get(ARTICLE)

    with django_assert_num_queries(1):
        kept = client.get(ARTICLE)

    assert (kept.content, kept["ETag"], kept["Content-Type"]) == (made.content, made["ETag"], made["Content-Type"])


def test_page_asked_for_again_and_again_is_kept_near(client):
    contract()
    made = client.get(ARTICLE)
    client.get(ARTICLE)
    cache.clear()

    again_and_again = client.get(ARTICLE)

    assert again_and_again.content == made.content
    assert freshness.kept(made.wsgi_request, made["ETag"]) is not None


def test_address_with_a_query_is_not_kept(client, django_assert_max_num_queries):
    contract()
    client.get(CODE)

    with pytest.raises(pytest.fail.Exception), django_assert_max_num_queries(1):
        client.get(CODE)


def test_page_of_a_whole_code_is_not_kept(client, monkeypatch):
    monkeypatch.setattr(freshness, "LARGEST_KEPT", 10)
    contract()
    made = client.get(ARTICLE)
    monkeypatch.setattr(freshness, "LARGEST_KEPT", 200_000)

    assert freshness.kept(made.wsgi_request, made["ETag"]) is None


def test_page_that_sets_a_cookie_is_not_kept(client):
    contract()
    response = client.get(CODE)
    request = client.get(ARTICLE).wsgi_request
    response.set_cookie("mine", "yes")

    freshness.keep(request, response, "tag")

    assert freshness.kept(request, "tag") is None


def test_page_that_is_not_found_has_no_tag(client):
    contract()

    response = client.get("/en/laws/cn/contract-law/article-99/")

    assert (response.status_code, response.has_header("ETag")) == (404, False)


def test_reader_who_waits_for_a_message_is_shown_a_fresh_page(client):
    contract()
    client.force_login(User.objects.create_user("reader@example.org", "a long password"))
    seen = client.get(ARTICLE)
    storage = SessionStorage(seen.wsgi_request)
    storage.add(constants.INFO, "Saved.")
    storage.update(seen)
    seen.wsgi_request.session.save()

    assert again(client, seen, ARTICLE).status_code == 200


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_pages_of_law_are_only_read(client, method):
    contract()

    assert getattr(client, method)(ARTICLE).status_code == 405


def glossary_with(word):
    Term.objects.glossary().delete()
    Term.objects.create(kind="glossary", zh=["甲"], en=[word], ru=["слово"])


def test_terms_of_a_page_are_as_new_as_the_stamp_it_is_kept_under(settings, monkeypatch):
    settings.PAGES_BEHIND = 60
    monkeypatch.setattr(freshness, "known", {})
    found = []
    for word in ("contract", "carriage"):
        glossary_with(word)
        freshness.known["stamp"] = (time.monotonic(), "", word)
        found += terms_in([("en", "A contract of carriage.")], recent=True)

    assert [concept.words["en"] for concept in found] == ["contract", "carriage"]


@pytest.mark.parametrize(("recent", "shown"), [(True, "contract"), (False, "carriage")])
def test_changed_term_reaches_signed_in_readers_at_once(settings, monkeypatch, recent, shown):
    settings.PAGES_BEHIND = 60
    monkeypatch.setattr(freshness, "known", {})
    glossary_with("contract")
    terms_in([("en", "A contract of carriage.")], recent=True)
    glossary_with("carriage")

    found = terms_in([("en", "A contract of carriage.")], recent=recent)

    assert [concept.words["en"] for concept in found] == [shown]


def test_slow_answer_does_not_replace_that_to_a_later_question(monkeypatch):
    monkeypatch.setattr(freshness, "known", {})

    def slow() -> str:
        freshness.known["glossary"] = (time.monotonic(), "", "later")
        return "earlier"

    assert freshness.recently("glossary", slow) == "earlier"
    assert freshness.known["glossary"][2] == "later"
