import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from portal.embedded import take


@pytest.fixture
def var() -> Iterator[Path]:
    """A folder the servers' account may enter, as those under pytest's own private one may not be."""
    folder = Path(tempfile.mkdtemp(prefix="portal-var-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def lease(var):
    lease = take(var, durable=False)
    yield lease
    lease.release()


@pytest.fixture
def unset(monkeypatch):
    """An environment with nothing configured; whatever a command puts into it is taken out again."""
    for name in ("DATABASE_URL", "MIGRATION_DATABASE_URL", "REDIS_URL", "SECRET_KEY", "ALLOWED_HOSTS", "HTTPS"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    handler = signal.getsignal(signal.SIGTERM)
    yield monkeypatch
    signal.signal(signal.SIGTERM, handler)


@pytest.fixture
def ours():
    """Root's servers belong to somebody else, ours to ourselves."""
    return os.geteuid()


@pytest.fixture
def deaf() -> Iterator[Callable[..., int]]:
    """Starts processes that work in a folder as a server would, answer nobody and obey nobody; their ids."""
    started = []

    def start(folder: Path, *, seconds: float = 600) -> int:
        script = f"trap '' INT TERM; echo ready; exec sleep {seconds}"
        process = subprocess.Popen(["sh", "-c", script], cwd=folder, stdout=subprocess.PIPE)
        started.append(process)
        assert process.stdout.readline() == b"ready\n"
        return process.pid

    yield start
    for process in started:
        process.kill()
        process.communicate()
