"""What becomes of an exhibit in the list."""

import dataclasses

import pytest
from django.core.files.base import ContentFile

from enterprises.errors import ChangedMeanwhileError
from legal.exhibits.actions.adding import replace
from legal.exhibits.actions.facts import facts_of
from legal.exhibits.actions.keeping import remove, restore, save, withdraw
from legal.exhibits.models import Exhibit
from portal.files import storage
from portal.files.models import File
from portal.workflow.errors import NotAllowedError
from tests.factories import ExhibitFactory

pytestmark = pytest.mark.django_db


def said(exhibit: Exhibit, **facts: object) -> dict[str, object]:
    return {"facts": dataclasses.replace(facts_of(exhibit), **facts), "version": exhibit.version}


def refused(doing, *args: object, **named: object) -> str:
    with pytest.raises(NotAllowedError) as refusal:
        doing(*args, **named)
    return str(refusal.value.code)


def test_facts_are_said_anew_and_the_file_stays(exhibit, owner) -> None:
    saved = save(exhibit, **said(exhibit, name="Sale", pages=3), by=owner)

    exhibit.refresh_from_db()
    assert (exhibit.name, exhibit.pages, exhibit.version) == ("Sale", 3, 2)
    assert (saved, saved.sha256) == (exhibit, exhibit.file.sha256)


def test_nobody_writes_over_what_was_saved_meanwhile(exhibit, owner) -> None:
    save(exhibit, **said(exhibit, name="Sale"), by=owner)

    with pytest.raises(ChangedMeanwhileError):
        save(exhibit, **said(exhibit, name="Lease"), by=owner)

    exhibit.refresh_from_db()
    assert exhibit.name == "Sale"


def test_exhibit_becomes_a_translation_unless_it_is_translated_itself(enterprise, exhibit, owner) -> None:
    other = ExhibitFactory.create(enterprise=enterprise, language="zh", number=8)
    save(other, **said(other, translation_of=exhibit, translator="Bureau"), by=owner)
    third = ExhibitFactory.create(enterprise=enterprise, language="en", number=9)

    codes = [
        refused(save, exhibit, **said(exhibit, translation_of=original), by=owner)
        for original in (exhibit, other, third)
    ]

    assert codes == ["original", "original", "translations"]


def test_exhibit_is_not_said_to_be_in_the_language_of_its_translation(enterprise, exhibit, owner) -> None:
    ExhibitFactory.create(enterprise=enterprise, language="zh", translation_of=exhibit, number=8)

    code = refused(save, exhibit, **said(exhibit, second_language="zh"), by=owner)

    assert code == "language"
    assert save(exhibit, **said(exhibit, second_language="en"), by=owner).languages == ("ru", "en")


def test_withdrawn_exhibit_comes_back(exhibit, owner) -> None:
    withdraw(exhibit, by=owner)
    withdrawn = list(Exhibit.objects.listed())
    withdraw(exhibit, by=owner)
    restore(exhibit, by=owner)
    restore(exhibit, by=owner)

    assert (withdrawn, list(Exhibit.objects.listed())) == ([], [exhibit])


def test_withdrawn_exhibit_stays_away_where_its_place_is_taken(enterprise, exhibit, owner, sent) -> None:
    replace(exhibit, sent(), by=owner)
    other = ExhibitFactory.create(enterprise=enterprise, number=8)
    withdraw(other, by=owner)
    ExhibitFactory.create(enterprise=enterprise, number=9, sha256=other.sha256)

    assert [refused(restore, one, by=owner) for one in (exhibit, other)] == ["replaced", "twice"]


def test_removed_exhibit_is_gone_with_its_file(exhibit, owner, django_capture_on_commit_callbacks) -> None:
    key = storage.key(exhibit.file)
    storage.papers().save(key, ContentFile(b"A contract."))

    with django_capture_on_commit_callbacks(execute=True):
        remove(exhibit, by=owner)

    assert not Exhibit.objects.exists()
    assert not File.objects.exists()
    assert not storage.papers().exists(key)


def test_produced_exhibit_is_not_removed_but_may_leave_the_list(exhibit, owner, held) -> None:
    held.add(exhibit.pk)

    code = refused(remove, exhibit, by=owner)
    withdraw(exhibit, by=owner)

    assert (code, Exhibit.objects.count(), File.objects.count()) == ("held", 1, 1)


def test_exhibit_that_others_refer_to_is_not_removed(enterprise, exhibit, owner, sent) -> None:
    translated = ExhibitFactory.create(enterprise=enterprise, language="kk", number=7)
    ExhibitFactory.create(enterprise=enterprise, language="zh", translation_of=translated, number=8)
    replace(exhibit, sent(), by=owner)

    assert [refused(remove, one, by=owner) for one in (exhibit, translated)] == ["referred", "referred"]


@pytest.mark.parametrize("doing", [withdraw, restore, remove])
def test_exhibit_that_was_removed_meanwhile_is_gone(exhibit, owner, viewer, doing) -> None:
    by_viewer = refused(doing, exhibit, by=viewer)
    remove(Exhibit.objects.get(), by=owner)

    assert (by_viewer, refused(doing, exhibit, by=owner)) == ("role", "gone")
