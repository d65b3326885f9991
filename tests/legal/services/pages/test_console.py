"""What staff do with services in the console, and what they do not."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from legal.services.kinds import Known, Membership, Need
from legal.services.models import Basis, Figure, Legalization, Material, Service
from legal.services.waiting import changed
from portal.accounts.actions import apply_roles
from portal.history.models import Entry
from portal.search.models import Change
from portal.themed import in_columns
from tests.factories import (
    BasisFactory,
    EditionFactory,
    JurisdictionFactory,
    LegalizationFactory,
    MaterialFactory,
    ProvisionFactory,
    ProvisionTextFactory,
    ServiceFactory,
    UserFactory,
)
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db


def at(name: str, *parts: object) -> str:
    return reverse(f"admin:services_{name}", args=parts)


@pytest.fixture
def staff(client):
    def sign_in(role: str):
        apply_roles()
        user = UserFactory.create(is_staff=True, language="en")
        user.groups.add(Group.objects.get(name=role))
        return signed_in_staff(client, user)

    return sign_in


@pytest.fixture
def editor(staff):
    return staff("law-editor")


def typed(**given: object) -> dict[str, object]:
    blank = dict.fromkeys(in_columns("name", "audience", "description", "apply_today"), "")
    return {"slug": "escrow", "position": 8, "is_shown": "on"} | blank | given


def changed_article(**facts: object) -> Basis:
    basis = BasisFactory.create(edition="2018-01-01", checked_on=datetime.date(2018, 1, 1), **facts)
    edition = EditionFactory.create(law=basis.law)
    ProvisionTextFactory.create(provision=ProvisionFactory.create(edition=edition, path="article-30"))
    return basis


def test_editor_makes_a_service_that_search_reads_and_the_history_keeps(editor) -> None:
    answer = editor.post(at("service_add"), typed(name_en="Escrow"))

    service = Service.objects.get()
    assert (answer.status_code, service.name_en) == (302, "Escrow")
    assert list(Change.objects.values_list("source", "key")) == [("services", service.pk)]
    assert Entry.objects.of(Service, str(service.pk)).exists()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "A service needs a name in one language at least."),
        ({"slug": "adviser", "name_en": "X"}, "Another page stands"),
    ],
)
def test_service_without_a_name_or_at_an_address_that_is_taken_is_refused(editor, given, said) -> None:
    answer = editor.post(at("service_add"), typed(**given))

    assert said in answer.text
    assert not Service.objects.exists()


def test_address_of_a_service_stays(editor) -> None:
    service = ServiceFactory.create(slug="escrow")

    editor.post(at("service_change", service.pk), typed(slug="other", name_en="Escrow account"))

    service.refresh_from_db()
    assert (service.slug, service.name_en) == ("escrow", "Escrow account")


def test_list_tells_changed_articles_until_the_text_is_held_against_them(editor) -> None:
    basis = changed_article()
    BasisFactory.create(service=basis.service, law=None, path="", name_en="Another law")
    before, waiting = editor.get(at("service_changelist")).text, changed()

    chosen = {"action": "note_checked", "_selected_action": [basis.service.pk]}
    after = editor.post(at("service_changelist"), chosen, follow=True).text

    assert ("1 article changed" in before, waiting.count) == (True, 1)
    assert "is held against the law of today" in after
    assert ("1 article changed" in after, changed().count) == (False, 0)


def test_editor_keeps_the_papers_of_a_service(editor) -> None:
    material = MaterialFactory.create()
    given = {"service": material.service_id, "position": 1, "need": Need.COPY}
    names = dict.fromkeys(in_columns("name"), "Copy")

    editor.post(at("material_change", material.pk), given | names)
    editor.post(at("material_add"), given | names)
    editor.post(at("material_delete", material.pk), {"post": "yes"})

    assert list(Material.objects.values_list("need", "name_ru")) == [(Need.COPY, "Copy")]
    assert set(Change.objects.values_list("key", flat=True)) == {material.service_id}
    assert "Copy" in editor.get(at("material_changelist")).text


def test_basis_that_names_another_place_is_held_against_the_law_of_today(editor) -> None:
    basis = changed_article()
    given = {"service": basis.service_id, "position": 1, "law": basis.law_id, "path": "article-30"}
    blank = dict.fromkeys(in_columns("name", "about"), "")

    editor.post(at("basis_change", basis.pk), given | blank)
    unchanged = Basis.objects.get().edition
    editor.post(at("basis_change", basis.pk), given | blank | {"path": "article-31"})

    assert (unchanged, Basis.objects.get().edition) == ("2018-01-01", "2021-01-01")
    assert "No longer at this place" not in editor.get(at("basis_changelist")).text


def test_basis_without_law_or_name_is_refused_and_chosen_ones_can_be_deleted(editor) -> None:
    basis = BasisFactory.create()
    blank = dict.fromkeys(in_columns("name", "about"), "")

    refused = editor.post(at("basis_add"), {"service": basis.service_id, "position": 1, "path": ""} | blank)
    chosen = {"action": "delete_selected", "_selected_action": [basis.pk], "post": "yes"}
    editor.post(at("basis_changelist"), chosen)

    assert "Choose a law, or name one that is not held." in refused.text
    assert not Basis.objects.exists()


def test_editor_says_which_rule_a_service_takes_its_time_from(editor) -> None:
    service = ServiceFactory.create()
    given = {"service": service.pk, "position": 1, "aspect": "time", "rule": "notarization"}

    editor.post(at("figure_add"), given)
    figure = Figure.objects.get()
    editor.post(at("figure_change", figure.pk), given | {"aspect": "cost"})

    assert list(Figure.objects.values_list("rule", "aspect")) == [("notarization", "cost")]
    assert "notarization" in editor.get(at("figure_changelist")).text
    editor.post(at("figure_delete", figure.pk), {"post": "yes"})
    assert not Figure.objects.exists()


def test_state_is_entered_with_its_source_or_not_at_all(editor) -> None:
    JurisdictionFactory.create()
    state = LegalizationFactory.create(jurisdiction=JurisdictionFactory.create(code="kz"))
    given = {"jurisdiction": state.jurisdiction_id, "membership": Membership.PARTY, "in_force_on": "2001-01-30"}
    bare = {"status": Known.CONFIRMED, "source_url": "", "checked_on": ""}

    refused = editor.post(at("legalization_change", state.pk), given | bare)
    sourced = {"source_url": "https://www.hcch.net/", "checked_on": "2026-12-01", "objections": ["cn"]}
    editor.post(at("legalization_change", state.pk), given | bare | sourced)

    held = Legalization.objects.get()
    assert "Give the source and the day it was looked up" in refused.text
    assert (held.checked_on, held.objections) == (datetime.date(2026, 12, 1), ["cn"])


def test_translator_changes_words_and_nothing_else(staff) -> None:
    service, translator = ServiceFactory.create(position=5), staff("translator")

    translator.post(at("service_change", service.pk), typed(position=1, name_ru="Депозит"))

    service.refresh_from_db()
    assert (service.name_ru, service.position) == ("Депозит", 5)


@pytest.mark.parametrize("page", ["service", "material", "basis", "figure", "legalization"])
def test_lists_open_to_a_case_officer_who_adds_nothing(staff, page) -> None:
    officer = staff("case-officer")

    assert officer.get(at(f"{page}_changelist")).status_code == 200
    assert officer.get(at(f"{page}_add")).status_code == 403


def test_history_of_a_part_is_that_of_its_service(editor):
    paper = MaterialFactory.create()

    answers = [editor.get(at("material_history", key)) for key in (paper.pk, 0)]

    assert [answer.headers["Location"] for answer in answers] == [
        at("service_history", paper.service_id),
        reverse("admin:index"),
    ]


def test_history_of_a_part_is_not_for_whom_services_are_no_affair(staff):
    assert staff("training-officer").get(at("material_history", MaterialFactory.create().pk)).status_code == 403
