import base64
import hashlib
import threading
import time
from contextlib import contextmanager
from functools import partial

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from portal.files import receiving, uploading
from portal.files import tus as tus_module
from portal.files.models import File, Upload
from portal.files.refusals import RefusedError
from portal.files.states import State
from portal.history.models import Entry
from tests.at_once import at_once
from tests.portal.files import sound
from tests.portal.files.conftest import MEGABYTE, left

pytestmark = pytest.mark.django_db
CONTENT = sound.picture("PNG", (300, 200), compress_level=0)
SIZE = len(CONTENT)
TUS = {"Tus-Resumable": "1.0.0"}


@pytest.fixture
def tus(client, user, purpose):
    client.force_login(user)
    return Sender(client)


class Sender:
    """A client of the protocol."""

    def __init__(self, client):
        self.client = client
        self.address = "/en/files/uploads/"

    def create(self, name="скан.png", size=SIZE, purpose="tests.evidence", **headers):
        pairs = {"filename": name, "purpose": purpose}
        described = ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in pairs.items())
        said = {"Upload-Length": str(size), "Upload-Metadata": described}
        response = self.client.post("/en/files/uploads/", headers=TUS | said | headers)
        self.address = response.headers.get("Location", self.address)
        return response

    def patch(self, piece, offset, **headers):
        return self.client.patch(
            self.address,
            piece,
            "application/offset+octet-stream",
            headers=TUS | {"Upload-Offset": str(offset)} | headers,
            CONTENT_TYPE="application/offset+octet-stream",  # also of nothing
        )

    def head(self):
        return self.client.head(self.address, headers=TUS)


def test_server_says_what_it_can(tus):
    response = tus.client.options("/en/files/uploads/")

    said = {name: response[name] for name in ("Tus-Version", "Tus-Extension", "Tus-Max-Size", "Tus-Checksum-Algorithm")}
    assert said == {
        "Tus-Version": "1.0.0",
        "Tus-Extension": "creation,expiration,checksum,termination",
        "Tus-Max-Size": str(200 * MEGABYTE),
        "Tus-Checksum-Algorithm": "sha256,sha1",
    }


def test_file_arrives_in_pieces(tus, user, folder, django_capture_on_commit_callbacks):
    created = tus.create()
    first = tus.patch(CONTENT[:1000], 0)
    between = tus.head()
    with django_capture_on_commit_callbacks(execute=True):
        last = tus.patch(CONTENT[1000:], 1000)

    file = File.objects.get()
    assert (created.status_code, first.status_code, last.status_code) == (201, 204, 204)
    assert (first["Upload-Offset"], between["Upload-Offset"], between["Upload-Length"]) == (
        "1000",
        "1000",
        str(len(CONTENT)),
    )
    assert (file.name, file.state, file.owner) == ("скан.png", State.CLEAN, user)
    assert file.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert (Upload.objects.count(), left(folder)) == (0, [f"papers/clean/{file.pk.hex[:2]}/{file.pk.hex}"])
    assert tus.head()["Upload-Offset"] == str(len(CONTENT))
    assert tus.patch(b"", len(CONTENT)).status_code == 204


def test_pieces_are_no_entries_of_the_history_each(tus):
    tus.create()
    tus.patch(CONTENT[:1000], 0)
    tus.patch(CONTENT[1000:2000], 1000)

    assert list(Entry.objects.filter(model="files.file").values_list("kind", flat=True)) == ["insert"]


def test_upload_gone_on_with_later_has_its_time_anew(tus):
    tus.create()
    before = timezone.now()
    File.objects.update(expires_at=before + uploading.LEFT - uploading.RENEWED)

    tus.patch(CONTENT[:1000], 0)

    assert File.objects.get().expires_at >= before + uploading.LEFT


def test_piece_that_was_sent_before_is_refused(tus):
    tus.create()
    tus.patch(CONTENT[:1000], 0)

    response = tus.patch(CONTENT[:1000], 0)

    assert (response.status_code, tus.head()["Upload-Offset"]) == (409, "1000")


@pytest.mark.parametrize("algorithm", ["sha256", "sha1"])
def test_piece_that_arrives_changed_is_refused(tus, algorithm):
    tus.create()
    right = f"{algorithm} {base64.b64encode(hashlib.new(algorithm, CONTENT[:1000]).digest()).decode()}"

    wrong = tus.patch(CONTENT[1:1001], 0, **{"Upload-Checksum": right})
    kept = tus.head()["Upload-Offset"]
    accepted = tus.patch(CONTENT[:1000], 0, **{"Upload-Checksum": right})

    assert (wrong.status_code, kept, accepted["Upload-Offset"]) == (460, "0", "1000")


