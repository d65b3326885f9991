import logging

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import DatabaseError
from kombu.exceptions import OperationalError

from portal.pages import health
from portal.pages.tasks import beat_heart
from portal.search import actions as search

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_kept():
    cache.clear()


@pytest.fixture
def index(settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    search.rebuild()


def test_whole_site_works(client, index):
    beat_heart()

    response = client.get("/health/")

    parts = dict.fromkeys(("database", "cache", "index", "broker", "worker"), "ok")
    assert (response.status_code, response.json()) == (200, {"status": "ok", "parts": parts})
    assert "no-store" in response["Cache-Control"]


def test_site_without_a_worker_is_failing_and_its_web_server_is_not(client, index):
    site, web = client.get("/health/"), client.get("/health/web/")

    assert (site.status_code, site.json()["parts"]["worker"]) == (503, "failing")
    assert (web.status_code, web.json()["status"]) == (200, "ok")


def test_web_server_without_an_index_is_failing(client, settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "none"

    response = client.get("/health/web/")

    assert response.status_code == 503
    assert response.json()["parts"] == {"database": "ok", "index": "failing"}


@pytest.mark.parametrize("error", [DatabaseError("gone"), OperationalError("gone")])
def test_part_that_does_not_answer_is_failing_and_logged(error, caplog):
    def part():
        raise error

    with caplog.at_level(logging.WARNING):
        assert health.report({"part": part}) == {"part": False}
    assert caplog.messages == ["The part does not answer: gone"]


def test_container_of_the_worker_is_told_of_its_heart():
    with pytest.raises(CommandError, match="No task of beat's has been run by a worker for a minute"):
        call_command("check_health", "worker")
    beat_heart()

    call_command("check_health", "worker")


@pytest.mark.django_db(transaction=True)
def test_container_of_the_web_server_asks_it(live_server, index, monkeypatch, capsys):
    monkeypatch.setenv("PORT", live_server.url.rpartition(":")[2])

    call_command("check_health", "web")

    assert capsys.readouterr().out == "It works.\n"


@pytest.mark.django_db(transaction=True)
def test_container_of_a_failing_web_server_is_told(live_server, settings, tmp_path, monkeypatch):
    settings.SEARCH_INDEX_DIR = tmp_path / "none"
    monkeypatch.setenv("PORT", live_server.url.rpartition(":")[2])

    with pytest.raises(CommandError, match=r"The web server answers 503: .*failing"):
        call_command("check_health", "web")


def test_container_of_a_dead_web_server_is_told(monkeypatch, unused_port):
    monkeypatch.setenv("PORT", str(unused_port))

    with pytest.raises(CommandError, match="The web server does not answer"):
        call_command("check_health", "web")


def test_index_is_built_where_there_is_none(settings, tmp_path, capsys):
    settings.SEARCH_INDEX_DIR = tmp_path / "index"

    call_command("ensure_index")
    call_command("ensure_index")

    assert health.index()
    assert capsys.readouterr().out.splitlines()[-1] == "The search index is there."
