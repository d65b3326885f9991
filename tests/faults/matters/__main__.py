"""Matters while all goes wrong: web server, worker and PostgreSQL killed as they are submitted; `make faults`."""

import argparse
import os
import sys
from pathlib import Path

from tests.bench.site import FailedError, manage, own_site
from tests.faults.programs import free_port


def main(arguments: list[str]) -> int:
    """0 where nothing was lost, halved, doubled or left out, and every receipt was made."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults.matters", description=__doc__)
    parser.add_argument("--matters", type=int, default=200, help="how many are submitted at once")
    parser.add_argument("--stops", type=int, default=99, help="at how many steps programs are killed; all there are")
    parser.add_argument("--restarts", type=int, default=2, help="how often PostgreSQL goes away meanwhile")
    asked = parser.parse_args(arguments)
    try:
        with own_site() as var:
            return run(var, asked)
    except FailedError as failure:
        sys.stderr.write(f"{failure}\n")
        return 1


def run(var: Path, asked: argparse.Namespace) -> int:
    """A portal of its own; nobody asks it but those who submit."""
    os.environ.update(PORT=str(free_port()), WEB_PROCESSES="2", LOG_LEVEL="INFO", PYTHONUNBUFFERED="1")
    manage(var, "migrate")
    manage(var, "collectstatic", "--noinput", "-v0")
    # Only the programs keep connections, as in use: those of this one PostgreSQL ends when it goes away.
    os.environ["DATABASE_POOL"] = "0"
    # Models are there once Django is set up, and the trial is known here too.
    from tests.faults.matters import trial  # noqa: F401, I001, PLC0415
    from tests.faults.matters import filing  # noqa: PLC0415

    del os.environ["DATABASE_POOL"]

    return filing.file(var, asked)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
