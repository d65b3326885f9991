"""What is said of an exhibit, on its page and on those that change it."""

import datetime

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from enterprises.models import Enterprise
from enterprises.states import State
from legal.exhibits import registry
from legal.exhibits.models import Exhibit
from legal.exhibits.registry import Route, Way
from portal.files import storage
from portal.files.models import File, Reading
from portal.files.states import State as FileState
from portal.languages import CODES
from tests.factories import ExhibitFactory, JurisdictionFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]
DOCUMENT = {
    "version": "1",
    "name": "Contract of sale",
    "purpose": "That walnuts were sold",
    "worded_in": "en",
    "kind": "contract",
    "form": "copy",
    "language": "kk",
    "dated": "2026-03-03",
    "pages": "4",
}


@pytest.mark.parametrize("language", CODES)
def test_page_tells_everything_of_an_exhibit_in_each_language(browser, at, enterprise, exhibit, language) -> None:
    country = JurisdictionFactory.create(code="kz", languages=["kk", "ru"])
    certified = {"legalization": "apostille", "legalization_number": "A-77", "legalized_on": "2026-02-03"}
    said = {"made_in": country, "source": "The buyer", "pages": 3, "dated": datetime.date(2026, 1, 2), **certified}
    Exhibit.objects.update(**said)
    ExhibitFactory.create(enterprise=enterprise, name="译文", language="zh", translation_of=exhibit, number=2)
    ExhibitFactory.create(
        enterprise=enterprise, language="en", translation_of=exhibit, number=3, withdrawn_at=timezone.now()
    )

    page = browser.get(at("exhibit", exhibit, language=language)).text

    assert all(words in page for words in ("The buyer", "A-77", "译文", exhibit.sha256[:4], "Aigerim Sample"))
    translation = browser.get(at("exhibit", exhibit.translations.first(), language=language)).text
    assert at("exhibit", exhibit, language=language) in translation


def test_page_warns_where_the_file_is_not_the_one_received(browser, at, exhibit) -> None:
    File.objects.update(sha256="f" * 64)

    assert "its checksum is another" in browser.get(at("exhibit", exhibit)).text


def test_page_says_how_far_the_check_of_the_file_is(browser, at, enterprise) -> None:
    waiting = {"file__state": FileState.QUARANTINED, "file__scan_after": timezone.now()}
    exhibit = ExhibitFactory.create(enterprise=enterprise, **waiting)

    assert "Waiting for the virus check" in browser.get(at("exhibit", exhibit)).text


@pytest.mark.parametrize("language", CODES)
def test_page_says_what_is_lacking_for_use_in_a_country(browser, at, exhibit, language) -> None:
    made, used = JurisdictionFactory.create(code="kz"), JurisdictionFactory.create(code="cn", languages=["zh"])
    Exhibit.objects.update(made_in=made)
    route = Route(
        Way.APOSTILLE, "Sample source", "https://source.example/", datetime.date(2026, 11, 1), confirmed=False
    )
    registry.answer_route(routing := lambda made_in, used_in, on: route if (made_in, used_in) == (made, used) else None)
    registry.answer_route(routing)

    page = browser.get(at("exhibit", exhibit, language=language, used_in="cn"))
    registry._routings.remove(routing)
    unknown = browser.get(at("exhibit", exhibit, language=language, used_in="cn"))

    assert [check.mark for check in page.context["checks"]] == ["lacking", "lacking"]
    assert [check.mark for check in unknown.context["checks"]] == ["lacking", "ask"]
    assert ("https://source.example/" in page.text, "https://source.example/" in unknown.text) == (True, False)


def test_country_whose_origin_is_not_said_has_no_route(browser, at, exhibit) -> None:
    JurisdictionFactory.create(code="cn", languages=["zh"])

    known = browser.get(at("exhibit", exhibit, used_in="cn"))
    nonsense = browser.get(at("exhibit", exhibit, used_in="xx"))

    assert known.context["checks"][1].sentence.startswith("Say in which country")
    assert (nonsense.status_code, nonsense.context["checks"]) == (200, [])


@pytest.mark.parametrize("language", CODES)
def test_facts_are_said_anew_in_each_language(browser, at, exhibit, language) -> None:
    shown = browser.get(at("edit", exhibit, language=language))
    answer = browser.post(at("edit", exhibit, language=language), DOCUMENT)

    exhibit.refresh_from_db()
    assert shown.status_code == 200
    assert answer["Location"] == at("exhibit", exhibit, language=language)
    assert (exhibit.name, exhibit.pages, exhibit.dated, exhibit.version) == (
        "Contract of sale",
        4,
        datetime.date(2026, 3, 3),
        2,
    )


@pytest.mark.parametrize("language", CODES)
def test_what_two_people_wrote_is_shown_beside_each_other(browser, at, exhibit, language) -> None:
    browser.post(at("edit", exhibit), DOCUMENT)

    both = browser.post(at("edit", exhibit, language=language), {**DOCUMENT, "name": "Lease", "pages": ""})
    again = browser.post(
        at("edit", exhibit), {**DOCUMENT, "name": "Lease", "version": both.context["form"]["version"].value()}
    )

    exhibit.refresh_from_db()
    assert both.status_code == 422
    assert [saved for _label, saved in both.context["differing"]] == ["Contract of sale", "4"]
    assert (again.status_code, exhibit.name, exhibit.version) == (302, "Lease", 3)


