"""The services of docker-compose.yml without Docker: their very commands, against PostgreSQL and Redis on TCP ports."""

import http.client
import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import psycopg
import pytest
import redis
import yaml

from portal.accounts.roles import BY_SLUG
from portal.celery import app
from portal.embedded import programs
from portal.embedded.places import Places, prepare
from portal.supervisor import Program, Supervisor

# One process of a parallel run starts the site, and keeps all its tests.
pytestmark = [pytest.mark.slow]

PROJECT = Path(__file__).parents[2]
COMPOSE = yaml.safe_load((PROJECT / "docker-compose.yml").read_text())
SECRETS = {name: secrets.token_hex(12) for name in ("POSTGRES_PASSWORD", "OWNER_PASSWORD", "APPLICATION_PASSWORD")}
GIVEN = SECRETS | {
    "SECRET_KEY": secrets.token_urlsafe(50),
    "ALLOWED_HOSTS": "law.example",
    "EMAIL_HOST": "127.0.0.1",
}
VARIABLE = re.compile(r"\$\{(\w+)(?::([?-])([^}]*))?\}")


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def filled_in(text, given):
    """What compose makes of a value: variables replaced, defaults taken, a required one that is missing refused."""

    def value(match):
        name, kind, default = match.groups()
        if name not in given and kind != "-":
            raise LookupError(name)
        return given.get(name, default)

    return VARIABLE.sub(value, str(text))


def run(account, *command, **environment):
    """A program of PostgreSQL's, as the account its server runs as."""
    done = account.run(["/usr/bin/env", *(f"{name}={value}" for name, value in environment.items()), *command])
    assert done.returncode == 0, done.stdout


