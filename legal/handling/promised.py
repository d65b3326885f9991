"""Until when staff have to act in a matter, where a rule says so; nothing is promised otherwise."""

import datetime
from collections.abc import Sequence

from legal.clocks.models import Deadline
from legal.matters.models import Matter


def promised(matters: Sequence[Matter]) -> dict[int, datetime.date]:
    """The first day by which staff have to have acted, by the keys of those matters that have one."""
    nearest = Deadline.objects.open_for_staff().nearest(matters)
    return {key: deadline.due for key, deadline in nearest.items() if deadline.due is not None}
