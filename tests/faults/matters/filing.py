"""One run: matters are submitted while everything that takes part is killed in turn, then all of it is counted."""

import argparse
import os
import signal
import sys
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from typing import Final

from django.db import connections

from legal.matters.models import Matter, Receipt
from portal.embedded.waiting import comes_true
from tests.bench.site import FailedError
from tests.faults.matters import counting, stops
from tests.faults.matters.people import PATIENCE, Person, people
from tests.faults.matters.stops import Stop
from tests.faults.programs import Background, await_port, celery, running

TRIAL: Final = "tests.faults.matters.trial"
WEB: Final = [sys.executable, "-m", "gunicorn", TRIAL]
WORKER: Final = celery("worker", "--concurrency", "2", app=TRIAL)
BEAT: Final = celery("beat", app=TRIAL)


def file(var: Path, asked: argparse.Namespace) -> int:
    port = int(os.environ["PORT"])
    submitting, making = stops.SUBMITTING[: asked.stops], stops.MAKING[: asked.stops]
    first, last, *others = people(port, 2 + len(submitting) + len(making))
    crowd = people(port, asked.matters)
    with running(WEB, var / "web.log") as web:
        await_port(port)
        first.go_on()  # its kind and year have a series from now on
        kill_web(var, web, list(zip(submitting, others, strict=False)))
        kill_before_the_message(var, web, last)
        kill_workers(var, list(zip(making, others[len(submitting) :], strict=True)))
        with running(WORKER, var / "worker.log") as worker, running(BEAT, var / "beat.log"):
            restart_postgresql(var, crowd, asked.restarts, worker)
            await_receipts(worker)
    outcome = counting.count([first, last, *others, *crowd])
    say(*outcome.lines)
    return int(outcome.failed)


def kill_web(var: Path, web: Background, stopped: list[tuple[Stop, Person]]) -> None:
    """The web server killed at each step of submitting."""
    for stop, person in stopped:
        person.look()  # a first visit is written down by itself
        with ThreadPoolExecutor(1) as threads, stops.stopping(var, stop, person) as session:
            threads.submit(person.submit)
            stops.await_stop(session, stop, holding="matters_matter")
            web.kill_and_restart()
        await_port(person.port)
        person.go_on()
        say(f"web server killed after: {stop.after}; asked again after {failures(person)}")


def kill_before_the_message(var: Path, web: Background, person: Person) -> None:
    """Redis answers nobody from the moment of the commit, and the web server dies while it waits for it."""
    commit = stops.SUBMITTING[-1]
    person.look()
    with ThreadPoolExecutor(1) as threads, stops.stopping(var, commit, person) as session:
        threads.submit(person.submit)
        stops.await_stop(session, commit, holding="matters_matter")
        with stops.redis_stopped(var):
            session.rollback()
            committed = Matter.objects.filter(pk=person.matter.pk, submitted_at__isnull=False)
            if not comes_true(committed.exists, patience=stops.PATIENCE):
                raise FailedError("It was never committed.")
            web.kill_and_restart()
    await_port(person.port)
    person.go_on()
    say(f"web server killed after: all is committed, the worker not told; asked again after {failures(person)}")


def kill_workers(var: Path, stopped: list[tuple[Stop, Person]]) -> None:
    """A worker killed at each step of making a receipt."""
    for stop, person in stopped:
        person.go_on()
        with stops.stopping(var, stop, person) as session, running(WORKER, var / "worker.log"):
            stops.await_stop(session, stop, holding="matters_submission")
        say(f"worker killed after: {stop.after}")


def restart_postgresql(var: Path, crowd: list[Person], restarts: int, worker: Background) -> None:
    """All at once submit, and PostgreSQL goes away in between: in turns orderly, and as in a crash."""
    before = submitted()
    with ThreadPoolExecutor(len(crowd)) as threads:
        going = [threads.submit(person.go_on) for person in crowd]
        for turn in range(restarts):
            goal = before + len(crowd) * (turn + 1) // (restarts + 1)
            if not comes_true(lambda goal=goal: submitted() >= goal, patience=PATIENCE):  # type: ignore[misc]
                raise FailedError("Submitting has come to a halt.")
            connections.close_all()
            stops.restart_postgresql(var, (signal.SIGINT, signal.SIGQUIT)[turn % 2])
            worker.keep_up()
            say(f"PostgreSQL was away with {goal - before} of {len(crowd)} submitted")
        wait(going)
    met = [failure for person in crowd for failure in person.failures]
    say(f"{len(crowd)} at once met {len(met)} failures: {', '.join(sorted(set(met)))}")


def submitted() -> int:
    return Matter.objects.filter(submitted_at__isnull=False).count()


def await_receipts(worker: Background) -> None:
    """Until each submission has its receipt; what lacks in the end is counted."""

    def made() -> bool:
        worker.keep_up()
        return Receipt.objects.count() >= submitted()

    comes_true(made, patience=PATIENCE)


def failures(person: Person) -> str:
    return ", ".join(sorted(set(person.failures))) or "nothing"


def say(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()
