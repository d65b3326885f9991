import os

import pytest
import redis

from portal.embedded import EmbeddedError, programs, redis_server, take
from portal.embedded.account import for_folder
from portal.embedded.places import Places

BROKER = frozenset({"redis"})


def test_broker_forgets_nothing(var):
    lease = take(var, BROKER)
    client = redis.Redis(unix_socket_path=str(Places(var).redis_socket))
    kept = {name: client.config_get(name)[name] for name in ("maxmemory-policy", "appendonly", "port")}
    client.set("message", "kept")
    client.close()
    lease.release()

    lease = take(var, BROKER)
    client = redis.Redis(unix_socket_path=str(Places(var).redis_socket), decode_responses=True)
    found = client.get("message")
    client.close()
    lease.release()

    assert kept == {"maxmemory-policy": "noeviction", "appendonly": "yes", "port": "0"}
    assert found == "kept"


# Works in the folder it is given, and becomes the real server after a while.
SLOW = """#!/bin/sh
for word; do [ "$before" = --dir ] && cd "$word"; before=$word; done
(sleep 0.5; exec {program} "$@") > /dev/null 2>&1 &
"""


def test_server_that_is_just_starting_is_waited_for(var, monkeypatch):
    slow = var / "bin" / "redis-server"
    slow.parent.mkdir()
    slow.write_text(SLOW.format(program=programs.redis(Places(var), for_folder(var))))
    for path in (slow, slow.parent):
        path.chmod(0o755)
    monkeypatch.setenv("PATH", str(slow.parent), prepend=os.pathsep)

    lease = take(var, BROKER, durable=False)

    answers = redis_server.is_running(Places(var))
    lease.release()
    assert answers


def test_server_that_is_not_there_is_not_stopped(var):
    redis_server.stop(Places(var))

    assert redis_server.server_pid(Places(var)) is None


def test_server_that_does_not_stop_is_told(var, deaf):
    (var / "redis").mkdir()
    deaf(var / "redis")

    with pytest.raises(EmbeddedError, match=r"did not stop: is its disk full\?"):
        redis_server.stop(Places(var), patience=0.1)


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("# Write error: No space left on device", "The disk is full: make room under {0} and run the command again."),
        (
            "1:M # Bad file format.",
            "Redis cannot start on the data folder {0}/redis (Bad file format):"  # noqa: ISC004 - one sentence
            " restore it from a backup, or move it away to begin anew.",
        ),
    ],
)
def test_reason_is_one_sentence(written, sentence, tmp_path):
    assert redis_server.why_not_started(Places(tmp_path), written) == sentence.format(tmp_path)