def test_large_piece_or_unknown_sum_is_refused(tus, monkeypatch):
    monkeypatch.setattr("portal.files.tus.LARGEST_SUMMED", 10)
    tus.create()

    assert tus.patch(CONTENT[:1000], 0, **{"Upload-Checksum": "sha256 x"}).status_code == 413
    assert tus.patch(CONTENT[:1000], 0, **{"Upload-Checksum": "md5 x"}).status_code == 400


def test_more_than_announced_is_refused(tus):
    tus.create(size=500)

    assert tus.patch(CONTENT[:501], 0).status_code == 413


@pytest.mark.parametrize(
    ("name", "size", "status"),
    [("a.exe", 9, 422), ("a.txt", 9, 422), ("a.png", 0, 422), ("a.png", 10 * 1024**3, 413), ("a.png", "x", 400)],
)
def test_upload_that_cannot_be_taken_is_refused_at_once(tus, name, size, status):
    response = tus.create(name, size)

    assert response.status_code == status
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.text.endswith(".")
    assert File.objects.count() == 0


def test_upload_for_no_known_purpose_is_refused(tus):
    assert tus.create(purpose="nothing").status_code == 400
    assert tus.create(**{"Upload-Metadata": "filename \x7f,purpose"}).status_code == 400


def test_room_is_kept_from_the_beginning(tus, settings):
    settings.FILES_QUOTA = len(CONTENT) + 100
    first = tus.create()

    second = tus.create()

    assert (first.status_code, second.status_code) == (201, 413)


def test_hostile_file_in_pieces_is_refused_and_nothing_is_kept(tus, folder, django_capture_on_commit_callbacks):
    page = b"<script>alert(1)</script>"
    tus.create(size=len(page))

    with django_capture_on_commit_callbacks(execute=True):
        response = tus.patch(page, 0)

    assert (response.status_code, "do not fit together" in response.text) == (422, True)
    assert (File.objects.count(), left(folder)) == (0, [])


def test_upload_is_ended_by_whoever_began_it(tus, folder, django_capture_on_commit_callbacks):
    tus.create()
    tus.patch(CONTENT[:1000], 0)

    with django_capture_on_commit_callbacks(execute=True):
        response = tus.client.delete(tus.address, headers=TUS)

    assert (response.status_code, tus.head().status_code) == (204, 404)
    assert (File.objects.count(), left(folder)) == (0, [])


@pytest.mark.parametrize("length", ["abc", "-1", "9" * 5000])
def test_length_that_is_no_number_is_refused(tus, length):
    tus.create()

    response = tus.client.generic(
        "PATCH",
        tus.address,
        b"",
        "application/offset+octet-stream",
        headers=TUS | {"Upload-Offset": "0", "Upload-Checksum": "sha1 x"},
        CONTENT_TYPE="application/offset+octet-stream",
        CONTENT_LENGTH=length,
    )

    assert 400 <= response.status_code < 500


def test_file_that_has_arrived_is_not_ended_as_an_upload(tus):
    tus.create()
    tus.patch(CONTENT, 0)

    assert tus.client.delete(tus.address, headers=TUS).status_code == 410


def test_upload_of_somebody_else_is_not_found(tus, django_user_model):
    tus.create()
    tus.client.force_login(django_user_model.objects.create_user("other@portal.example"))

    assert {tus.head().status_code, tus.patch(b"x", 0).status_code} == {404}


def test_other_versions_and_types_are_refused(tus):
    tus.create()
    plain = tus.client.patch(tus.address, b"x", "text/plain", headers=TUS | {"Upload-Offset": "0"})

    assert tus.client.head(tus.address).status_code == 412
    assert plain.status_code == 415
    assert tus.patch(b"x", "nowhere").status_code == 400


def test_stranger_cannot_begin(client, purpose):
    assert Sender(client).create().status_code == 302


def test_upload_without_a_token_is_refused(user, purpose):
    careful = Client(enforce_csrf_checks=True)
    careful.force_login(user)

    assert Sender(careful).create().status_code == 403
    assert careful.patch("/en/files/uploads/00000000-0000-4000-8000-000000000000/", b"x").status_code == 403


def test_line_that_breaks_keeps_what_has_come(user, purpose, monkeypatch):
    class Broken:
        """A request whose line breaks after the first block."""

        def __init__(self):
            self.blocks = [CONTENT[:700]]

        def read(self, size):
            if self.blocks:
                return self.blocks.pop()
            raise tus_module.UnreadablePostError

    assert list(tus_module.pieces(Broken())) == [CONTENT[:700]]


def test_pieces_left_by_a_process_that_ended_are_written_over(user, purpose):
    upload = uploading.begin(name="a.png", size=10, purpose=purpose.slug, by=user)
    receiving.part(upload.pk).write_bytes(b"left over from before")

    uploading.append(upload, b"01234", offset=0, by=user)

    assert receiving.part(upload.pk).read_bytes() == b"01234"


