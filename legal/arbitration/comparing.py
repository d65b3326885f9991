"""What was changed since the last submission, so that whoever reads a supplement sees that alone."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from legal.arbitration.requesting import Request
from legal.matters.models import Submission

# What every matter has of which there are several, and by what each of them is known.
COMMON: Final = {"parties": "position", "exhibits": "number"}
# The estimate is reckoned anew with each submission: it is no answer of the applicant's.
LEFT_OUT: Final = frozenset({"estimate"})


def changed(request: Request) -> frozenset[str]:
    """What is not as it was submitted last: `facts`, `claims-2`; `claims` where one was taken out; all before that."""
    of_it = Submission.objects.filter(matter=request.matter)
    last = None if request.matter.is_draft else of_it.order_by("-position").first()
    if last is None:
        return frozenset()
    before = json.loads(last.content)
    now = json.loads(json.dumps(request.content()))
    found = set(_differing(before["proceeding"], now))
    matter = request.matter
    parties = [party.frozen() for party in matter.parties.select_related("country")]
    exhibits = [one.frozen() for one in matter.produced.with_exhibits()]
    for name, rows in (("parties", parties), ("exhibits", exhibits)):
        differing = set(_of_rows(name, before[name], rows, COMMON[name]))
        # They are shown in one table each, which is marked as a whole.
        found |= differing | ({name} if differing else set())
    return frozenset(found)


def _differing(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    for name in now.keys() - LEFT_OUT:
        was, is_now = before.get(name), now[name]
        if isinstance(is_now, list):
            yield from _of_rows(name, was or [], is_now, "position")
        elif was != is_now:
            yield name


def _of_rows(name: str, before: Iterable[Any], now: Iterable[Any], known: str) -> Iterator[str]:
    were = {row[known]: row for row in before}
    are = {row[known]: row for row in now}
    if were.keys() - are.keys():
        yield name
    yield from (f"{name}-{key}" for key, row in are.items() if were.get(key) != row)
