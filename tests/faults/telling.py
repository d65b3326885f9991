"""One run: notices are told, faults happen as they are delivered, and at the end everything is counted."""

import argparse
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from django.db import transaction

from portal.accounts.models import User
from portal.embedded.waiting import comes_true
from portal.languages import CODES
from portal.notices.actions import notify
from portal.notices.notices import TRIAL
from tests.faults import counting
from tests.faults.programs import Background, empty_redis

PEOPLE = 100
# A caller that is run again tells the same thing once more.
AGAIN = 7
# What is told between two looks at how far delivery is.
SHARE = 200
# How long nothing at all may be delivered before a run is given up.
PATIENCE = 120.0
GLANCE = 0.2

Fault = tuple[int, Callable[[], None]]


def tell(var: Path, asked: argparse.Namespace, worker: Background, ledger: Path) -> int:
    people, faults, began = make_people(), planned(var, asked, worker), time.monotonic()
    keys = [f"trial-{number}" for number in range(asked.notices)]
    planned_faults, told, progress = len(faults), 0, Progress()
    while progress.goes_on(counting.delivered()):
        worker.keep_up()
        ahead = told < len(keys)
        told += tell_some(keys[told : told + max(1, len(keys) // SHARE)], people)
        comes_true(partial(ready, faults, everything=len(keys)), patience=0 if ahead else GLANCE)
        while faults and counting.delivered() >= faults[0][0]:
            faults.pop(0)[1]()
        if not ahead and not faults and not counting.open_deliveries():
            break
    outcome = counting.count(keys, people, ledger)
    report(outcome, seconds=time.monotonic() - began, happened=planned_faults - len(faults), ended=worker.ended)
    return int(outcome.failed or bool(faults))


class Progress:
    """Whether deliveries go on: a run that has come to a halt is over, however long one that moves may take."""

    def __init__(self) -> None:
        self.delivered, self.last = -1, 0.0

    def goes_on(self, delivered: int) -> bool:
        now = time.monotonic()
        if delivered > self.delivered:
            self.delivered, self.last = delivered, now
        return now - self.last < PATIENCE


def ready(faults: list[Fault], *, everything: int) -> bool:
    return counting.delivered() >= (faults[0][0] if faults else everything)


def make_people() -> list[User]:
    """People of three languages, each with an address of their own."""
    return [
        User.objects.create(email=f"person-{number}@people.example", language=CODES[number % len(CODES)])
        for number in range(PEOPLE)
    ]


def planned(var: Path, asked: argparse.Namespace, worker: Background) -> list[Fault]:
    """What goes wrong, and after how many deliveries: spread over the run, none after its end."""
    kills = [(step(asked.notices, asked.kills, turn), worker.kill_and_restart) for turn in range(asked.kills)]
    losses = [
        (step(asked.notices, asked.restarts, turn) - 1, partial(empty_redis, var)) for turn in range(asked.restarts)
    ]
    return sorted([*kills, *losses], key=lambda fault: fault[0])


def step(notices: int, times: int, turn: int) -> int:
    return notices * (turn + 1) // (times + 1)


def tell_some(keys: list[str], people: list[User]) -> int:
    """Each in a transaction of its own, some twice; answers how many keys that were."""
    for key in keys:
        number = int(key.rpartition("-")[2])
        for _ in range(2 if number % AGAIN == 0 else 1):
            with transaction.atomic():
                notify(TRIAL, to=[people[number % PEOPLE]], key=key)
    return len(keys)


def report(outcome: counting.Outcome, *, seconds: float, happened: int, ended: int) -> None:
    lines = [
        f"{seconds:.0f} s, {outcome.sent / seconds:.0f} notices a second, {happened} faults",
        f"the worker ended by itself {ended} times, and was started again",
        f"the mail server refused {outcome.refusals} times; one notice took {outcome.attempts} attempts at most",
        f"{outcome.doubts} were being sent when their worker was killed",
    ]
    if outcome.failed:
        lines.append(f"not as promised: {outcome}; not sent: {counting.others()}")
    sys.stdout.write("\n".join([*lines, outcome.line, ""]))
    sys.stdout.flush()
