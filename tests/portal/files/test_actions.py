import datetime
import io
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser, Group
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.db import DatabaseError, ProgrammingError, transaction
from django.utils import timezone

from portal.accounts.models import User
from portal.files import actions, registry, storage, sweeping, tasks, uploading
from portal.files.models import File, Reading, Upload
from portal.files.refusals import RefusedError
from portal.files.states import MOVES, State
from portal.history.models import Entry
from tests.at_once import at_once, codes
from tests.portal.files import sound
from tests.portal.files.conftest import left

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(db):
    return User.objects.create_user("other@portal.example")


@pytest.fixture
def group(monkeypatch):
    """An owner: readable for its members, changeable by those who are staff too."""
    monkeypatch.setattr(registry, "accesses", dict(registry.accesses))
    registry.allow(
        Group,
        readable=lambda user: user.groups.all(),
        changeable=lambda user: user.groups.filter(user__is_staff=True),
    )
    return Group.objects.create(name="an owner")


def test_file_is_visible_to_its_owner_alone(received, user, other, django_user_model):
    file = received()

    assert list(File.objects.visible_to(user)) == [file]
    assert list(File.objects.visible_to(other)) == []


def test_file_of_an_owner_is_visible_to_those_the_owner_is_readable_to(received, user, other, group):
    file = received(owner=group)
    other.groups.add(group)

    assert (list(File.objects.visible_to(other)), list(File.objects.visible_to(user))) == ([file], [])


def test_nothing_is_visible_to_a_stranger(received):
    received()

    assert list(File.objects.visible_to(AnonymousUser())) == []


def test_visible_files_take_one_query(received, user, other, group, django_assert_num_queries):
    received(owner=group)
    received()
    list(File.objects.visible_to(user))

    with django_assert_num_queries(1):
        list(File.objects.visible_to(user))


def test_files_of_an_owner_are_told_by_purpose(received, user, group):
    file = received(owner=group)

    assert list(File.objects.of(group)) == [file]
    assert list(File.objects.of(group, "tests.evidence")) == [file]
    assert list(File.objects.of(group, "another")) == []


def test_file_is_handed_in(received, user, group):
    file = received(expires_at=timezone.now())

    handed_in = actions.hand_in(file, owner=group, by=user)
    again = actions.hand_in(handed_in, owner=group, by=user)

    assert (again.owner, again.expires_at, File.objects.get().owner) == (group, None, group)


def test_file_of_somebody_else_is_not_handed_in(received, other, group):
    with pytest.raises(PermissionDenied):
        actions.hand_in(received(), owner=group, by=other)


def test_file_that_cannot_be_used_is_not_handed_in(user, purpose, group):
    upload = uploading.begin(name="a.pdf", size=10, purpose=purpose.slug, by=user)

    with pytest.raises(RefusedError) as refusal:
        actions.hand_in(upload.file, owner=group, by=user)

    assert refusal.value.code == "unusable"


def test_owner_without_room_is_handed_nothing(received, user, group, settings):
    file = received()
    settings.FILES_QUOTA = 10

    with pytest.raises(RefusedError) as refusal:
        actions.hand_in(file, owner=group, by=user)

    assert refusal.value.code == "no-room"


def test_file_is_removed_with_its_bytes(received, user, folder, django_capture_on_commit_callbacks):
    file = received()
    with django_capture_on_commit_callbacks(execute=True):
        actions.remove(file, by=user)

    assert (File.objects.count(), left(folder)) == (0, [])


def test_file_is_not_removed_by_who_may_only_read_it(received, other, group):
    file = received(owner=group)
    other.groups.add(group)

    with pytest.raises(PermissionDenied):
        actions.remove(file, by=other)


def test_file_handed_in_meanwhile_is_not_removed_from_the_shelf_it_lay_on(received, user, group):
    seen = received()
    actions.hand_in(seen, owner=group, by=user)

    with pytest.raises(PermissionDenied):
        actions.remove(seen, by=user)

    assert File.objects.get().owner == group


def test_file_removed_twice_is_removed_once(received, user):
    file = received()
    actions.remove(File.objects.get(pk=file.pk), by=user)

    actions.remove(file, by=user)

    assert not File.objects.exists()


def test_file_whose_owner_is_gone_is_not_removed_by_hand(received, user, group):
    file = received(owner=group)
    Group.objects.all().delete()

    with pytest.raises(PermissionDenied):
        actions.remove(File.objects.get(pk=file.pk), by=user)


def test_owners_may_be_allowed_once_only(monkeypatch, group):
    access = registry.accesses[Group][0]

    registry.allow(Group, readable=access.readable, changeable=access.changeable)

    assert registry.accesses[Group] == [access]


def test_purpose_is_no_larger_than_the_portal_takes(settings):
    with pytest.raises(ImproperlyConfigured, match="FILES_LARGEST"):
        registry.register(registry.Purpose("tests.films", "Films", largest=settings.FILES_LARGEST + 1))


