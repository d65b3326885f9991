"""Law is read while Redis is away: where nobody listens, where it hangs, where it has been stopped."""

import datetime
import json
import logging
import math
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from celery import Celery
from django.core.cache import cache, caches
from django.test import RequestFactory
from pytest_django import Settings

from portal import outage, sending
from portal.celery import app as portal_app
from portal.embedded import redis_server
from portal.embedded.places import Places, prepare
from portal.limiting import limit, usage
from portal.search import actions
from tests.factories import EditionFactory, LawFactory, ProvisionFactory, ProvisionTextFactory

PROJECT = Path(__file__).parents[2]
READ = """
import json, sys, django
from django.conf import settings
settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
django.setup()
from django.test import Client
client, told = Client(), {}
for address in sys.argv[1:]:
    response = client.get(address)
    told[address] = response.status_code, response.content.decode()
print(json.dumps(told))
"""


@pytest.fixture
def hanging() -> Iterator[socket.socket]:
    """A server where every call is taken and none is answered."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(128)
        listener.settimeout(0)
        yield listener


@pytest.fixture
def hanging_port(hanging: socket.socket) -> int:
    return hanging.getsockname()[1]


def calls(listener: socket.socket) -> int:
    """How many have called it."""
    number = 0
    with suppress(BlockingIOError):
        while True:
            listener.accept()[0].close()
            number += 1
    return number


@pytest.fixture(params=["refused", "hanging"])
def away(request: pytest.FixtureRequest) -> str:
    """The address of a Redis that is away, in each way."""
    port = request.getfixturevalue("unused_port" if request.param == "refused" else "hanging_port")
    return f"redis://127.0.0.1:{port}/0"


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """This process has heard of no outage, and forgets those of the test."""
    for known in (outage.cache, outage.broker):
        monkeypatch.setattr(known, "met", -math.inf)
        monkeypatch.setattr(known, "told", -math.inf)


def use(settings: Settings, address: str) -> None:
    settings.CACHES = {**settings.CACHES, "default": {**settings.CACHES["default"], "LOCATION": address}}


ASKED: dict[str, tuple[Callable[[], Any], Any]] = {
    "add": (lambda: cache.add("a", 1), False),
    "get": (lambda: cache.get("a", "default"), "default"),
    "set": (lambda: cache.set("a", 1), None),
    "touch": (lambda: cache.touch("a"), False),
    "delete": (lambda: cache.delete("a"), False),
    "get_many": (lambda: cache.get_many(["a"]), {}),
    "has_key": (lambda: cache.has_key("a"), False),
    "set_many": (lambda: cache.set_many({"a": 1}), []),
    "delete_many": (lambda: cache.delete_many(["a"]), None),
    "clear": (lambda: cache.clear(), False),
}


@pytest.mark.parametrize("asked", ASKED)
def test_cache_that_is_away_keeps_nothing_and_fails_nobody(settings: Settings, unused_port: int, asked: str) -> None:
    use(settings, f"redis://127.0.0.1:{unused_port}/1")
    ask, otherwise = ASKED[asked]

    assert ask() == otherwise


@pytest.mark.parametrize("asked", ASKED)
def test_cache_that_is_there_does_as_asked(asked: str) -> None:
    cache.clear()
    cache.set("a", 2)
    ask, otherwise = ASKED[asked]
    expected = {"get": 2, "touch": True, "delete": True, "get_many": {"a": 2}, "has_key": True, "clear": True}

    assert ask() == expected.get(asked, otherwise)


def test_cache_that_is_there_counts() -> None:
    cache.set("a", 1)

    assert (cache.incr("a"), cache.incr("a")) == (2, 3)


def test_nothing_is_counted_in_a_cache_that_is_away(settings: Settings, away: str) -> None:
    use(settings, away)

    with pytest.raises(ValueError, match="not found"):
        cache.incr("a")


def test_nobody_is_limited_while_nobody_counts(settings: Settings, away: str) -> None:
    use(settings, away)
    request = RequestFactory().get("/")

    for _ in range(3):
        limit(request, "x", "1/m")

    assert usage(request, "x", "1/m") is None


def test_outage_is_told_once_and_server_left_alone_for_a_while(
    settings: Settings, unused_port: int, caplog: pytest.LogCaptureFixture
) -> None:
    use(settings, f"redis://127.0.0.1:{unused_port}/1")

    with caplog.at_level(logging.WARNING, logger="portal.outage"):
        cache.get("a")
        left_alone = outage.cache.lasts
        for _ in range(3):
            outage.cache.met = -math.inf  # as if the time had passed
            cache.get("a")

    assert left_alone
    assert [line.split(":")[0] for line in caplog.messages] == [
        "The cache does not answer, pages are made without it and nobody's requests are counted"
    ]


def test_server_that_hangs_is_waited_for_once(
    settings: Settings, hanging: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outage, "LEFT_ALONE", 3600.0)  # however slow the machine
    use(settings, f"redis://127.0.0.1:{hanging.getsockname()[1]}/0")

    for _ in range(5):
        cache.get("a")

    assert calls(hanging) == 1


@pytest.fixture
def places() -> Iterator[Places]:
    folder = Path(tempfile.mkdtemp(prefix="portal-redis-"))
    folder.chmod(0o755)
    yield Places(folder)
    shutil.rmtree(folder)


def test_cache_serves_again_when_redis_is_back(settings: Settings, places: Places) -> None:
    account = prepare(places)
    use(settings, redis_server.address(places, 1))
    redis_server.start(places, account, durable=False)
    cache.set("a", 1)
    kept = cache.get("a")
    redis_server.stop(places)
    meanwhile = cache.get("a")
    redis_server.start(places, account, durable=False)
    outage.cache.met = -math.inf  # as if the time had passed
    cache.set("a", 2)
    again = cache.get("a")
    caches["default"]._cache.get_client().connection_pool.disconnect()
    redis_server.stop(places)

    assert (kept, meanwhile, again) == (1, None, 2)


def test_task_for_a_broker_that_is_away_is_left_to_the_sweep(away: str, caplog: pytest.LogCaptureFixture) -> None:
    with (
        caplog.at_level(logging.WARNING, logger="portal.outage"),
        Celery("away", broker=away, set_as_current=False) as app,
    ):
        app.conf.broker_transport_options = {"socket_connect_timeout": 0.2, "socket_timeout": 0.2}
        app.set_current()
        try:
            for _ in range(3):
                sending.send("portal.search.tasks.apply")
        finally:
            portal_app.set_current()

    assert (outage.broker.lasts, len(caplog.messages)) == (True, 1)


@pytest.fixture
def law(tmp_path: Path, settings: Settings, transactional_db: None) -> str:
    """A law in the database and in an index, as another process finds them; its address."""
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    law = LawFactory(slug="civil-code", title_en="Civil Code", title_zh_hans="民法典", title_ru="Кодекс")
    edition = EditionFactory(law=law, adopted=datetime.date(2020, 5, 28), in_force=datetime.date(2021, 1, 1))
    ProvisionTextFactory(provision=ProvisionFactory(edition=edition, number="1"), body="合同应当遵守。")
    actions.rebuild()
    return f"/en/laws/{law.jurisdiction.code}/civil-code/"


@pytest.mark.slow
def test_every_page_of_law_is_read_without_redis(law: str, away: str, tmp_path: Path) -> None:
    pages = ["/en/", "/en/laws/", law, f"{law}article-1/", "/en/search/?q=合同", "/en/search/suggest/?q=民法"]
    probes = ["/health/web/", "/health/"]
    environment = {**os.environ, "REDIS_URL": away, "SEARCH_INDEX_DIR": str(tmp_path / "index")}

    done = subprocess.run(
        [sys.executable, "-c", READ, *pages, *probes],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )

    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert {address: told[address][0] for address in [*pages, *probes]} == dict.fromkeys(
        [*pages, "/health/web/"], 200
    ) | {"/health/": 503}
    assert json.loads(told["/health/"][1])["parts"] == {
        "database": "ok", "index": "ok", "cache": "failing", "broker": "failing", "worker": "failing"
    }  # fmt: skip
    assert "合同应当遵守" in told[f"{law}article-1/"][1]
    assert done.stderr.count("The cache does not answer") == 1
