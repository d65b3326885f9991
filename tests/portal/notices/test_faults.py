"""A small run of `make faults`: the worker is killed, Redis comes back empty, and the mail server refuses a third."""

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[3]
RUN = ["--notices", "60", "--kills", "2", "--restarts", "1"]


@pytest.mark.slow
def test_every_notice_is_delivered_and_none_shown_twice() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults", *RUN], cwd=PROJECT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1].startswith("notices: sent=60 lost=0 inbox_twice=0 mail_twice=")
