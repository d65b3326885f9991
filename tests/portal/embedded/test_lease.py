import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from portal.embedded import EmbeddedError, postgresql, redis_server, take
from portal.embedded.lease import keep
from portal.embedded.places import Places

PROJECT = Path(__file__).parents[3]
USE = """
import os, sys
from pathlib import Path
from portal.embedded import take
lease = take(Path(sys.argv[1]), durable=False)
print("taken", flush=True)
sys.stdin.readline()
lease.release()
"""


@pytest.fixture
def user(var):
    """Another process that uses the servers until it is told to end."""
    process = subprocess.Popen(
        [sys.executable, "-c", USE, var], cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "taken\n"
    with process:
        yield process
        process.kill()


def running(var):
    places = Places(var)
    return postgresql.server_pid(places) is not None, redis_server.server_pid(places) is not None


def await_stopped(var):
    deadline = time.monotonic() + 20
    while running(var) != (False, False):
        assert time.monotonic() < deadline
        threading.Event().wait(0.05)


def test_servers_run_while_they_are_used_and_no_longer(var):
    lease = take(var, durable=False)
    during = running(var)

    lease.release()

    assert (during, running(var)) == ((True, True), (False, False))


def test_servers_listen_on_sockets_in_a_private_folder_alone(var, lease):
    with postgresql.connect(Places(var)) as connection:
        (addresses,) = connection.execute("SHOW listen_addresses").fetchone()

    assert addresses == ""
    assert Places(var).sockets.stat().st_mode & 0o777 == 0o700


def test_only_what_is_missing_is_started(var):
    lease = take(var, frozenset({"redis"}), durable=False)
    during = running(var)
    lease.release()

    assert during == (False, True)


def test_second_start_finds_the_data_of_the_first(var):
    lease = take(var)
    with postgresql.connect(Places(var), postgresql.OWNER) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 577 AS article")
    lease.release()

    lease = take(var)
    with postgresql.connect(Places(var)) as connection:
        found = connection.execute("SELECT article FROM kept").fetchone()
    lease.release()

    assert found == (577,)


def test_servers_outlive_the_one_who_started_them_while_somebody_else_uses_them(var, user):
    lease = take(var, durable=False)

    user.communicate("\n")
    after_the_first = running(var)
    lease.release()

    assert (after_the_first, running(var)) == ((True, True), (False, False))


def test_servers_go_on_after_the_second_user_while_the_first_uses_them(var, user):
    take(var, durable=False).release()
    after_the_second = running(var)

    user.communicate("\n")

    assert (after_the_second, running(var)) == ((True, True), (False, False))


def test_servers_of_a_killed_user_are_stopped(var, user):
    user.send_signal(signal.SIGKILL)

    await_stopped(var)


def test_keeper_stops_what_nobody_uses(var):
    lease = take(var, durable=False)
    users, lease._users = lease._users, None

    keep(var, users)
    os.close(users)

    assert running(var) == (False, False)
    lease.keeper.wait(20)


def test_lease_is_released_once(var):
    lease = take(var, frozenset({"redis"}), durable=False)
    lease.release()

    lease.release()

    assert running(var) == (False, False)


def test_failed_start_leaves_nothing_behind(var):
    (var / "redis").mkdir(mode=0o700)
    (var / "redis" / "appendonly.aof").write_text("no command of Redis\n")

    with pytest.raises(EmbeddedError, match="Redis cannot start on the data folder"):
        take(var, durable=True)

    assert running(var) == (False, False)
