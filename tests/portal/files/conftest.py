"""A purpose for the tests, and a storage of their own. What needs the settings is imported when they are made."""

import base64
import io
import json
import socketserver
import struct
import tempfile
import threading
from contextlib import ExitStack
from importlib import import_module

import pytest
from celery import current_app
from django.contrib.auth import get_user_model

from tests.portal.files import sound

MEGABYTE = 1024 * 1024


@pytest.fixture
def purpose(monkeypatch):
    """A paper of any type, of a megabyte at most."""
    registry, media = import_module("portal.files.registry"), import_module("portal.files.media")
    evidence = registry.Purpose("tests.evidence", "Evidence", media.DOCUMENTS, largest=MEGABYTE)
    monkeypatch.setitem(registry.purposes, evidence.slug, evidence)
    return evidence


@pytest.fixture
def law(monkeypatch):
    """An archive of texts."""
    registry, media = import_module("portal.files.registry"), import_module("portal.files.media")
    archive = registry.Purpose("tests.law", "Law", (media.ZIP,), largest=4 * MEGABYTE)
    monkeypatch.setitem(registry.purposes, archive.slug, archive)
    return archive


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Where everything of a test is kept."""
    settings.VAR_DIR = tmp_path
    papers = {"BACKEND": "portal.files.storage.PrivateFolder"}
    settings.STORAGES = settings.STORAGES | {"papers": papers}  # made anew, in the folder
    return tmp_path


@pytest.fixture
def user(db):
    return get_user_model().objects.create_user("reader@portal.example", language="en")


def taken(response):
    """All that is handed out; a server closes the file then, which the client of the tests leaves to us."""
    content = b"".join(response.streaming_content)
    for close in response._resource_closers:
        close()
    return content


def left(folder):
    """Every file anywhere in the folder of a test."""
    return [str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()]


@pytest.fixture
def received(user, purpose):
    """Receive a sound document."""

    def receive(content=None, *, name="合同.pdf", owner=None, by=None, **named):
        return import_module("portal.files.actions").receive(
            io.BytesIO(content or sound.pdf()),
            name=name,
            owner=owner or user,
            purpose=purpose.slug,
            by=by or user,
            **named,
        )

    return receive


@pytest.fixture
def worker_hears():
    """What has been sent to the worker since the last question."""
    client = current_app.connection_for_write().default_channel.client

    def hear():
        messages = [json.loads(message) for message in client.lrange("celery", 0, -1)]
        client.delete("celery")
        return [(message["headers"]["task"], json.loads(base64.b64decode(message["body"]))[0]) for message in messages]

    hear()
    return hear


@pytest.fixture
def speaking():
    """A daemon that speaks the protocol of ClamAV and says of every file what is given; None hangs up."""
    with tempfile.TemporaryDirectory(prefix="clamd-") as folder, ExitStack() as running:

        def serve(answer):
            class Handler(socketserver.StreamRequestHandler):
                def handle(self):
                    if self.rfile.readline() == b"nVERSION\n":
                        self.wfile.write(b"ClamAV 1\n")
                        return
                    while length := struct.unpack("!L", self.rfile.read(4))[0]:
                        self.rfile.read(length)
                    self.wfile.write(f"{answer}\n".encode() if answer else b"")

            server = running.enter_context(socketserver.ThreadingUnixStreamServer(f"{folder}/clamd.sock", Handler))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            running.callback(server.shutdown)
            return f"unix://{folder}/clamd.sock"

        yield serve
