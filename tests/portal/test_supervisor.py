import os
import signal
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from portal.supervisor import CAUGHT, Ended, Program, Supervisor

# Deaf to TERM, and leaves a child of its own in its session.
STUBBORN = """
import signal, subprocess, sys
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen(["sleep", "60"])
print(child.pid, flush=True)
child.wait()
"""


@pytest.fixture
def said():
    return []


@pytest.fixture
def supervisor(said):
    with Supervisor(os.environ, said.append) as supervisor:
        yield supervisor


def sleeper(name="the sleeper"):
    return Program(name, ["sleep", "60"])


def wait_for_the_end(supervisor):
    """A program may end before it is waited for, or after: either way the waiting ends."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        supervisor.wait(1)


def lives(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_programs_end_in_the_opposite_order_and_none_is_left(said):
    with Supervisor(os.environ, said.append) as supervisor:
        started = [supervisor.start(sleeper(name)) for name in ("the database", "the web server")]

    assert said == ["  Stopping the web server …", "  Stopping the database …"]
    assert [lives(running.process.pid) for running in started] == [False, False]


def test_each_program_has_a_session_of_its_own(supervisor):
    running = supervisor.start(sleeper())

    assert os.getsid(running.process.pid) == running.process.pid


@pytest.mark.parametrize(
    ("number", "name"), [(signal.SIGTERM, "SIGTERM"), (signal.SIGINT, "SIGINT"), (signal.SIGHUP, "SIGHUP")]
)
def test_signal_ends_the_run(supervisor, number, name):
    supervisor.start(sleeper())
    os.kill(os.getpid(), number)

    with pytest.raises(Ended) as ended:
        wait_for_the_end(supervisor)

    assert (str(ended.value), ended.value.status) == (f"Ended by {name}.", 128 + number)


def test_signal_counts_where_the_shell_had_it_ignored(said):
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with Supervisor(os.environ, said.append) as supervisor:
            os.kill(os.getpid(), signal.SIGINT)
            with pytest.raises(Ended, match="Ended by SIGINT"):
                wait_for_the_end(supervisor)

        assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_signal_counts_whichever_thread_it_comes_to(supervisor):
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
    other = threading.Thread(target=deaf_to_nothing)
    other.start()
    other.join()
    signal.pthread_sigmask(signal.SIG_SETMASK, blocked)

    with pytest.raises(Ended, match="Ended by SIGTERM"):
        wait_for_the_end(supervisor)


def deaf_to_nothing():
    """A thread that takes the signal which the main one blocks."""
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGTERM])
    signal.pthread_kill(threading.get_ident(), signal.SIGTERM)


def test_signals_are_left_as_they_were_found(said):
    before = [signal.getsignal(number) for number in CAUGHT]

    with Supervisor(os.environ, said.append):
        os.kill(os.getpid(), signal.SIGTERM)

    assert [signal.getsignal(number) for number in CAUGHT] == before


def test_program_that_ends_by_itself_ends_the_run_with_its_last_words(supervisor, tmp_path):
    log = tmp_path / "web.log"
    supervisor.start(Program("the web server", ["sh", "-c", "echo begin; echo the port is taken; exit 3"], log))

    with pytest.raises(Ended) as ended:
        wait_for_the_end(supervisor)

    assert ended.value.status == 1
    assert str(ended.value) == (
        f"the web server ended by itself (status 3). Its last words: the port is taken. The whole is in {log}."
    )


def test_program_without_words_or_log_is_named_all_the_same(supervisor, tmp_path):
    supervisor.start(Program("the silent one", ["false"], tmp_path / "silent.log"))

    with pytest.raises(Ended, match=r"the silent one ended by itself \(status 1\). The whole is in"):
        wait_for_the_end(supervisor)


def test_step_that_fails_ends_the_run(supervisor):
    with pytest.raises(Ended, match=r"^the step ended by itself \(status 1\).$"):
        supervisor.complete(Program("the step", ["false"]))


def test_step_says_how_long_it_takes(supervisor, said, tmp_path, monkeypatch):
    monkeypatch.setattr("portal.supervisor.PROGRESS", 0.05)
    release = tmp_path / "release"
    script = f"while ! [ -e {release} ]; do read -t 0.01 || true; done"
    told = said.append
    monkeypatch.setattr(supervisor, "say", lambda line: (told(line), release.touch()))

    supervisor.complete(Program("The step", ["bash", "-c", script], tmp_path / "step.log"))

    assert said[0].startswith("  The step: 0 s …")
    assert said[-1].startswith("  The step: done in ")


def test_running_program_that_ends_during_a_step_ends_the_run(supervisor):
    supervisor.start(Program("the database", ["false"]))

    with pytest.raises(Ended, match="the database ended by itself"):
        supervisor.complete(sleeper("the step"))


def test_program_deaf_to_term_is_killed_with_all_it_started(said, tmp_path, monkeypatch):
    monkeypatch.setattr("portal.supervisor.PATIENCE", 0.2)
    log = tmp_path / "stubborn.log"
    with Supervisor(os.environ, said.append) as supervisor:
        running = supervisor.start(Program("the stubborn one", [sys.executable, "-c", STUBBORN], log))
        deadline = time.monotonic() + 20
        while not log.read_text().strip():
            assert time.monotonic() < deadline
            supervisor.wait(0.05)
    child = int(log.read_text())

    assert said[-1] == "  the stubborn one did not end in 0 s and is killed."
    assert not lives(running.process.pid)
    await_burial(child)


def await_burial(pid):
    """A killed process is gone as soon as the kernel comes to it; a corpse may wait for its new parent."""
    deadline = time.monotonic() + 20
    with suppress(FileNotFoundError, ProcessLookupError):
        while "State:\tZ" not in Path(f"/proc/{pid}/status").read_text():
            assert time.monotonic() < deadline
