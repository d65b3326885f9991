import http.server
import io
import os
import shutil
import signal
import socket
import threading
from pathlib import Path

import pytest
from django.core.management import call_command

from enterprises.actions.samples import MEMBERS
from legal.lawyers.actions.samples import KEEPERS
from portal.accounts.actions import ADMINISTRATOR, EDITORS, OTHERS
from portal.pages import demonstration, health
from portal.pages.management.commands import load_samples
from portal.supervisor import Ended, Supervisor

SAMPLES = Path(__file__).parents[3] / "demo"
SAMPLE_ACCOUNTS = [*MEMBERS, *KEEPERS, ADMINISTRATOR, *EDITORS.values(), *OTHERS.values()]


class Listener(io.StringIO):
    """Hears what the command says, and ends it when it says that the portal is ready."""

    def write(self, text):
        if "Ctrl-C ends everything" in text:
            threading.Thread(target=os.kill, args=(os.getpid(), signal.SIGTERM)).start()
        return super().write(text)


@pytest.fixture
def samples(tmp_path):
    """The sample data with one law."""
    folder = tmp_path / "samples"
    shutil.copytree(SAMPLES, folder, ignore=lambda path, names: names if Path(path).parent.name == "laws" else [])
    shutil.copytree(SAMPLES / "laws" / "un-cisg", folder / "laws" / "un-cisg", dirs_exist_ok=True)
    return folder


@pytest.fixture
def var(settings, tmp_path, monkeypatch):
    settings.VAR_DIR = tmp_path / "var"
    settings.VAR_DIR.mkdir()
    settings.SEARCH_INDEX_DIR = settings.VAR_DIR / "index"
    for name in ("PORTAL_VAR", "STATIC_ROOT", "SEARCH_INDEX_DIR"):
        below = {"PORTAL_VAR": "", "STATIC_ROOT": "static", "SEARCH_INDEX_DIR": "index"}[name]
        monkeypatch.setenv(name, str(settings.VAR_DIR / below))
    return settings.VAR_DIR


@pytest.fixture
def supervisor():
    with Supervisor(os.environ, lambda line: None) as supervisor:
        yield supervisor


def run_demo(port, samples):
    said = Listener()
    with pytest.raises(SystemExit) as ended:
        call_command("demo", port=port, data=samples, stdout=said)
    return ended.value.code, said.getvalue()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_demo_comes_up_and_ends_and_does_no_work_twice(var, samples, unused_port, monkeypatch, settings):
    with monkeypatch.context() as patched:
        patched.setattr(health, "database", lambda: False)
        first = run_demo(unused_port, samples)
    shutil.rmtree(var / "index")
    second = run_demo(unused_port, samples)

    assert (first[0], second[0]) == (143, 143)
    assert f"The portal is ready: http://127.0.0.1:{unused_port}/" in first[1]
    assert [step in first[1] for step in ("Migrating", "Collecting", "Loading the sample data")] == [True] * 3
    assert [step in second[1] for step in ("Migrating", "Collecting", "Loading the sample data")] == [False] * 3
    assert "Building the search index: done in" in second[1]
    assert {email for email in SAMPLE_ACCOUNTS if f"    {email}\n" not in second[1]} == set()
    assert f"Mails are written to {settings.EMAIL_FILE_PATH}." in second[1]
    assert second[1].splitlines()[-4:] == [
        "  Stopping the web server …",
        "  Stopping beat …",
        "  Stopping the worker …",
        "Ended by SIGTERM.",
    ]


@pytest.mark.django_db
def test_taken_port_is_one_sentence_and_a_status(samples):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        code, said = run_demo(port, samples)

    assert code == 1
    assert said == (
        f"Port {port} cannot be used (Address already in use): name another one, as in `make demo PORT=8001`.\n"
    )


class Failing(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(503)
        self.end_headers()
        self.wfile.write(b"the worker is failing")

    def log_message(self, *arguments):
        pass


def test_site_that_does_not_become_healthy_ends_the_run(supervisor, monkeypatch):
    monkeypatch.setattr(demonstration, "PATIENCE", 0.5)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Failing) as server:
        threading.Thread(target=server.serve_forever).start()

        with pytest.raises(Ended, match=r"did not become healthy in 0 s: the worker is failing\."):
            demonstration.await_health(supervisor, server.server_port)
        server.shutdown()


def test_site_that_does_not_answer_ends_the_run(supervisor, unused_port, monkeypatch):
    monkeypatch.setattr(demonstration, "PATIENCE", 0.5)

    with pytest.raises(Ended, match=r"did not become healthy in 0 s: it does not answer\."):
        demonstration.await_health(supervisor, unused_port)


@pytest.mark.django_db
def test_samples_are_loaded_one_after_the_other_and_each_is_named(samples, monkeypatch):
    monkeypatch.setattr(load_samples, "LOADS", demonstration.LOADS[:3])
    said = io.StringIO()

    call_command("load_samples", samples, stdout=said)

    told = [line for line in said.getvalue().splitlines() if "done in" in line]
    assert [line.split(":")[0].strip() for line in told] == [name for name, *_ in demonstration.LOADS[:3]]