@pytest.mark.django_db(transaction=True)
def test_two_pieces_at_once_never_mix(user, purpose):
    upload = uploading.begin(name="a.png", size=4 * MEGABYTE // 5, purpose=purpose.slug, by=user)

    def send(letter):
        return uploading.append(upload, letter * 200_000, offset=0, by=user)

    outcomes = at_once(*(partial(send, letter) for letter in (b"a", b"b", b"c", b"d")), refused=uploading.OffsetError)

    assert [outcome for outcome in outcomes if not isinstance(outcome, uploading.OffsetError)] == [200_000]
    assert len(set(receiving.part(upload.pk).read_bytes())) == 1


def whole(user, purpose, content=CONTENT):
    """An upload of which all has arrived, not finished yet."""
    upload = uploading.begin(name="a.png", size=len(content), purpose=purpose.slug, by=user)
    uploading.append(upload, content, offset=0, by=user)
    return upload


@contextmanager
def finishing(upload, user, folder, times):
    """So many finish at once, each at its check; what became of them, when they are let go."""
    outcomes = []

    def finish():
        try:
            outcomes.append(uploading.finish(upload, by=user))
        except (RefusedError, Upload.DoesNotExist) as error:
            outcomes.append(type(error))
        finally:
            connection.close()

    threads = [threading.Thread(target=finish) for _ in range(times)]
    with receiving.CHECKS, receiving.CHECKS:
        for thread in threads:
            thread.start()
        deadline = time.monotonic() + 60
        while len(list(receiving.folder().iterdir())) < times:
            assert time.monotonic() < deadline
        yield outcomes
    for thread in threads:
        thread.join()


@pytest.mark.django_db(transaction=True)
def test_of_two_that_finish_at_once_one_keeps_the_file(user, purpose, folder):
    upload = whole(user, purpose)

    with finishing(upload, user, folder, times=2) as outcomes:
        pass

    file = File.objects.get()
    assert sorted(map(str, outcomes)) == sorted(map(str, [file, Upload.DoesNotExist]))
    assert (file.state, file.sha256) == (State.CLEAN, hashlib.sha256(CONTENT).hexdigest())
    assert (Upload.objects.count(), left(folder)) == (0, [f"papers/clean/{file.pk.hex[:2]}/{file.pk.hex}"])


@pytest.mark.django_db(transaction=True)
def test_nothing_is_locked_while_a_file_is_checked(user, purpose, folder):
    upload = whole(user, purpose)

    with finishing(upload, user, folder, times=1) as outcomes, transaction.atomic():
        locked = Upload.objects.select_related("file").select_for_update(nowait=True).get()

    assert (locked, outcomes) == (upload, [File.objects.get()])


@pytest.mark.django_db(transaction=True)
def test_upload_ended_while_it_is_checked_is_not_kept(user, purpose, folder):
    upload = whole(user, purpose)

    with finishing(upload, user, folder, times=1) as outcomes:
        uploading.abandon(upload, by=user)

    assert (outcomes, File.objects.count(), left(folder)) == ([Upload.DoesNotExist], 0, [])


@pytest.mark.django_db(transaction=True)
def test_two_refused_at_once_are_both_told_so(user, purpose, folder):
    upload = whole(user, purpose, b"<script>alert(1)</script>")

    with finishing(upload, user, folder, times=2) as outcomes:
        pass

    assert (outcomes, File.objects.count(), left(folder)) == ([RefusedError, RefusedError], 0, [])


@pytest.mark.django_db(transaction=True)
def test_finished_upload_is_neither_finished_nor_ended_again(user, purpose, rf):
    upload = whole(user, purpose)
    seen_before = File.objects.select_related("upload").get()
    kept = uploading.finish(upload, by=user)
    request = rf.delete("/", headers=TUS)
    request.user = user

    assert tus_module.ended(request, seen_before).status_code == 410
    with pytest.raises(Upload.DoesNotExist):
        uploading.finish(seen_before.upload, by=user)
    assert File.objects.get() == kept


def test_pieces_that_are_lost_are_told_of(user, purpose):
    upload = whole(user, purpose)
    receiving.part(upload.pk).unlink()

    with pytest.raises(FileNotFoundError):
        uploading.finish(upload, by=user)


def test_nobody_is_no_sender(rf):
    request = rf.get("/")
    request.user = AnonymousUser()

    with pytest.raises(PermissionDenied):
        tus_module.sender(request)


def test_piece_that_another_has_overtaken_is_refused(user, purpose, rf):
    upload = uploading.begin(name="a.png", size=10, purpose=purpose.slug, by=user)
    seen_before = File.objects.select_related("upload").get()
    uploading.append(upload, b"01234", offset=0, by=user)
    headers = TUS | {"Upload-Offset": "0"}
    request = rf.patch("/", b"01234", "application/offset+octet-stream", headers=headers)
    request.user = user

    assert tus_module.gone_on(request, seen_before).status_code == 409
