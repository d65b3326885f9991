"""Measure, print the table, write docs/benchmarks.md. Takes about ten minutes, and the machine for itself."""

import argparse
import sys
from pathlib import Path

from bench.place import CORPUS, PROJECT, place


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="the folder of official texts")
    parser.add_argument("--part", default="cn-national", help="the part of it to import")
    parser.add_argument("--var", type=Path, default=PROJECT / "var" / "bench", help="a folder to be deleted and made")
    parser.add_argument("--provisions", type=int, default=1_000_000, help="of the large index")
    parser.add_argument("--output", type=Path, default=PROJECT / "docs" / "benchmarks.md")
    options = parser.parse_args()
    if not (options.corpus / options.part).is_dir():
        sys.stderr.write(f"The official texts to measure with are not at {options.corpus}; nothing was measured.\n")
        return 2
    with place(options.var.resolve()):
        # Models can be imported only once Django is set up.
        from bench.course import course  # noqa: PLC0415

        written = course(options.corpus, options.part, options.var.resolve(), options.provisions)
    options.output.write_text(written)
    sys.stdout.write(written)
    return 0


if __name__ == "__main__":
    sys.exit(main())
