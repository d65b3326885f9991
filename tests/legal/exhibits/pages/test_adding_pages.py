"""Files are sent and become exhibits, with the form alone or piece by piece."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from enterprises.models import Enterprise
from enterprises.states import State
from legal.exhibits.models import Exhibit
from portal.languages import CODES
from tests.factories import ExhibitFactory
from tests.portal.files import sound

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]
ANSWERS = {"kind": "contract", "form": "original", "language": "ru", "second_language": "zh"}


def pdf(name: str, pages: int = 1) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, sound.pdf(pages), "application/pdf")


@pytest.mark.parametrize("language", CODES)
def test_file_of_a_form_becomes_an_exhibit_named_after_it_in_each_language(browser, at, language) -> None:
    shown = browser.get(at("add", language=language))
    answer = browser.post(at("add", language=language), {**ANSWERS, "paper_1": pdf("Договор 7.pdf")})

    exhibit = Exhibit.objects.get()
    assert (shown.status_code, exhibit.name, exhibit.worded_in) == (200, "Договор 7", language)
    assert (exhibit.languages, exhibit.purpose, exhibit.file.sensitive) == (("ru", "zh"), "", True)
    assert answer["Location"] == at("edit", exhibit, language=language)


def test_several_files_become_exhibits_at_once(browser, at) -> None:
    answer = browser.post(at("add"), {**ANSWERS, "paper_1": pdf("a.pdf"), "paper_3": pdf("b.pdf", 2)})

    assert answer["Location"] == at("list", show="unfinished")
    assert list(Exhibit.objects.values_list("number", "name")) == [(1, "a"), (2, "b")]
    assert "2 files are in the list." in browser.get(answer["Location"]).text


def test_file_that_was_sent_piece_by_piece_becomes_an_exhibit(browser, at, sent) -> None:
    file = sent()

    browser.post(at("add"), {**ANSWERS, "paper_1-file": str(file.pk)})

    assert Exhibit.objects.get().sha256 == file.sha256


def test_what_is_wrong_is_said_and_what_was_sent_stays(browser, at, owner) -> None:
    page = browser.post(at("add"), {**ANSWERS, "kind": "", "second_language": "ru", "paper_1": pdf("a.pdf")})

    kept = page.context["form"]["paper_1"].paper
    assert (page.status_code, kept.owner, Exhibit.objects.count()) == (422, owner, 0)
    assert set(page.context["form"].errors) == {"kind", "second_language"}
    assert f'value="{kept.pk}"' in page.text


def test_none_of_several_files_is_added_where_one_is_refused(browser, at, enterprise, sent) -> None:
    first, second = sent("A contract."), sent("A letter.")
    ExhibitFactory.create(enterprise=enterprise, sha256=second.sha256, name="Letter", number=4)

    page = browser.post(at("add"), {**ANSWERS, "paper_1-file": str(first.pk), "paper_2-file": str(second.pk)})

    assert dict(page.context["form"].errors) == {"paper_2": ["This very file is in the list already: No. 4, “Letter”."]}
    assert Exhibit.objects.count() == 1


@pytest.mark.parametrize("language", CODES)
def test_nothing_is_added_to_the_list_of_a_suspended_enterprise(browser, at, sent, language) -> None:
    Enterprise.objects.update(state=State.SUSPENDED)

    page = browser.post(at("add", language=language), {**ANSWERS, "paper_1-file": str(sent().pk)})

    assert (page.status_code, Exhibit.objects.count()) == (200, 0)
    assert 'type="file"' not in page.text


@pytest.mark.parametrize("language", CODES)
def test_translation_is_added_to_its_original_in_each_language(browser, at, exhibit, sent, language) -> None:
    shown = browser.get(at("translate", exhibit, language=language))
    answers = {"language": "zh", "form": "certified", "translator": "Bureau", "paper_1-file": str(sent().pk)}
    browser.post(at("translate", exhibit, language=language), answers)

    translation = exhibit.translations.get()
    assert list(shown.context["form"].fields) == ["paper_1", "language", "second_language", "translator", "form"]
    assert (translation.kind, translation.translator, translation.language) == ("contract", "Bureau", "zh")
    assert browser.get(at("translate", translation)).status_code == 404


def test_translation_into_the_same_language_is_refused(browser, at, exhibit, sent) -> None:
    page = browser.post(at("translate", exhibit), {"language": "ru", "form": "copy", "paper_1-file": str(sent().pk)})

    assert page.context["form"].errors["paper_1"] == [
        "A translation is into another language than “Contract 7” is written in."
    ]


@pytest.mark.parametrize("language", CODES)
def test_corrected_file_takes_the_place_of_another_in_each_language(browser, at, exhibit, sent, held, language) -> None:
    held.add(exhibit.pk)
    shown = browser.get(at("replace", exhibit, language=language))
    answer = browser.post(at("replace", exhibit, language=language), {"paper-file": str(sent().pk)})

    new = exhibit.replaced_by
    assert shown.context["is_held"]
    assert answer["Location"] == at("exhibit", new, language=language)
    pages = [browser.get(at("exhibit", one, language=language)).text for one in (exhibit, new)]
    assert at("exhibit", new, language=language) in pages[0]
    assert at("exhibit", exhibit, language=language) in pages[1]


def test_exhibit_that_was_replaced_meanwhile_says_so(browser, at, exhibit, sent) -> None:
    browser.post(at("replace", exhibit), {"paper-file": str(sent().pk)})

    page = browser.post(at("replace", exhibit), {"paper-file": str(sent("More.").pk)})

    assert (page.status_code, list(page.context["form"].errors)) == (422, ["paper"])
