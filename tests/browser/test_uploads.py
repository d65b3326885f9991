"""A large file in a real browser: the line is cut in the middle, the upload goes on, and arrives as it was sent."""

import hashlib
import os
import socket
import threading
from contextlib import suppress

import pytest
from django.conf import settings as portal_settings
from PIL import Image
from playwright.sync_api import expect

from portal.accounts.models import User
from portal.files import registry
from portal.files.media import DOCUMENTS
from portal.files.models import File
from portal.files.registry import Purpose
from portal.files.states import State

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow, pytest.mark.urls("tests.portal.files.pages")]
MEGABYTE = 1024 * 1024


class Line:
    """A line to the server that can be cut: after so many bytes from the browser, until it is mended."""

    def __init__(self, target: tuple[str, int]) -> None:
        self.target, self.left, self.whole = target, float("inf"), threading.Event()
        self.whole.set()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._listen, daemon=True).start()

    def cut_after(self, count: int) -> None:
        self.left = count

    def mend(self) -> None:
        self.left = float("inf")
        self.whole.set()

    def close(self) -> None:
        self.listener.close()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                browser, _ = self.listener.accept()
                if not self.whole.is_set():
                    browser.close()
                    continue
                server = socket.create_connection(self.target)
                for one, other, counted in ((browser, server, True), (server, browser, False)):
                    threading.Thread(target=self._carry, args=(one, other, counted), daemon=True).start()

    def _carry(self, one: socket.socket, other: socket.socket, counted: bool) -> None:
        with suppress(OSError), one, other:
            while piece := one.recv(65_536):
                if counted:
                    self.left -= len(piece)
                if self.left < 0:
                    self.whole.clear()
                    for end in (one, other):
                        end.shutdown(socket.SHUT_RDWR)
                    return
                other.sendall(piece)


@pytest.fixture
def line(live_server):
    line = Line((live_server.thread.host, live_server.thread.port))
    yield line
    line.close()


@pytest.fixture
def noise(tmp_path):
    """A sound picture of eight megabytes."""
    path = tmp_path / "снимок 扫描.png"
    Image.frombytes("RGB", (1700, 1600), os.urandom(1700 * 1600 * 3)).save(path, compress_level=0)
    return path


@pytest.fixture
def kept(settings, tmp_path, monkeypatch):
    settings.VAR_DIR = tmp_path / "var"
    settings.STORAGES = settings.STORAGES | {"papers": {"BACKEND": "portal.files.storage.PrivateFolder"}}
    evidence = Purpose("tests.evidence", "Evidence", DOCUMENTS, largest=20 * MEGABYTE)
    monkeypatch.setitem(registry.purposes, evidence.slug, evidence)


@pytest.fixture
def signed_in(browser, client, line, kept):
    user = User.objects.create_user("reader@portal.example", language="en")
    client.force_login(user)
    context = browser.new_context(viewport={"width": 390, "height": 844})
    session = client.cookies[portal_settings.SESSION_COOKIE_NAME].value
    context.add_cookies(
        [{"name": portal_settings.SESSION_COOKIE_NAME, "value": session, "url": f"http://127.0.0.1:{line.port}"}]
    )
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{line.port}/en/evidence/")
    yield page
    context.close()


def test_upload_goes_on_after_the_line_was_cut(signed_in, line, noise):
    line.cut_after(3 * MEGABYTE + 300_000)
    signed_in.get_by_label("Title").fill("A picture")
    signed_in.locator("input[type=file]").set_input_files(noise)
    expect(signed_in.get_by_role("status")).to_contain_text("The connection is broken.")
    arrived = File.objects.get().upload.offset
    line.mend()
    expect(signed_in.get_by_role("status")).to_contain_text("was received.", timeout=60_000)
    signed_in.get_by_role("button", name="Save").click()
    expect(signed_in.locator("body")).to_contain_text("A picture")

    file = File.objects.get()
    assert 0 < arrived < file.size
    assert (file.state, file.name, file.expires_at) == (State.CLEAN, "снимок 扫描.png", None)
    assert file.sha256 == hashlib.sha256(noise.read_bytes()).hexdigest()
    assert file.sha256 in signed_in.content()


