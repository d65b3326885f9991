"""`manage.py demo` as a person or a script runs it: with nothing configured, in the background, ended in every way."""

import http.client
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow]

PROJECT = Path(__file__).parents[2]
SAMPLES = PROJECT / "demo"


@pytest.fixture(scope="module")
def var():
    """Kept from one test to the next: the later runs find what the first has loaded."""
    folder = Path(tempfile.mkdtemp(prefix="portal-demo-"))
    folder.chmod(0o755)
    samples = folder / "samples"
    shutil.copytree(SAMPLES, samples, ignore=lambda path, names: names if Path(path).parent.name == "laws" else [])
    shutil.copytree(SAMPLES / "laws" / "un-cisg", samples / "laws" / "un-cisg", dirs_exist_ok=True)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def demo(var, unused_port):
    """The demonstration, ready; started as a shell without job control starts what it puts into the background."""
    environment = {"PATH": os.environ["PATH"], "PORTAL_VAR": str(var)}
    process = subprocess.Popen(
        [sys.executable, "manage.py", "demo", "--port", str(unused_port), "--data", var / "samples"],
        cwd=PROJECT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN),
    )
    with process:
        said = []
        while not said or "Ctrl-C ends everything" not in said[-1]:
            line = process.stdout.readline()
            assert line, "".join(said)
            said.append(line)
        yield process, unused_port
        process.kill()


def workers_of(var):
    """What still works in the folder, or serves from it."""
    return [
        int(entry.name)
        for entry in Path("/proc").iterdir()
        if entry.name.isdecimal() and int(entry.name) != os.getpid() and belongs(entry, var)
    ]


def belongs(entry, var):
    try:
        words = (entry / "cmdline").read_bytes() + (entry / "environ").read_bytes()
    except OSError:
        return False
    return str(var).encode() in words


def await_nobody(var):
    deadline = time.monotonic() + 60
    while workers_of(var):
        assert time.monotonic() < deadline, workers_of(var)
        threading.Event().wait(0.1)


def page(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path)
    response = connection.getresponse()
    body = response.read().decode()
    connection.close()
    return response.status, body


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_demo_answers_and_a_signal_leaves_nobody(demo, var, number):
    process, port = demo
    status, body = page(port, "/en/laws/un/cisg/")

    process.send_signal(number)
    process.communicate()

    assert (status, "Convention" in body, process.returncode) == (200, True, 128 + number)
    assert workers_of(var) == []


def test_killed_demo_leaves_nobody_for_long(demo, var):
    process, _ = demo

    process.kill()
    process.communicate()

    await_nobody(var)
