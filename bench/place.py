"""Where the measuring happens: a database, an index and servers of its own, made anew and never the demonstration's."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import django

from bench.measuring import Run, run
from portal.embedded.command_line import configured

PROJECT: Final = Path(__file__).resolve().parents[1]
CORPUS: Final = PROJECT.parent / "shared" / "corpus"


@contextmanager
def place(var: Path) -> Iterator[None]:
    """An empty portal under a folder that is deleted before, its servers running meanwhile, Django set up."""
    shutil.rmtree(var, ignore_errors=True)
    var.mkdir(parents=True)
    if os.geteuid() == 0:
        var.chmod(0o755)  # as root the servers run as somebody else, who must be able to enter
    for variable in ("DATABASE_URL", "MIGRATION_DATABASE_URL", "REDIS_URL", "SEARCH_INDEX_DIR"):
        os.environ.pop(variable, None)
    # A request says which address it is of: one address alone would soon be told to wait.
    os.environ.update(PORTAL_VAR=str(var), TRUSTED_PROXIES="1", LOG_LEVEL="WARNING")
    with configured("bench"):
        manage("migrate", var, owner=True)
        manage("collectstatic", var, "--noinput")
        manage("load_reference", var, str(PROJECT / "demo"))
        os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings"
        django.setup()
        yield


def manage(command: str, var: Path, *arguments: str, owner: bool = False, needed: bool = True) -> Run:
    """Run a command of the portal, in a process of its own; one that is needed and fails ends everything."""
    environment = dict(os.environ)
    if owner:
        os.environ["DATABASE_URL"] = environment["MIGRATION_DATABASE_URL"]
    try:
        done = run([sys.executable, str(PROJECT / "manage.py"), command, *arguments], var / f"{command}.log")
    finally:
        os.environ["DATABASE_URL"] = environment["DATABASE_URL"]
    if needed and done.status:
        raise subprocess.CalledProcessError(done.status, command, done.said[-2000:])
    return done
