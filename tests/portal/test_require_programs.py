import os
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "require-programs"


@pytest.fixture
def require(tmp_path, monkeypatch):
    """The script as an ordinary user runs it."""
    (tmp_path / "id").write_text("#!/bin/sh\necho 1000\n")
    (tmp_path / "id").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")

    def run(*pairs):
        return subprocess.run(["/bin/sh", SCRIPT, *pairs], capture_output=True, text=True, check=False)

    return run


def test_programs_that_are_there_are_passed_over(require):
    done = require("sh=dash", "cat=coreutils")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_package_of_two_missing_programs_is_named_once(require):
    done = require("no-such-browser=browser", "no-such-reader=catalogues", "no-such-writer=catalogues", "sh=dash")

    assert (done.returncode, done.stderr) == (
        1,
        "The tests need more programs: apt-get install browser catalogues.\n",
    )
