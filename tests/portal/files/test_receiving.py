import hashlib
import io

import pytest

from portal.files import actions, storage
from portal.files.models import File
from tests.portal.files import hostile

pytestmark = pytest.mark.django_db

SOUND = {
    "合同.pdf": hostile.pdf(),
    "договор.docx": hostile.docx(),
    "list.xlsx": hostile.xlsx(),
    "скан.jpg": hostile.picture("JPEG"),
    "scan.png": hostile.picture("PNG"),
    "fax.tiff": hostile.picture("TIFF"),
    "photo.webp": hostile.picture("WEBP"),
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
