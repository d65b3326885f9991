"""Which process runs which test: those of a file that makes something for all of them stay together.

Everything else goes to whichever process is free, one test at a time.
"""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).parents[2]


class SharedFixtures(LoadScopeScheduling):
    """The longest files come first, so that none of them is what everybody waits for in the end."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.split("::", 1)[0]
        return file if _makes_something_for_all(file) else nodeid


@cache
def _makes_something_for_all(file: str) -> bool:
    return 'scope="module"' in (ROOT / file).read_text(encoding="utf-8")


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> SharedFixtures:
    return SharedFixtures(config, log)
