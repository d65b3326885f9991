"""When what a matter holds is removed, the days of its deadlines stay, and what was written about them goes."""

from legal.clocks.models import Change
from legal.matters.models import Matter


def empty(matter: Matter) -> None:
    """Remove how the days of a matter's deadlines have changed: reasons may name somebody."""
    Change.objects.filter(deadline__matter=matter).delete()
