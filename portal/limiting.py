"""How often one address may ask for what costs the machine something."""

from dataclasses import dataclass

from django.http import HttpRequest
from django_ratelimit.core import get_usage, is_ratelimited
from django_ratelimit.exceptions import Ratelimited


@dataclass(frozen=True, slots=True)
class Usage:
    """How often an address has asked within a span of time, this request included, and when the next span begins."""

    count: int
    limit: int
    seconds_left: int

    @property
    def over(self) -> bool:
        """Whether it has asked too often."""
        return self.count > self.limit


def limit(request: HttpRequest, group: str, rate: str) -> None:
    """Count this request of its address; `Ratelimited` where there have been too many."""
    if is_ratelimited(request, group=group, key="ip", rate=rate, increment=True):
        raise Ratelimited


def usage(request: HttpRequest, group: str, rate: str) -> Usage | None:
    """Count this request of its address and tell how many there have been; None while nobody counts."""
    counted = get_usage(request, group=group, key="ip", rate=rate, increment=True)
    return Usage(counted["count"], counted["limit"], max(counted["time_left"], 0)) if counted else None
