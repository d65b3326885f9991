"""The index follows the database by a real worker and beat, and outlives a writer that is killed at its work."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import Settings

from legal.laws.models import Law
from portal.search import actions
from portal.search.folder import LOCK
from portal.search.models import Change, Progress
from portal.search.searching import search
from portal.supervisor import Program, Supervisor
from tests.factories import EditionFactory, LawFactory, ProvisionFactory, ProvisionTextFactory

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

PROJECT = Path(__file__).parents[3]
# A writer that commits the shelves of a batch and is stopped before it can write down that it has.
HALF = """
import django, sys
django.setup()
from portal.search import actions
from portal.search.folder import Folder
def committed(place, state):
    print("committed", flush=True)
    sys.stdin.read()
Folder.record = committed
actions.apply()
"""


def await_that(condition: Callable[[], bool], seconds: float) -> float:
    """How many seconds it took."""
    begun = time.monotonic()
    while not condition():
        assert time.monotonic() - begun < seconds
        threading.Event().wait(0.05)
    return time.monotonic() - begun


@pytest.fixture
def index_dir(tmp_path: Path, settings: Settings) -> Path:
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    actions.rebuild()
    return tmp_path / "index"


@pytest.fixture
def environment(index_dir: Path, tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "SEARCH_INDEX_DIR": str(index_dir), "PYTHONPATH": str(PROJECT)}


@pytest.fixture
def worker(environment: dict[str, str], tmp_path: Path) -> Iterator[None]:
    """A worker and beat by the commands of the demonstration; ready when they have applied a first change."""
    celery = [sys.executable, "-m", "celery", "--workdir", str(PROJECT), "-A", "portal"]
    with Supervisor(environment, lambda line: None) as supervisor:
        supervisor.start(Program("worker", [*celery, "worker", "--concurrency", "2"], tmp_path / "worker.log"))
        schedule = ["--schedule", str(tmp_path / "beat-schedule")]
        supervisor.start(Program("beat", [*celery, "beat", *schedule], tmp_path / "beat.log"))
        actions.record("nobody", [0], wake=False)
        await_that(lambda: not Change.objects.exists(), 120)
        yield


def save(body: str) -> Law:
    """A law as staff save it: its rows and the change of the index in one transaction."""
    with transaction.atomic():
        law = LawFactory(title_en="Act", title_zh_hans="法", title_ru="Закон")
        edition = EditionFactory(law=law)
        ProvisionTextFactory(provision=ProvisionFactory(edition=edition, number="1"), language="zh", body=body)
        actions.record("laws", [law.pk])
    return law


def found(query: str) -> int:
    return len(search(query, language="zh").found)


def test_saved_law_is_found_within_five_seconds(worker: None) -> None:
    for body in ("不可抗力免责", "违约金过高", "仲裁协议无效"):
        save(body)

        took = await_that(lambda body=body: found(body) == 1, 60)

        assert took < 5


def test_writer_killed_in_the_middle_of_a_batch_loses_nothing(
    environment: dict[str, str], index_dir: Path, request: pytest.FixtureRequest
) -> None:
    save("不可抗力免责")
    writer = subprocess.Popen(
        [sys.executable, "-c", HALF], cwd=PROJECT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with writer:
        assert writer.stdout is not None
        said = writer.stdout.readline()
        busy = not actions.apply(wait=False)
        waiting, before = Change.objects.count(), Progress.objects.get().applied
        writer.send_signal(signal.SIGKILL)
    held = (said, busy, waiting, (index_dir / LOCK).exists())

    request.getfixturevalue("worker")

    await_that(lambda: found("不可抗力") == 1, 30)
    await_that(lambda: not Change.objects.exists(), 30)
    assert (held, Progress.objects.get().applied > before) == ((b"committed\n", True, 1, True), True)
    view = search("免责", language="zh", counted=True)
    assert [one.also for one in view.found] == [0]
