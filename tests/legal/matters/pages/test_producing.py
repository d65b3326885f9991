"""Exhibits are picked into a matter; what is for the institution alone is shown to the side that produced it alone."""

from dataclasses import replace

import pytest

from legal.matters.actions import producing
from legal.matters.kinds import BY_SLUG
from legal.matters.views import producing as views
from portal.languages import CODES
from tests.factories import ExhibitFactory, ProducedFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]


@pytest.mark.parametrize("language", CODES)
def test_exhibits_are_picked_in_each_language(signed_in, at, draft, language):
    first, second = ExhibitFactory.create_batch(2, enterprise=draft.enterprise)
    client, place = signed_in(draft.begun_by), at("exhibits", draft, language)
    offered = client.get(place).text

    picked = client.post(place, {"exhibits": [second.key, first.key], "audience": "side"})
    shown = client.get(place).text

    assert (first.name in offered, picked["Location"]) == (True, place)
    assert [one.exhibit for one in draft.produced.all()] == [second, first]
    assert '<form class="form"' not in shown
    assert first.name in client.get(at("matter", draft, language)).text


@pytest.mark.parametrize(("tribunal", "status"), [(True, 302), (False, 422)])
def test_exhibit_is_for_the_tribunal_alone_only_where_one_hears_the_matter(
    signed_in, at, draft, monkeypatch, proceeding, tribunal, status
):
    monkeypatch.setitem(BY_SLUG, proceeding.slug, replace(proceeding, tribunal=tribunal))
    exhibit = ExhibitFactory.create(enterprise=draft.enterprise)
    client, place = signed_in(draft.begun_by), at("exhibits", draft)

    shown = client.get(place).text
    picked = client.post(place, {"exhibits": [exhibit.key], "audience": "tribunal"})

    assert ('value="tribunal"' in shown, picked.status_code) == (tribunal, status)


@pytest.mark.parametrize("language", CODES)
def test_exhibits_to_choose_from_are_paged_and_picked_on_each_page(signed_in, at, draft, monkeypatch, language):
    monkeypatch.setattr(views, "A_PAGE", 2)
    made = ExhibitFactory.create_batch(3, enterprise=draft.enterprise)
    client, place = signed_in(draft.begun_by), at("exhibits", draft, language)

    first, second = client.get(place), client.get(place, {"page": 2})
    picked = client.post(f"{place}?page=2", {"exhibits": [made[2].key], "audience": "everyone"})

    assert [[choice.data["value"] for choice in one.context["form"]["exhibits"]] for one in (first, second)] == [
        [made[0].key, made[1].key],
        [made[2].key],
    ]
    assert ("?page=2" in first.text, picked["Location"]) == (True, place)
    assert draft.produced.get().exhibit == made[2]


def test_what_is_produced_stands_on_one_page_since_no_matter_has_more_than_the_limit(signed_in, at, draft, monkeypatch):
    monkeypatch.setattr(producing, "MOST_PRODUCED", 2)
    made = ExhibitFactory.create_batch(3, enterprise=draft.enterprise)
    client, place = signed_in(draft.begun_by), at("exhibits", draft)

    client.post(place, {"exhibits": [made[0].key, made[1].key], "audience": "everyone"})
    client.post(place, {"exhibits": [made[2].key], "audience": "everyone"})

    assert [one.exhibit for one in draft.produced.all()] == made[:2]


def test_empty_list_says_so(signed_in, at, draft):
    ExhibitFactory.create()

    assert (
        "The list of exhibits of the enterprise is empty." in signed_in(draft.begun_by).get(at("exhibits", draft)).text
    )


@pytest.mark.parametrize(
    ("typed", "field"),
    [({"exhibits": []}, "exhibits"), ({"exhibits": ["2" * 12]}, "exhibits"), ({"audience": "nobody"}, "audience")],
)
def test_choice_that_is_wrong_is_shown_again(signed_in, at, draft, typed, field):
    exhibit = ExhibitFactory.create(enterprise=draft.enterprise)

    answer = signed_in(draft.begun_by).post(
        at("exhibits", draft), {"exhibits": [exhibit.key], "audience": "everyone"} | typed
    )

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])


def test_choice_that_cannot_be_produced_says_why(signed_in, at, draft, monkeypatch):
    monkeypatch.setattr(producing, "MOST_PRODUCED", 0)
    exhibit = ExhibitFactory.create(enterprise=draft.enterprise)

    answer = signed_in(draft.begun_by).post(at("exhibits", draft), {"exhibits": [exhibit.key], "audience": "everyone"})

    assert "More exhibits than these cannot be produced in one matter." in answer.text


def test_exhibit_is_taken_out_upon_the_version_that_was_seen(signed_in, at, draft):
    original = ProducedFactory.create(matter=draft).exhibit
    translation = ExhibitFactory.create(enterprise=draft.enterprise, translation_of=original)
    ProducedFactory.create(matter=draft, exhibit=translation)
    client, place = signed_in(draft.begun_by), at("take-out", draft, position=1)
    assert f"Translation of {original.name}" in client.get(at("exhibits", draft)).text

    nameless = client.post(place)
    late = client.post(place, {"version": 9}, follow=True).text
    done = client.post(place, {"version": 1}, follow=True).text

    assert nameless.status_code == 404
    assert "Somebody has saved other answers" in late
    assert "The exhibit is taken out of this matter." in done
    assert [one.exhibit for one in draft.produced.all()] == [translation]


def test_submitted_exhibit_has_no_button_and_what_others_produced_for_the_institution_is_not_shown(
    signed_in, at, submitted
):
    ProducedFactory.create(matter=submitted, submission=submitted.submissions.get())
    hidden = ProducedFactory.create(matter=submitted, side="respondent", audience="institution").exhibit
    type(submitted).objects.update(state="asked")
    client = signed_in(submitted.begun_by)

    pages = [client.get(at(name, submitted)).text for name in ("exhibits", "matter")]

    assert "take-out" not in pages[0]
    assert [hidden.name in page for page in pages] == [False, False]
