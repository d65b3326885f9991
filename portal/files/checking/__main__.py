"""A process that checks one file: `python -m checking <path> <type> <media type>` prints its fault, if any."""

import resource
import sys
from pathlib import Path
from typing import Final

from .contents import check
from .verdicts import Fault, FaultyError

MEMORY: Final = 1024 * 1024 * 1024
SECONDS: Final = 20


def main(path: Path, kind: str, mime: str) -> str:
    """The fault of a file, or nothing; whatever a library stumbles over is a damaged file, of which it was told."""
    try:
        with path.open("rb") as file:
            check(file, kind, mime)
    except FaultyError as error:
        return error.fault
    except MemoryError:
        return Fault.EXPANDS
    return ""


if __name__ == "__main__":  # pragma: no cover - in the process of its own, where nothing is recorded
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.stdout.write(main(Path(sys.argv[1]), *sys.argv[2:]))