def test_purpose_says_what_it_takes(monkeypatch):
    monkeypatch.setattr(registry, "purposes", {})
    registry.register(registry.Purpose("tests.scan", "Scan"))

    assert registry.purposes["tests.scan"].types == "PDF, JPEG, PNG, TIFF, WebP"
    assert registry.purposes["tests.scan"].accept == ".pdf,.jpg,.jpeg,.png,.tif,.tiff,.webp"


def test_file_tells_what_it_is(received):
    file = received()

    assert (str(file), file.purpose_label, file.type_label, file.checksum.count(" ")) == (
        "合同.pdf",
        "Evidence",
        "PDF",
        15,
    )
    assert file.get_absolute_url().endswith(f"/files/{file.pk}/")


def test_file_of_an_app_that_is_gone_still_tells(received):
    file = received()
    file.purpose, file.media_type = "gone.away", "text/rtf"

    assert (file.purpose_label, file.type_label) == ("gone.away", "text/rtf")


def test_upload_tells_how_far_it_is(user, purpose):
    upload = uploading.begin(name="a.pdf", size=10, purpose=purpose.slug, by=user)

    assert str(upload) == f"{upload.pk} 0"


@pytest.mark.parametrize("source", State)
@pytest.mark.parametrize("target", State)
def test_file_takes_no_other_course_than_its_own(received, source, target):
    facts = {"sha256": "", "scan_after": None}
    if source != State.RECEIVING:
        facts = {"sha256": "0" * 64, "scan_after": timezone.now() if source == State.QUARANTINED else None}
    if State.INFECTED in {source, target}:
        facts |= {"finding": "x", "scanner": "y"}
    file = received()
    row = File.objects.create(
        owner=file.owner,
        purpose="p",
        name="n",
        media_type="m",
        size=1,
        state=source,
        **facts,
        uploaded_by=file.uploaded_by,
    )
    if target != State.RECEIVING:
        facts |= {"sha256": "0" * 64, "scan_after": timezone.now() if target == State.QUARANTINED else None}
    else:
        facts |= {"sha256": "", "scan_after": None}

    allowed = (source, target) in MOVES or source == target
    if allowed:
        File.objects.filter(pk=row.pk).update(state=target, **facts)
    else:
        with pytest.raises(ProgrammingError, match="Invalid transition"), transaction.atomic():
            File.objects.filter(pk=row.pk).update(state=target, **facts)


def test_what_happens_to_a_file_is_in_the_history(received, user):
    file = received()
    actions.remove(file, by=user)

    entries = Entry.objects.filter(model="files.file", key=str(file.pk)).order_by("pk")
    assert list(entries.values_list("kind", flat=True)) == ["insert", "update", "delete"]


@pytest.mark.django_db(transaction=True)
def test_two_files_at_once_never_take_more_room_than_there_is(user, purpose, settings):
    content = sound.pdf()
    settings.FILES_QUOTA = len(content) * 3 // 2

    def send():
        return actions.receive(io.BytesIO(content), name="a.pdf", owner=user, purpose=purpose.slug, by=user)

    assert codes(at_once(send, send, refused=RefusedError)) == ["no-room"]
    assert sum(File.objects.values_list("size", flat=True)) <= settings.FILES_QUOTA


def test_storage_that_fails_leaves_nothing(user, purpose, folder, monkeypatch):
    def full(*_):
        raise OSError("No space left on device")

    monkeypatch.setattr(storage.PrivateFolder, "copy", full)

    with pytest.raises(OSError, match="No space"):
        actions.receive(io.BytesIO(sound.pdf()), name="a.pdf", owner=user, purpose=purpose.slug, by=user)

    assert (File.objects.count(), left(folder)) == (0, [])


class TestReading:
    def test_of_a_sensitive_file_is_recorded(self, received, user):
        file = received()
        File.objects.update(sensitive=True)

        with actions.read(File.objects.get(), by=user, address="192.0.2.1") as content:
            assert content.read() == sound.pdf() or content is not None

        reading = Reading.objects.get()
        assert (reading.file, reading.by, reading.address, reading.sha256) == (file, user, "192.0.2.1", file.sha256)
        assert str(reading).startswith(str(file.pk))

    def test_of_another_file_is_not(self, received, user):
        actions.read(received(), by=user, address=None).close()

        assert Reading.objects.count() == 0

    def test_of_a_file_that_is_not_clean_is_refused(self, received, user):
        file = received()
        file.state = State.QUARANTINED

        with pytest.raises(PermissionDenied):
            actions.read(file, by=user, address=None)

    @pytest.mark.parametrize("change", [lambda rows: rows.update(address=None), lambda rows: rows.delete()])
    def test_can_never_be_changed(self, received, user, change):
        Reading.objects.create(file=received(), sha256="0" * 64, by=user)

        with pytest.raises(DatabaseError), transaction.atomic():
            change(Reading.objects.all())

        assert Reading.objects.count() == 1

    def test_outlives_the_file_and_the_account(self, received, user):
        file = received()
        Reading.objects.create(file=file, sha256=file.sha256, by=user)

        actions.drop(file)
        user.delete()

        assert (Reading.objects.count(), File.objects.count(), User.objects.count()) == (1, 0, 0)


