"""What is true of exhibits whatever code writes them, and who reads which."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from legal.exhibits import registry
from legal.exhibits.models import Exhibit
from portal.files.models import File
from tests.factories import ExhibitFactory, PaperFactory, UserFactory

pytestmark = pytest.mark.django_db


def change(exhibit: Exhibit, **values: object) -> None:
    with transaction.atomic():
        Exhibit.objects.filter(pk=exhibit.pk).update(**values)


@pytest.mark.parametrize(
    "values",
    [
        {"name": ""},
        {"pages": 0},
        {"second_language": "ru"},
        {"second_language": "zxx"},
        {"language": "zxx", "second_language": "ru"},
        {"legalization_number": "A-1"},
        {"legalized_on": "2026-01-01"},
        {"translator": "A bureau"},
    ],
    ids=str,
)
def test_exhibit_never_says_what_cannot_be(exhibit: Exhibit, values: dict[str, object]) -> None:
    with pytest.raises(IntegrityError):
        change(exhibit, **values)


def test_exhibit_refers_neither_to_itself_nor_to_another_list(exhibit: Exhibit) -> None:
    stranger = ExhibitFactory.create()

    for other in (exhibit, stranger):
        with pytest.raises(IntegrityError):
            change(exhibit, translation_of=other)


@pytest.mark.parametrize("field", ["key", "number", "sha256", "file", "enterprise", "added_by", "added_at", "replaces"])
def test_exhibit_stays_as_it_was_received(exhibit: Exhibit, field: str) -> None:
    other = ExhibitFactory.create()
    value = other if field == "replaces" else getattr(other, field)

    with pytest.raises(DatabaseError, match="Cannot update rows"):
        change(exhibit, **{field: value if field != "file" else PaperFactory.create()})


def test_same_file_is_listed_once(exhibit: Exhibit) -> None:
    again = {"enterprise": exhibit.enterprise, "sha256": exhibit.sha256}

    with pytest.raises(IntegrityError), transaction.atomic():
        ExhibitFactory.create(**again)
    change(exhibit, withdrawn_at=timezone.now())

    assert ExhibitFactory.create(**again).is_listed


def test_exhibit_is_read_by_members_and_whom_an_app_lets_and_so_is_its_file(exhibit, owner, viewer) -> None:
    stranger, reader = UserFactory.create_batch(2)
    ExhibitFactory.create()
    registry.let_read(reading := lambda user: Exhibit.objects.filter(pk=exhibit.pk, key=user.full_name or ""))
    registry.let_read(reading)
    reader.full_name = exhibit.key

    seen = {
        user: (list(Exhibit.objects.visible_to(user)), list(File.objects.visible_to(user)))
        for user in (owner, viewer, reader, stranger)
    }
    nobody = Exhibit.objects.visible_to(AnonymousUser())
    registry._readings.remove(reading)

    all_of_it = ([exhibit], [exhibit.file])
    assert seen == {owner: all_of_it, viewer: all_of_it, reader: all_of_it, stranger: ([], [])}
    assert not nobody


def test_exhibit_lacks_a_language_that_neither_it_nor_a_listed_translation_is_in(exhibit: Exhibit) -> None:
    mine = {"enterprise": exhibit.enterprise}
    bilingual = ExhibitFactory.create(language="zh", second_language="ru", **mine)
    picture = ExhibitFactory.create(language="zxx", **mine)
    translated = ExhibitFactory.create(language="kk", **mine)
    ExhibitFactory.create(language="zh", translation_of=translated, **mine)
    ExhibitFactory.create(language="en", translation_of=translated, withdrawn_at=timezone.now(), **mine)

    lacking = {code: set(Exhibit.objects.without_text_in(code)) for code in ("zh", "en", "ru")}

    assert lacking == {"zh": {exhibit}, "en": {exhibit, bilingual, translated}, "ru": {translated}}
    assert picture.languages == ()
    assert [one.language_names for one in (bilingual, picture)] == [["Chinese", "Russian"], ["No words in it"]]
