import os
import signal
import stat
import subprocess
import sys

import pytest

from portal.embedded import POSTGRESQL, EmbeddedError, addresses, command_line, postgresql, redis_server
from portal.embedded.command_line import configured, main
from portal.embedded.places import Places

pytestmark = pytest.mark.usefixtures("unset")


@pytest.fixture(autouse=True)
def folder(var, monkeypatch):
    monkeypatch.setenv("PORTAL_VAR", str(var))
    return var


def test_command_with_nothing_configured_finds_both_servers(var):
    with configured("shell"):
        found = os.environ["DATABASE_URL"], os.environ["REDIS_URL"], postgresql.is_running(Places(var))

    assert found == (addresses(var).database, addresses(var).redis, True)
    assert (postgresql.server_pid(Places(var)), redis_server.server_pid(Places(var))) == (None, None)


@pytest.mark.parametrize("command", ["collectstatic", "verify_history", "verify_receipt"])
def test_command_that_asks_no_server_starts_none(var, command):
    with configured(command):
        found = os.environ["DATABASE_URL"], os.environ["HTTPS"]

    assert found == (addresses(var).database, "no")
    assert list(var.iterdir()) == []


def test_only_the_server_that_is_not_given_is_started(var, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://portal@database/portal")

    with configured("shell"):
        found = os.environ["DATABASE_URL"], redis_server.is_running(Places(var)), "SECRET_KEY" in os.environ

    assert found == ("postgresql://portal@database/portal", True, False)


def test_only_the_database_is_started_where_redis_is_given(var, monkeypatch):
    monkeypatch.setenv("REDIS_URL", "redis://cache")

    with configured("shell"):
        found = os.environ["REDIS_URL"], redis_server.server_pid(Places(var))

    assert found == ("redis://cache", None)


def test_tables_are_changed_by_their_owner_alone(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://portal@database/portal")
    monkeypatch.setenv("REDIS_URL", "redis://cache")
    monkeypatch.setenv("MIGRATION_DATABASE_URL", "postgresql://portal_owner@database/portal")

    with configured("migrate"):
        owner = os.environ["DATABASE_URL"]

    assert owner == "postgresql://portal_owner@database/portal"


def test_demonstration_on_servers_that_are_given_has_a_secret_of_its_own(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://portal@database/portal")
    monkeypatch.setenv("REDIS_URL", "redis://cache")

    with configured("demo"):
        found = os.environ["SECRET_KEY"], os.environ["HTTPS"]

    assert found == (command_line.secret_key(Places.at(os.environ["PORTAL_VAR"]).var), "no")


def test_what_is_set_is_left(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "of somebody's own")

    with configured("shell"):
        assert os.environ["SECRET_KEY"] == "of somebody's own"


def test_secret_is_kept_for_its_owner_alone(var):
    first, second = command_line.secret_key(var), command_line.secret_key(var)

    assert (first, len(first) > 50, stat.S_IMODE((var / "secret-key").stat().st_mode)) == (second, True, 0o600)


def test_secret_is_kept_in_a_folder_made_for_it(var):
    umask = os.umask(0o077)

    secret = command_line.secret_key(var / "a" / "b")

    os.umask(umask)
    assert secret == (var / "a" / "b" / "secret-key").read_text()
    assert [stat.S_IMODE(path.stat().st_mode) for path in (var / "a", var / "a" / "b")] == [0o755, 0o755]


def test_folder_that_cannot_keep_a_secret_is_told(var):
    (var / "file").touch()

    with pytest.raises(EmbeddedError, match=r"/file/below cannot be written \(.+\): make it writable"):
        command_line.secret_key(var / "file" / "below")


def test_term_ends_a_command_through_its_end():
    with pytest.raises(SystemExit) as ended, configured("shell"):
        signal.raise_signal(signal.SIGTERM)

    assert ended.value.code == 143


def test_variable_that_is_missing_is_told_without_a_traceback(tmp_path):
    environment = {"PORTAL_VAR": str(tmp_path), "DATABASE_URL": "postgresql:///portal", "REDIS_URL": "redis://cache"}

    command = [sys.executable, "manage.py", "find", "force majeure"]
    done = subprocess.run(
        command, cwd=command_line.PROJECT, env=environment, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (1, "SECRET_KEY is not set.\n")


def test_command_is_run(capsys):
    main(["manage.py", "version"])

    assert capsys.readouterr().out.startswith("5.2")


def test_no_command_is_help(capsys):
    main(["manage.py"])

    assert "Available subcommands" in capsys.readouterr().out


def test_server_that_cannot_start_is_one_sentence_and_a_status(var, monkeypatch):
    (var / POSTGRESQL).mkdir(mode=0o700)
    (var / POSTGRESQL / "letter").touch()

    with pytest.raises(SystemExit) as ended:
        main(["manage.py", "shell"])

    assert str(ended.value.code).startswith(f"The data folder {var}/postgresql is broken")


@pytest.fixture
def shell(monkeypatch):
    """Runs Python as a command of the site, on servers that are given and never asked."""
    monkeypatch.setenv("DATABASE_URL", "postgresql://portal@database/portal")
    monkeypatch.setenv("REDIS_URL", "redis://cache")
    return lambda code: main(["manage.py", "shell", "--verbosity=0", "--command", code])


@pytest.fixture
def interruptible():
    """Ctrl-C is heard, though whoever runs the tests in the background may have shut it out."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_interrupted_command_ends_without_a_traceback(shell):
    with pytest.raises(SystemExit) as ended:
        shell("import signal; signal.raise_signal(signal.SIGINT)")

    assert ended.value.code == 130


@pytest.mark.parametrize(
    ("code", "end"),
    [
        (
            "from pathlib import Path; Path('/dev/full').write_text('law')",
            pytest.raises(SystemExit, match="The disk is full: make room and run the command again"),
        ),
        ("from pathlib import Path; Path('/dev/null/law').read_text()", pytest.raises(NotADirectoryError)),
    ],
)
def test_full_disk_is_one_sentence_and_another_error_is_not_hidden(code, end, shell):
    with end:
        shell(code)
