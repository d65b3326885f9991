"""Notices while all goes wrong: the worker killed, Redis emptied, the mail server refusing; `make faults`."""

import argparse
import os
import sys
from pathlib import Path

import django

from tests.bench.site import FailedError, manage, own_site
from tests.faults.programs import await_port, celery, free_port, running


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--notices", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=10, help="how often the worker is killed")
    parser.add_argument("--restarts", type=int, default=2, help="how often Redis comes back empty")
    parser.add_argument("--refused", type=float, default=1 / 3, help="the share of mails the server refuses")
    asked = parser.parse_args(arguments)
    try:
        with own_site() as var:
            return run(var, asked)
    except FailedError as failure:
        sys.stderr.write(f"{failure}\n")
        return 1


def run(var: Path, asked: argparse.Namespace) -> int:
    """A portal of its own with a worker, beat and a mail server, each a process; then the notices."""
    ledger, port = var / "ledger", free_port()
    ledger.touch()
    os.environ.update(
        EMAIL_HOST="127.0.0.1",
        EMAIL_PORT=str(port),
        SITE_URL="https://portal.example",
        # Shorter than in use, where nobody waits for a killed worker: the rules are the same.
        NOTICE_LEASE="10",
        NOTICE_RETRY="1",
        NOTICE_RETRY_LONGEST="16",
        DATABASE_POOL="0",
    )
    manage(var, "migrate")
    django.setup()
    from tests.faults import telling  # noqa: PLC0415 - models are there once Django is set up

    post = [sys.executable, "-m", "tests.faults.post", str(port), str(ledger), str(asked.refused)]
    with running(post, var / "post.log"):
        await_port(port)
        with (
            running(celery("worker", "--concurrency", "2"), var / "worker.log") as worker,
            running(celery("beat"), var / "beat.log"),
        ):
            return telling.tell(var, asked, worker, ledger)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
