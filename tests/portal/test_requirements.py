import re
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
DECLARED = tomllib.loads((PROJECT / "pyproject.toml").read_text())


def normal(name):
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", name).group()).lower()


def pinned(file):
    """What a file of requirements pins, each with the number of its hashes."""
    found = re.split(r"\n(?=[a-z0-9])", (PROJECT / file).read_text())
    return {normal(block): block.count("--hash=sha256:") for block in found if "==" in block}


@pytest.mark.parametrize(
    ("file", "declared"),
    [
        ("requirements.txt", DECLARED["project"]["dependencies"]),
        ("requirements-dev.txt", DECLARED["project"]["dependencies"] + DECLARED["dependency-groups"]["dev"]),
    ],
)
def test_everything_declared_is_pinned_with_hashes_and_without_addresses(file, declared):
    found = pinned(file)

    assert {normal(name) for name in declared} - set(found) == set()
    assert [name for name, hashes in found.items() if not hashes] == []
    assert "://" not in (PROJECT / file).read_text()
