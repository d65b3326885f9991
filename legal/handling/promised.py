"""Until when staff have to act in a matter, where a rule says so; nothing is promised otherwise."""

import datetime
from collections.abc import Sequence

from legal.clocks.models import Deadline
from legal.matters.models import Matter


def promised(matters: Sequence[Matter]) -> dict[int, datetime.date]:
    """The first day by which staff have to have acted, by the keys of those matters that have one."""
    days = Deadline.objects.open_for_staff().filter(matter__in=[matter.pk for matter in matters], due__isnull=False)
    # The earliest is written last, and stays.
    return dict(days.order_by("-due").values_list("matter", "due"))