def test_page_without_its_version_writes_over_nothing(browser, at, exhibit) -> None:
    page = browser.post(at("edit", exhibit), {**DOCUMENT, "version": ""})

    assert (page.status_code, "Somebody has saved other answers" in page.text) == (422, True)


@pytest.mark.parametrize("language", CODES)
def test_origin_and_certificate_are_said_in_each_language(browser, at, enterprise, exhibit, language) -> None:
    country = JurisdictionFactory.create(code="kz")
    original = ExhibitFactory.create(enterprise=enterprise, language="kk", number=2)
    answers = {"version": "1", "made_in": country.pk, "legalization": "apostille", "legalization_number": "A-77"}
    answers |= {"legalized_on": "2026-02-03", "translation_of": original.pk, "translator": "Bureau"}

    shown = browser.get(at("abroad", exhibit, language=language))
    browser.post(at("abroad", exhibit, language=language), answers)

    exhibit.refresh_from_db()
    assert shown.status_code == 200
    assert (exhibit.made_in, exhibit.legalization_number, exhibit.translation_of) == (country, "A-77", original)
    assert exhibit.name == "Contract 7"


def test_what_does_not_belong_together_is_refused(browser, at, exhibit) -> None:
    answers = {"version": "1", "legalization": "needed", "legalization_number": "A-77", "translator": "Bureau"}

    page = browser.post(at("abroad", exhibit), answers)

    assert (page.status_code, set(page.context["form"].errors)) == (422, {"legalization", "translation_of"})


def test_language_of_a_translation_is_told_to_who_would_take_it(browser, at, enterprise, exhibit) -> None:
    ExhibitFactory.create(enterprise=enterprise, language="kk", translation_of=exhibit, number=2, name="Аударма")

    page = browser.post(at("edit", exhibit), DOCUMENT)

    assert page.context["form"].non_field_errors() == [
        "“Аударма” is a translation of this exhibit into the same language: correct that first."
    ]


def test_withdrawn_original_stays_to_choose_for_its_translation(browser, at, enterprise, exhibit) -> None:
    gone = {"enterprise": enterprise, "language": "kk", "withdrawn_at": timezone.now()}
    original, _other = ExhibitFactory.create(number=2, **gone), ExhibitFactory.create(number=3, **gone)
    Exhibit.objects.filter(pk=exhibit.pk).update(translation_of=original)

    page = browser.get(at("abroad", exhibit))

    assert list(page.context["form"].fields["translation_of"].queryset) == [original]


@pytest.mark.parametrize("language", CODES)
def test_exhibit_leaves_the_list_and_comes_back(browser, at, exhibit, language) -> None:
    browser.post(at("withdraw", exhibit, language=language))
    without = browser.get(at("exhibit", exhibit, language=language)).text
    browser.post(at("restore", exhibit, language=language))
    back = browser.get(at("exhibit", exhibit, language=language)).text

    assert [at("restore", exhibit, language=language) in page for page in (without, back)] == [True, False]
    assert Exhibit.objects.listed().exists()


@pytest.mark.parametrize("language", CODES)
def test_exhibit_is_removed_after_a_question_unless_it_is_produced(browser, at, exhibit, held, language) -> None:
    held.add(exhibit.pk)
    refused = browser.get(at("remove", exhibit, language=language)).text
    browser.post(at("remove", exhibit, language=language))
    kept = Exhibit.objects.count()
    produced = browser.get(at("exhibit", exhibit, language=language)).text
    held.clear()
    asked = browser.get(at("remove", exhibit, language=language)).text
    browser.post(at("remove", exhibit, language=language))

    assert ("button danger" in refused, "button danger" in asked) == (False, True)
    assert at("remove", exhibit, language=language) not in produced
    assert (kept, Exhibit.objects.count()) == (1, 0)


def test_page_of_a_suspended_enterprise_changes_nothing(browser, at, exhibit) -> None:
    Enterprise.objects.update(state=State.SUSPENDED)

    page = browser.get(at("exhibit", exhibit)).text
    answer = browser.post(at("edit", exhibit), DOCUMENT)

    assert at("edit", exhibit) not in page
    assert "Exhibits are kept once the registration is submitted" in answer.text


def test_home_page_of_the_enterprise_leads_to_the_list(browser, at, enterprise) -> None:
    without = browser.get(enterprise.get_absolute_url()).text
    ExhibitFactory.create_batch(2, enterprise=enterprise)
    full = browser.get(enterprise.get_absolute_url()).text

    assert at("list") in without
    assert "2 exhibits in the list" in full


def test_file_is_read_by_members_of_which_there_is_a_record_and_removed_by_nobody(signed_in, viewer, exhibit) -> None:
    storage.papers().save(storage.key(exhibit.file), ContentFile(b"A contract."))
    reading, stranger = signed_in(viewer), signed_in(UserFactory.create())

    read = reading.get(exhibit.file.get_absolute_url())
    removed = signed_in(exhibit.added_by).post(f"{exhibit.file.get_absolute_url()}remove/")

    assert (read.getvalue(), removed.status_code) == (b"A contract.", 403)
    assert [one.by for one in Reading.objects.filter(file=exhibit.file)] == [viewer]
    assert stranger.get(exhibit.file.get_absolute_url()).status_code == 404
