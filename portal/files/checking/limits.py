"""How little a process may do that opens files of strangers."""

import resource
from typing import Final

MEMORY: Final = 1024 * 1024 * 1024
SECONDS: Final = 20


def confine() -> None:  # pragma: no cover - in the process of its own, where nothing is recorded
    """From now on this process has a gigabyte, twenty seconds of the processor, and writes no file."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
