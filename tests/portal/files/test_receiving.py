import hashlib
import io

import pytest
from django.http import UnreadablePostError

from portal.files import actions, storage
from portal.files.models import File
from portal.files.refusals import RefusedError
from tests.portal.files import sound
from tests.portal.files.conftest import left

pytestmark = pytest.mark.django_db

SOUND = {
    "合同.pdf": sound.pdf(),
    "договор.docx": sound.docx(),
    "list.xlsx": sound.xlsx(),
    "скан.jpg": sound.picture("JPEG"),
    "scan.png": sound.picture("PNG"),
    "fax.tiff": sound.picture("TIFF"),
    "photo.webp": sound.picture("WEBP"),
}


@pytest.mark.parametrize(("name", "content"), SOUND.items(), ids=SOUND)
def test_sound_document_is_received_as_it_is(user, purpose, name, content, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        file = actions.receive(io.BytesIO(content), name=name, owner=user, purpose=purpose.slug, by=user)

    kept = File.objects.get()
    assert (kept, kept.name, kept.size) == (file, name, len(content))
    assert kept.sha256 == hashlib.sha256(content).hexdigest()
    with storage.papers().open(storage.key(kept)) as bytes_of_it:
        assert bytes_of_it.read() == content


def test_file_whose_line_breaks_is_refused_and_nothing_is_kept(user, purpose, folder):
    class Broken:
        def read(self, size):
            raise UnreadablePostError

    with pytest.raises(RefusedError) as refusal:
        actions.receive(Broken(), name="a.pdf", owner=user, purpose=purpose.slug, by=user)

    assert (refusal.value.code, left(folder)) == ("broken-off", [])


def test_stream_without_an_end_is_cut_off_at_the_largest(user, purpose, folder):
    class Endless:
        def __init__(self):
            self.given = 0

        def read(self, size):
            self.given += size
            return bytes(size)

    endless = Endless()
    with pytest.raises(RefusedError) as refusal:
        actions.receive(endless, name="a.pdf", owner=user, purpose=purpose.slug, by=user)

    assert (refusal.value.code, left(folder)) == ("too-large", [])
    assert endless.given <= 2 * purpose.largest
