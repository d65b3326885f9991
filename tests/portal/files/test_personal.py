import pytest

from portal.accounts.models import User
from portal.files import personal
from portal.files.models import File, Reading
from tests.portal.files import sound
from tests.portal.files.conftest import left

pytestmark = pytest.mark.django_db


def test_everything_held_about_a_person_is_told(received, user):
    content = sound.pdf()
    own, other = received(content), User.objects.create_user("other@portal.example")
    handed_in = received(owner=other)
    received(owner=other, by=other)
    Reading.objects.create(file=own, sha256=own.sha256, by=user, address="192.0.2.1")

    files, readings = personal.held_about(user)

    [(name, opened)] = files["files"]
    with opened() as copy:
        assert (name, copy.read()) == (own.name, content)
    assert sorted(row["sha256"] for row in files["rows"]) == sorted([own.sha256, handed_in.sha256])
    assert [row["address"] for row in readings["rows"]] == ["192.0.2.1"]
    assert set(files["labels"]) == {"name", "purpose", "size", "sha256", "state", "received_at"}


def test_what_becomes_of_it_is_told_before(received, user):
    other = User.objects.create_user("other@portal.example")
    Reading.objects.create(file=received(), sha256="0" * 64, by=user)
    received(owner=other)

    assert [(count, bool(why), bool(until)) for _, count, why, until in personal.fates(user)] == [
        (1, False, False),
        (1, True, True),
        (1, True, True),
    ]
    assert next(iter(personal.fates(other)))[1] == 1
    assert list(personal.fates(User.objects.create_user("new@portal.example"))) == []


def test_own_shelf_is_erased_and_what_was_handed_in_stays(received, user, folder, django_capture_on_commit_callbacks):
    other = User.objects.create_user("other@portal.example")
    with django_capture_on_commit_callbacks(execute=True):
        received()
        kept = received(owner=other)

    with django_capture_on_commit_callbacks(execute=True):
        personal.erase(user, by=user)

    assert list(File.objects.all()) == [kept]
    assert len(left(folder)) == 1
