"""`make crowd`: very many enterprises and members in the portal of this machine, to be looked at and tried.

With `--cases 100000` or `--lawyers 20000`, so many cases or lawyers instead; with `--matters 100000`, so many matters
besides, of the enterprises.
"""

import argparse
import os
import sys

import django

from portal.embedded.command_line import configured


def main() -> int:
    """0 where they are there now."""
    asked = argparse.ArgumentParser(prog="python -m tests.bench.fill", description=__doc__)
    asked.add_argument("--enterprises", type=int, default=150_000)
    asked.add_argument("--members", type=int, default=500_000)
    asked.add_argument("--cases", type=int, default=0)
    asked.add_argument("--lawyers", type=int, default=0)
    asked.add_argument("--matters", type=int, default=0)
    wanted = asked.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    with configured("fill"):
        django.setup()
        # Models exist only now.
        from django.conf import settings  # noqa: PLC0415

        from portal.search import actions  # noqa: PLC0415
        from tests.bench import many_cases, many_lawyers, many_matters  # noqa: PLC0415
        from tests.bench.crowded import CrowdedError, make  # noqa: PLC0415

        if settings.HTTPS:
            sys.exit("This portal is one that others use (HTTPS is on): it is not filled with samples.")
        if wanted.cases:
            many_cases.multiply(wanted.cases)
            actions.rebuild()
            return 0
        if wanted.lawyers:
            many_lawyers.multiply(wanted.lawyers)
            return 0
        try:
            make(enterprises=wanted.enterprises, members=wanted.members)
            if wanted.matters:
                many_matters.make(matters=wanted.matters)
        except CrowdedError as error:
            sys.exit(str(error))
    return 0


if __name__ == "__main__":
    sys.exit(main())