class TestSweep:
    NOW = datetime.datetime(2026, 11, 26, 12, tzinfo=datetime.UTC)

    def age(self, path, days):
        Path(path).touch()
        moment = (self.NOW - datetime.timedelta(days=days)).timestamp()
        import os  # noqa: PLC0415 - of this alone

        os.utime(path, (moment, moment))

    def test_removes_what_nobody_has_handed_in(self, received, folder, django_capture_on_commit_callbacks):
        received(expires_at=self.NOW)
        kept = [received(expires_at=self.NOW + datetime.timedelta(seconds=1)), received()]

        with django_capture_on_commit_callbacks(execute=True):
            assert sweeping.drop_unclaimed(at=self.NOW) == 1

        assert set(File.objects.all()) == set(kept)

    def test_removes_an_upload_nobody_has_gone_on_with(self, user, purpose, folder, django_capture_on_commit_callbacks):
        upload = uploading.begin(name="a.pdf", size=10, purpose=purpose.slug, by=user)
        uploading.append(upload, b"01234", offset=0, by=user)

        with django_capture_on_commit_callbacks(execute=True):
            sweeping.drop_unclaimed(at=timezone.now() + uploading.LEFT + datetime.timedelta(minutes=1))

        assert (Upload.objects.count(), left(folder)) == (0, [])

    def test_destroys_bytes_of_no_file(self, received, folder, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            kept, gone = received(), received()
        paths = [Path(storage.papers().path(storage.key(file))) for file in (kept, gone)]
        File.objects.filter(pk=gone.pk).delete()
        for path in paths:
            self.age(path, 2)

        assert sweeping.destroy_orphans(at=self.NOW) == 1
        assert [path.exists() for path in paths] == [True, False]

    def test_leaves_young_bytes_alone(self, received):
        file = received()
        self.age(storage.papers().path(storage.key(file)), 0.5)
        File.objects.all().delete()

        assert sweeping.destroy_orphans(at=self.NOW) == 0

    def test_goes_on_where_bytes_are_removed_meanwhile(self, received, folder, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            file = received()
        path = Path(storage.papers().path(storage.key(file)))
        (path.parent / ("0" * 32)).symlink_to("nowhere")
        (path.parent / ("f" * 32)).symlink_to("nowhere")
        File.objects.all().delete()
        self.age(path, 2)

        assert sweeping.destroy_orphans(at=self.NOW) == 1
        assert left(folder) == []

    def test_goes_on_where_pieces_are_removed_meanwhile(self, db, folder):
        for name in ("receiving", "uploads"):
            (folder / name).mkdir()
            (folder / name / "gone").symlink_to("nowhere")
            self.age(folder / name / "old", 2)

        assert sweeping.clear_folders(at=self.NOW) == 2

    def test_finds_nothing_where_nothing_was_received(self, db):
        assert sweeping.destroy_orphans(at=self.NOW) == 0

    def test_clears_what_a_process_left(self, user, purpose, folder):
        upload = uploading.begin(name="a.pdf", size=10, purpose=purpose.slug, by=user)
        uploading.append(upload, b"01234", offset=0, by=user)
        going_on = folder / "uploads" / upload.pk.hex
        (folder / "receiving").mkdir()
        for name, days in (("old", 2), ("young", 0.5)):
            self.age(folder / "receiving" / name, days)
        self.age(going_on, 2)

        assert sweeping.clear_folders(at=self.NOW) == 1
        assert sorted(left(folder)) == ["receiving/young", f"uploads/{upload.pk.hex}"]

    def test_runs_as_a_task(self, received):
        received(expires_at=self.NOW - datetime.timedelta(days=3650))

        tasks.sweep_leftovers()

        assert File.objects.count() == 0


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("合同 №1 «Договор».pdf", "合同 №1 «Договор».pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\fakepath\\scan.pdf", "scan.pdf"),
        ("a\x00b\u202ec\ud800d.pdf", "abcd.pdf"),
        ("two\nlines\tand  blanks .pdf", "two lines and blanks.pdf"),
        ("e\u0301.PDF", "\u00e9.PDF"),
        ("می‌خواهم.pdf", "می‌خواهم.pdf"),
        ("a.b.c.pdf", "a.b.c.pdf"),
        ("法" * 300 + ".pdf", "法" * 78 + ".pdf"),
        ("x" * 300 + ".pdf", "x" * 196 + ".pdf"),
    ],
)
def test_name_is_kept_for_people_and_never_used_on_the_disk(received, folder, given, shown):
    file = received(name=given)

    assert file.name == shown
    assert all(Path(path).name == file.pk.hex for path in left(folder))
