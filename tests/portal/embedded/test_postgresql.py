import os

import psycopg
import pytest

from portal.embedded import EmbeddedError, postgresql, take
from portal.embedded.account import for_folder
from portal.embedded.places import Places

DATABASE = frozenset({"postgresql"})


@pytest.fixture
def stopped(var):
    """A data folder whose server has been stopped."""
    take(var, DATABASE, durable=False).release()
    return Places(var)


@pytest.mark.parametrize("pid", ["1", "a living process", ""])
def test_pid_file_of_a_dead_server_is_forgotten(var, stopped, pid):
    pid = pid.replace("a living process", str(os.getpid()))
    (stopped.postgresql / "postmaster.pid").write_text(pid)
    (stopped.sockets / ".s.PGSQL.5432.lock").write_text(pid)

    lease = take(var, DATABASE, durable=False)

    answers = postgresql.is_running(stopped)
    lease.release()
    assert answers


def test_folder_without_its_version_is_called_broken(var, stopped):
    (stopped.postgresql / "PG_VERSION").unlink()

    with pytest.raises(EmbeddedError, match=r"data folder .* is broken .*: restore it from a backup"):
        take(var, DATABASE)


def test_damaged_folder_is_named_with_the_reason(var, stopped):
    (stopped.postgresql / "global" / "pg_control").write_bytes(b"\0" * 8192)

    with pytest.raises(EmbeddedError, match=r"PostgreSQL cannot start on the data folder .* \(.+\): restore it"):
        take(var, DATABASE)


def test_folder_of_another_version_is_named_with_the_reason(var, stopped):
    (stopped.postgresql / "PG_VERSION").write_text("9\n")

    with pytest.raises(EmbeddedError, match="incompatible with server"):
        take(var, DATABASE)


def test_empty_folder_and_half_made_one_are_made_anew(var):
    (var / "postgresql").mkdir(mode=0o700)
    (var / "postgresql.unfinished").mkdir(mode=0o700)
    (var / "postgresql.unfinished" / "half").touch()

    lease = take(var, DATABASE, durable=False)

    answers = postgresql.is_running(Places(var))
    lease.release()
    assert answers


def test_failing_initdb_is_told_in_one_sentence(var):
    (var / "postgresql.unfinished").touch()

    with pytest.raises(EmbeddedError, match=r"cannot start on the data folder .* \(initdb: error: .*directory.*\)"):
        take(var, DATABASE)


def test_server_that_is_just_stopping_is_waited_for(stopped, deaf):
    (stopped.postgresql / "postmaster.pid").write_text(str(deaf(stopped.postgresql, seconds=0.5)))

    assert postgresql.forget_dead_server(stopped)
    assert not (stopped.postgresql / "postmaster.pid").exists()


def test_server_found_alive_after_all_is_not_started_twice(var, lease):
    pid = postgresql.server_pid(lease.places)

    postgresql.start(lease.places, lease.account)

    assert postgresql.server_pid(lease.places) == pid


def test_server_that_never_answers_is_told(stopped, deaf):
    (stopped.postgresql / "postmaster.pid").write_text(str(deaf(stopped.postgresql)))

    with pytest.raises(EmbeddedError, match="runs but does not answer"):
        postgresql.forget_dead_server(stopped, patience=0.2)


def test_server_that_does_not_stop_is_told(stopped, deaf):
    (stopped.postgresql / "postmaster.pid").write_text(str(deaf(stopped.postgresql)))

    with pytest.raises(EmbeddedError, match=r"did not stop: pg_ctl: .+"):
        postgresql.stop(stopped, for_folder(stopped.var), patience=1)


BROKEN = (
    "PostgreSQL cannot start on the data folder {0}/postgresql ({1}):"
    " restore it from a backup, or move it away to begin anew."
)


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        (
            "initdb: error: no: No space left on device",
            "The disk is full: make room under {0} and run the command again.",
        ),
        (
            "UTC [1] LOG:  begin\nUTC [1] FATAL:  the lock is taken\nUTC [1] LOG:  end",
            BROKEN.replace("{1}", "the lock is taken"),
        ),
        ("", BROKEN.replace("{1}", "no reason given")),
    ],
)
def test_reason_is_one_sentence(output, sentence, tmp_path):
    data = Places.at(tmp_path).postgresql

    assert postgresql.why_not_started(data, tmp_path / "none", output) == sentence.format(tmp_path)


def test_database_made_twice_keeps_its_rows(var, lease):
    with postgresql.connect(lease.places, postgresql.OWNER) as connection:
        connection.execute("CREATE TABLE kept (article integer)")

    postgresql.make_database(lease.places, postgresql.DATABASE)

    with postgresql.connect(lease.places, postgresql.APPLICATION) as connection:
        assert connection.execute("SELECT count(*) FROM kept").fetchone() == (0,)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("DROP TABLE kept")
