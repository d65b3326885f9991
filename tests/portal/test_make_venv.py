"""The virtual environment of `make`, on a machine whose Python is not as one would wish."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "make-venv"


@pytest.fixture
def make_venv(tmp_path, monkeypatch):
    """The script in an empty folder, run by an ordinary user, for one file of requirements that names nothing."""
    (tmp_path / "requirements.txt").touch()
    program(tmp_path, "id", "echo 1000")
    for name in ("DATABASE_URL", "REDIS_URL", "PYTHON"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")

    def run():
        command = ["/bin/sh", SCRIPT, "requirements.txt"]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    return run


def program(folder, name, script):
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def python_that(folder, condition):
    """A Python under the name that is looked for first, which fails where its words fit the condition."""
    program(folder, "python3.12", f'case "$*" in {condition}) exit 1;; *) exec {sys.executable} "$@";; esac')


def test_python_without_venv_is_told_by_its_package_and_leaves_nothing(make_venv, tmp_path):
    python_that(tmp_path, "*ensurepip*")
    version = f"{sys.version_info.major}.{sys.version_info.minor}"

    done = make_venv()

    assert (done.returncode, done.stderr) == (
        1,
        f"Python cannot make a virtual environment: install its package, apt-get install python{version}-venv.\n",
    )
    assert not (tmp_path / ".venv").exists()


def test_machine_without_a_python_that_will_do_is_told(make_venv, tmp_path):
    for name in ("python3.12", "python3.11", "python3", "python"):
        program(tmp_path, name, "exit 1")

    done = make_venv()

    told = (
        "There is no Python 3.11 or 3.12 here: install one, or name it, as in `make demo PYTHON=/usr/bin/python3.11`."
    )
    assert (done.returncode, done.stderr) == (1, f"{told}\n")


@pytest.mark.slow
def test_environment_whose_making_was_broken_off_is_made_anew_and_then_kept(make_venv, tmp_path):
    venv.create(tmp_path / ".venv", with_pip=False, symlinks=True)

    first, second = make_venv(), make_venv()

    assert [first.returncode, second.returncode] == [0, 0], first.stderr + second.stderr
    assert first.stdout.splitlines()[1] == "Installing requirements.txt …"
    assert second.stdout == ""
