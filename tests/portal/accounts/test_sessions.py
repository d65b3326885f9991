"""A session that cannot be kept: because its database is away, or because it was ended meanwhile."""

import shutil
import tempfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as configured
from django.contrib.sessions.models import Session
from django.db import connection, connections
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from portal import urls
from portal.embedded import postgresql
from portal.embedded.account import for_folder
from portal.embedded.places import Places, prepare

pytestmark = pytest.mark.django_db


def interrupted(request: HttpRequest, code: str, how: str) -> HttpResponse:
    """A page that keeps something in the session, whose database goes away, or which is ended, while it is made."""
    request.session["seen"] = code
    if how == "gone":
        Session.objects.all().delete()
        return HttpResponse()
    connection.close()
    places = Places(Path(request.META["var"]))
    postgresql.stop(places, for_folder(places.var))
    if how == "away-within":
        Session.objects.count()
    return HttpResponse()


urlpatterns = [path("<str:code>/interrupted/<str:how>/", interrupted), *urls.urlpatterns]
handler400, handler403, handler404, handler500 = urls.handler400, urls.handler403, urls.handler404, urls.handler500


@pytest.fixture(scope="module")
def places() -> Iterator[Places]:
    """The folder of a PostgreSQL that the tests stop."""
    var = Path(tempfile.mkdtemp(prefix="portal-sessions-"))
    var.chmod(0o755)
    yield Places(var)
    shutil.rmtree(var)


@pytest.fixture
def client(settings: Any, places: Places) -> Iterator[Client]:
    """Whoever has a session, while the site runs on that PostgreSQL."""
    settings.ROOT_URLCONF = __name__
    postgresql.start(places, prepare(places), durable=False)
    usual = connections["default"]
    own = {"HOST": str(places.sockets), "USER": postgresql.SUPERUSER, "NAME": "postgres"}
    connections["default"] = type(usual)(usual.settings_dict | own, "default")
    if Session._meta.db_table not in connection.introspection.table_names():
        with connection.schema_editor() as editor:
            editor.create_model(Session)
    session = import_module(configured.SESSION_ENGINE).SessionStore()
    session.create()
    client = Client(raise_request_exception=False, var=str(places.var))
    client.cookies[configured.SESSION_COOKIE_NAME] = session.session_key
    yield client
    connection.close()
    connections["default"] = usual
    postgresql.stop(places, for_folder(places.var))


@pytest.mark.parametrize("how", ["away", "away-within"])
def test_reader_is_asked_to_come_again_while_the_database_is_away(client: Client, how: str) -> None:
    answer = client.get(f"/en/interrupted/{how}/")

    assert (answer.status_code, answer["Retry-After"]) == (503, "60")


def test_session_that_was_ended_meanwhile_makes_the_request_one_that_was_amiss(client: Client) -> None:
    assert client.get("/en/interrupted/gone/").status_code == 400