def test_file_chosen_before_the_script_is_there_is_sent_once_it_is(signed_in, noise):
    held = []
    signed_in.route("**/files/upload*.js", lambda route: held.append(route))
    with signed_in.expect_request("**/files/upload*.js"):
        signed_in.reload(wait_until="commit")
    signed_in.locator("input[type=file]").set_input_files(noise)
    held[0].continue_()

    expect(signed_in.get_by_role("status")).to_contain_text("was received.", timeout=60_000)


def test_upload_goes_on_after_the_page_was_loaded_anew(signed_in, line, noise):
    line.cut_after(3 * MEGABYTE + 300_000)
    signed_in.locator("input[type=file]").set_input_files(noise)
    expect(signed_in.get_by_role("status")).to_contain_text("The connection is broken.")
    line.mend()
    signed_in.reload()
    remembered = signed_in.get_by_role("status").inner_text()
    signed_in.locator("input[type=file]").set_input_files(noise)
    expect(signed_in.get_by_role("status")).to_contain_text("was received.", timeout=60_000)

    assert "Choose the same file again, and the rest is sent." in remembered
    assert File.objects.get().sha256 == hashlib.sha256(noise.read_bytes()).hexdigest()


def test_upload_is_paused_gone_on_with_and_stopped(signed_in, line, noise):
    line.cut_after(2 * MEGABYTE)
    signed_in.locator("input[type=file]").set_input_files(noise)
    expect(signed_in.get_by_role("status")).to_contain_text("The connection is broken.")
    signed_in.get_by_role("button", name="Pause").click()
    expect(signed_in.get_by_role("status")).to_contain_text("Paused at")
    line.mend()
    signed_in.get_by_role("button", name="Go on").click()
    expect(signed_in.get_by_role("status")).to_contain_text("was received.", timeout=60_000)

    assert File.objects.get().state == State.CLEAN


def test_upload_that_is_stopped_leaves_nothing(signed_in, line, noise):
    line.cut_after(2 * MEGABYTE)
    signed_in.locator("input[type=file]").set_input_files(noise)
    expect(signed_in.get_by_role("status")).to_contain_text("The connection is broken.")
    line.mend()
    with signed_in.expect_response(lambda response: response.request.method == "DELETE"):
        signed_in.get_by_role("button", name="Stop").click()

    assert File.objects.count() == 0


def test_refusal_is_said_beside_the_field(signed_in, tmp_path, serious_violations):
    wrong = tmp_path / "wrong.pdf"
    wrong.write_bytes(b"<script>alert(1)</script>")
    signed_in.locator("input[type=file]").set_input_files(wrong)

    expect(signed_in.get_by_role("alert")).to_contain_text("do not fit together")
    expect(signed_in.locator("input[type=file]")).to_have_attribute("aria-invalid", "true")
    assert serious_violations(signed_in) == []
    assert File.objects.count() == 0


def test_file_too_large_is_refused_before_it_is_sent(signed_in, tmp_path):
    large = tmp_path / "large.pdf"
    large.write_bytes(bytes(20 * MEGABYTE + 1))
    signed_in.locator("input[type=file]").set_input_files(large)

    expect(signed_in.get_by_role("alert")).to_contain_text("is larger than 20")


def test_form_that_is_sent_meanwhile_waits_for_its_file(signed_in, line, noise):
    line.cut_after(2 * MEGABYTE)
    signed_in.get_by_label("Title").fill("Early")
    signed_in.locator("input[type=file]").set_input_files(noise)
    expect(signed_in.get_by_role("status")).to_contain_text("The connection is broken.")
    signed_in.get_by_role("button", name="Save").click()
    line.mend()

    expect(signed_in.locator("body")).to_contain_text("Early", timeout=60_000)
    assert File.objects.get().sha256 in signed_in.content()


def test_file_goes_with_its_form_without_script(browser, signed_in, line, noise):
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies(signed_in.context.cookies())
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{line.port}/en/evidence/")
    page.locator("#id_title").fill("Plain")
    page.locator("input[type=file]").set_input_files(noise)
    page.get_by_role("button", name="Save").click()

    expect(page.locator("body")).to_contain_text("Plain")
    assert File.objects.get().sha256 == hashlib.sha256(noise.read_bytes()).hexdigest()
    context.close()
