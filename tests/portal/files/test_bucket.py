"""Files in a bucket, at a server that speaks S3: private, encrypted, handed out through the portal alone."""

import datetime
import hashlib
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import boto3
import pytest
from botocore.exceptions import ClientError
from django.utils import timezone
from moto.server import ThreadedMotoServer

from portal import settings as ours
from portal.files import judging, storage, sweeping, tasks
from portal.files.models import File
from portal.files.scanning import Verdict
from portal.files.states import State
from tests.portal.files import sound
from tests.portal.files.conftest import taken

pytestmark = [pytest.mark.django_db]


@pytest.fixture(scope="module")
def s3():
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(s3, settings, monkeypatch):
    given = {"BUCKET": "papers", "KEY": "key", "SECRET": "secret", "ENDPOINT": s3, "REGION": "us-east-1"}
    for name, value in given.items():
        monkeypatch.setenv(f"PAPERS_S3_{name}", value)
    settings.STORAGES = settings.STORAGES | {"papers": ours.paper_storage()}
    resource = boto3.resource(
        "s3", endpoint_url=s3, aws_access_key_id="key", aws_secret_access_key="secret", region_name="us-east-1"
    )
    made = resource.create_bucket(Bucket="papers")
    yield made
    made.objects.delete()
    made.delete()


def keys(bucket):
    return [entry.key for entry in bucket.objects.all()]


def test_file_is_kept_encrypted_and_private(bucket, received, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        file = received()

    kept = bucket.Object(storage.key(file))
    assert keys(bucket) == [f"clean/{file.pk.hex[:2]}/{file.pk.hex}"]
    assert kept.server_side_encryption == "AES256"
    assert {grant["Grantee"].get("URI") for grant in kept.Acl().grants} == {None}
    with pytest.raises(ValueError, match="no address"):
        storage.papers().url(kept.key)


def test_file_is_handed_out_through_the_portal(bucket, received, user, client):
    content = sound.pdf(3)
    file = received(content)
    client.force_login(user)

    response = client.get(f"/en/files/{file.pk}/")

    assert hashlib.sha256(taken(response)).hexdigest() == file.sha256
    assert response["Content-Length"] == str(len(content))


def test_quarantine_lies_apart_until_the_scan(bucket, received, settings, django_capture_on_commit_callbacks):
    settings.CLAMD_URL = "tcp://127.0.0.1:9"
    file = received()
    before = keys(bucket)
    with django_capture_on_commit_callbacks(execute=True):
        judging._conclude(file, State.CLEAN, Verdict("", "scanner"))

    assert (before, keys(bucket)) == (
        [f"quarantine/{file.pk.hex[:2]}/{file.pk.hex}"],
        [f"clean/{file.pk.hex[:2]}/{file.pk.hex}"],
    )


def test_file_that_is_gone_from_the_bucket_is_not_believed_in(bucket, received, settings):
    settings.CLAMD_URL = "tcp://127.0.0.1:9"
    file = received()
    storage.destroy(file)

    tasks.scan(str(file.pk))

    assert (File.objects.get().state, File.objects.get().finding) == (State.FAILED, "The bytes of the file are gone.")


def test_sweep_destroys_what_belongs_to_no_file(bucket, received):
    received()
    File.objects.all().delete()

    young = sweeping.destroy_orphans(at=timezone.now())
    old = sweeping.destroy_orphans(at=timezone.now() + datetime.timedelta(days=2))

    assert (young, old > 0, keys(bucket)) == (0, True, [])


def test_bytes_that_are_gone_were_written_at_no_time(bucket):
    with pytest.raises(FileNotFoundError, match="clean/nothing"):
        storage.papers().get_modified_time("clean/nothing")


class Closed(BaseHTTPRequestHandler):
    """A server that lets nobody see anything, as S3 says it to a HEAD: by the status alone."""

    def do_HEAD(self):
        self.send_response(403)
        self.end_headers()


def test_bucket_that_lets_nobody_in_is_no_missing_file(bucket, settings, monkeypatch):
    with HTTPServer(("127.0.0.1", 0), Closed) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setenv("PAPERS_S3_ENDPOINT", f"http://127.0.0.1:{server.server_port}")
        settings.STORAGES = settings.STORAGES | {"papers": ours.paper_storage()}

        with pytest.raises(ClientError, match="403"):
            storage.papers().get_modified_time("clean/nothing")
        server.shutdown()