@pytest.fixture(scope="module")
def var():
    folder = Path(tempfile.mkdtemp(prefix="portal-compose-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def postgres_port(var):
    """A server as the image of PostgreSQL makes it: initialised with compose's arguments, then its roles made."""
    places, port = Places(var), free_port()
    account = prepare(places)
    settings = COMPOSE["services"]["postgres"]["environment"]
    bin_of = programs.postgresql("initdb", places, account).parent
    data, password = places.postgresql, places.sockets / "password"
    account.own_folder(data)
    password.write_text(GIVEN["POSTGRES_PASSWORD"])
    password.chmod(0o644)
    arguments = settings["POSTGRES_INITDB_ARGS"].split()
    run(
        account,
        bin_of / "initdb",
        "-D",
        data,
        "-U",
        "postgres",
        "-A",
        "scram-sha-256",
        "--pwfile",
        password,
        *arguments,
    )
    options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={places.sockets}"
    run(account, bin_of / "pg_ctl", "start", "-w", "-s", "-D", data, "-l", data / "log", "-o", options)
    shutil.copy(PROJECT / "deploy" / "roles.sh", var / "roles.sh")
    run(
        account,
        *("/bin/sh", var / "roles.sh"),
        PATH=f"{bin_of}:/usr/bin:/bin",
        PGHOST="127.0.0.1",
        PGPORT=port,
        PGPASSWORD=GIVEN["POSTGRES_PASSWORD"],
        **{name: filled_in(settings[name], GIVEN) for name in ("OWNER_PASSWORD", "APPLICATION_PASSWORD")},
    )
    yield port
    run(account, bin_of / "pg_ctl", "stop", "-w", "-s", "-m", "fast", "-D", data)


@pytest.fixture(scope="module")
def redis_port(var):
    """The command of compose's Redis, on a port of its own."""
    places, port = Places(var), free_port()
    account = prepare(places)
    _, *arguments = COMPOSE["services"]["redis"]["command"]
    where = ["--bind", "127.0.0.1", "--port", str(port), "--dir", places.redis, "--daemonize", "yes"]
    run(account, programs.redis(places, account), *arguments, *where)
    client = redis.Redis(port=port)
    await_that(lambda: answers(client))
    yield port
    client.shutdown()
    client.close()


def answers(client):
    try:
        return client.ping()
    except redis.ConnectionError:
        return False


def await_that(condition, seconds=60):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        threading.Event().wait(0.1)


@pytest.fixture(scope="module")
def environment_of(var, postgres_port, redis_port):
    """The environment of a service: what the image sets, what compose sets, its hosts on ports of this machine."""
    image = {"HOST": "127.0.0.1", "PORT": str(free_port()), "PORTAL_VAR": str(var), "STATIC_ROOT": str(var / "static")}

    def environment(service):
        set_by_compose = {
            name: filled_in(value, GIVEN)
            .replace("@postgres:5432", f"@127.0.0.1:{postgres_port}")
            .replace("//redis:6379", f"//127.0.0.1:{redis_port}")
            for name, value in COMPOSE["services"][service]["environment"].items()
        }
        path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
        return {"PATH": path, "LANG": "C.UTF-8"} | image | set_by_compose

    return environment


def complete(command, environment):
    return subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def site(var, environment_of):
    """The services in compose's order: those that run once, then those that stay; answers the port of the site."""
    steps = [("migrate", None), ("index", None), ("web", ["python", "manage.py", "collectstatic", "--noinput"])]
    for service, command in steps:
        done = complete(command or COMPOSE["services"][service]["command"], environment_of(service))
        assert done.returncode == 0, done.stdout + done.stderr
    with Supervisor(os.environ, lambda line: None) as supervisor:
        for service in ("worker", "beat", "web"):
            supervisor.environment = environment_of(service)
            supervisor.start(Program(service, COMPOSE["services"][service]["command"], var / f"{service}.log"))
        port = int(environment_of("web")["PORT"])
        await_that(lambda: ask(port, "/health/")[0] == 200, 120)
        yield port


def ask(port, path, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", path, headers={"Host": "law.example", "X-Forwarded-Proto": "https", **headers})
        response = connection.getresponse()
        return response.status, response.read().decode(), response.headers
    except OSError:
        return 0, "", {}
    finally:
        connection.close()


def test_site_of_compose_works(site):
    status, body, _ = ask(site, "/health/")

    assert (status, json.loads(body)["status"]) == (200, "ok")


@pytest.mark.parametrize("language", ["zh-hans", "en", "ru"])
def test_page_is_served_with_what_protects_it(site, language):
    status, body, headers = ask(site, f"/{language}/")

    assert status == 200
    assert "</html>" in body
    assert headers["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains; preload"
    assert "unsafe" not in headers["Content-Security-Policy"]


def test_page_asked_for_without_https_is_sent_there(site):
    status, _, headers = ask(site, "/en/", **{"X-Forwarded-Proto": "http"})

    assert (status, headers["Location"]) == (301, "https://law.example/en/")


def test_static_file_is_served_for_ever_and_compressed(site):
    _, page, _ = ask(site, "/en/")
    stylesheet = re.search(r'href="(/static/portal\.[0-9a-f]+\.css)"', page).group(1)

    status, _, headers = ask(site, stylesheet, **{"Accept-Encoding": "identity"})

    assert (status, headers["Cache-Control"]) == (200, "max-age=315360000, public, immutable")


def test_task_is_run_by_the_worker(site, environment_of, redis_port):
    cache = redis.Redis(port=redis_port, db=1)
    cache.flushdb()
    with app.connection_for_write(environment_of("web")["REDIS_URL"]) as connection:
        app.send_task("portal.pages.tasks.beat_heart", connection=connection)

    await_that(lambda: cache.keys("*heartbeat*"), 30)
    cache.close()


@pytest.mark.parametrize("service", ["web", "worker", "beat"])
def test_health_check_of_a_service_passes(site, environment_of, service):
    _, *command = COMPOSE["services"][service]["healthcheck"]["test"]

    done = complete(command, environment_of(service))

    assert (done.returncode, done.stdout) == (0, "It works.\n"), done.stderr


def test_roles_of_the_staff_have_their_rights(site, environment_of):
    with psycopg.connect(environment_of("web")["DATABASE_URL"]) as connection:
        found = connection.execute(
            "SELECT DISTINCT name, true FROM auth_group JOIN auth_group_permissions ON group_id = auth_group.id"
        ).fetchall()

    assert dict(found) == dict.fromkeys(BY_SLUG, True)


LOADED = ("privacy_consenttext", "privacy_retentionrule", "enterprises_industry", "training_university")


def counted(environment):
    count = psycopg.sql.SQL("SELECT count(*) FROM {}")
    with psycopg.connect(environment["DATABASE_URL"]) as connection:
        return {
            table: connection.execute(count.format(psycopg.sql.Identifier(table))).fetchone()[0] for table in LOADED
        }


def test_what_an_installation_begins_with_is_loaded_once(site, environment_of):
    loaded = counted(environment_of("web"))

    again = complete(COMPOSE["services"]["migrate"]["command"], environment_of("migrate"))

    assert again.returncode == 0, again.stdout + again.stderr
    assert counted(environment_of("web")) == loaded
    assert 0 not in loaded.values()


@pytest.mark.parametrize("statement", ["DELETE FROM history_entry", "INSERT INTO history_entry DEFAULT VALUES"])
def test_role_of_the_site_does_not_write_the_history(site, environment_of, statement):
    with (
        psycopg.connect(environment_of("web")["DATABASE_URL"]) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege, match="history_entry"),
    ):
        connection.execute(statement)


def test_role_of_the_site_changes_no_table(site, environment_of):
    with (
        psycopg.connect(environment_of("web")["DATABASE_URL"]) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute("CREATE TABLE stolen (id integer)")


def test_compose_refuses_to_start_without_its_secrets():
    with pytest.raises(LookupError, match="SECRET_KEY"):
        filled_in(COMPOSE["x-site"]["environment"]["SECRET_KEY"], {})


def test_every_service_that_stays_has_a_health_check_and_a_policy_to_come_back():
    staying = {name: service for name, service in COMPOSE["services"].items() if service.get("restart") != "no"}

    assert set(staying) == {"postgres", "redis", "web", "worker", "beat"}
    assert [name for name, service in staying.items() if "healthcheck" not in service] == []
    assert set(COMPOSE["volumes"]) == {"postgres", "redis", "site"}
