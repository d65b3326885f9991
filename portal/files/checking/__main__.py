"""A process that checks one file: `python -m checking <path> <type> <media type>` prints its fault, if any."""

import sys
from pathlib import Path

from .contents import check
from .limits import confine
from .verdicts import Fault, FaultyError


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
    confine()
    sys.stdout.write(main(Path(sys.argv[1]), *sys.argv[2:]))
