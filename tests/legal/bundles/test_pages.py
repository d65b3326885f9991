"""The page of the console on which a file is put together, taken away and handed over."""

import io
import zipfile

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from legal.bundles.actions import assembling
from legal.matters.models import Entry
from portal.workflow.actions import release
from tests.factories import MatterMessageFactory
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def console(client, officer):
    return signed_in_staff(client, officer)


def at(name, matter, **parts):
    return reverse(f"admin:bundles_{name}", kwargs={"matter": matter.key, **parts})


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh-hans", "送交机构的案卷"), ("en", "File for the institution"), ("ru", "Дело для учреждения")],
)
def test_page_is_in_three_languages(console, matter, officer, language, words):
    assembling.assemble(matter, by=officer)
    type(officer).objects.filter(pk=officer.pk).update(language=language)

    page = console.get(at("bundle_of", matter)).content.decode()

    assert words in page
    assert f"{matter.number}-1.zip" in page


def test_page_says_that_nothing_was_put_together(console, matter):
    assert "It was not put together yet." in console.get(at("bundle_of", matter)).content.decode()


def test_file_is_put_together_taken_away_and_handed_over(console, matter):
    assert console.post(at("assemble", matter)).status_code == 302

    response = console.get(at("download", matter, position=1))
    archive = zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content)))
    assert response["Content-Disposition"] == f'attachment; filename="{matter.number}-1.zip"'
    assert archive.testzip() is None
    assert Entry.objects.filter(matter=matter, what="bundles.download").count() == 1

    console.post(at("hand_over", matter, position=1))
    matter.refresh_from_db()
    assert matter.state == "handed-over"


def test_stale_file_is_refused_in_a_sentence(console, matter, officer):
    assembling.assemble(matter, by=officer)
    MatterMessageFactory.create(matter=matter)

    page = console.post(at("hand_over", matter, position=1), follow=True).content.decode()

    assert "Something was added to the file since it was put together" in page


def test_file_that_cannot_be_put_together_says_why(console, matter, monkeypatch):
    from legal.bundles import courses  # noqa: PLC0415

    monkeypatch.delitem(courses._COURSES, matter.kind)

    page = console.post(at("assemble", matter), follow=True).content.decode()

    assert "Matters of this kind are handed to no institution." in page


def test_officer_who_does_not_hold_the_file_takes_nothing_away(console, matter, officer):
    assembling.assemble(matter, by=officer)
    release(matter, by=officer)

    page = console.get(at("bundle_of", matter)).content.decode()

    assert "Whoever has the file on the desk puts it together" in page
    assert console.get(at("download", matter, position=1)).status_code == 302
    assert not Entry.objects.filter(matter=matter, what="bundles.download").exists()


def test_bundle_there_is_not_is_not_found(console, matter):
    assert console.get(at("download", matter, position=9)).status_code == 404


def test_list_shows_numbers_and_days_of_matters_one_handles(console, matter, officer):
    assembling.assemble(matter, by=officer)
    officer.user_permissions.add(Permission.objects.get(content_type__app_label="bundles", codename="view_bundle"))

    assert matter.number in console.get(reverse("admin:bundles_bundle_changelist")).content.decode()

    officer.user_permissions.remove(Permission.objects.get(content_type__app_label="matters", codename="view_matter"))
    assert matter.number not in console.get(reverse("admin:bundles_bundle_changelist")).content.decode()
