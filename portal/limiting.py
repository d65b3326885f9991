"""How often one address may ask for what costs the machine something."""

import functools
import ipaddress
import time
import zlib
from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest
from django_ratelimit.exceptions import Ratelimited

from portal.caching import count

SECONDS: Final = {"s": 1, "m": 60, "h": 3600, "d": 86400}
# Counts outlast their span, however the clocks of two machines differ.
LONGER: Final = 5


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
    counted = usage(request, group, rate)
    if counted and counted.over:
        raise Ratelimited


def usage(request: HttpRequest, group: str, rate: str) -> Usage | None:
    """Count this request of its address and tell how many there have been; None while nobody counts.

    `rate` is a number of requests in a span of time, as `600/m` or `10/5m`.
    """
    most, seconds = _parsed(rate)
    asking = _network(request.META["REMOTE_ADDR"])
    now = int(time.time())
    # Not everybody's span ends in the same second.
    left = seconds - (now + zlib.crc32(asking.encode())) % seconds
    counted = count(f"rate:{group}:{most}/{seconds}:{asking}:{now + left}", seconds + LONGER)
    return None if counted is None else Usage(counted, most, left)


@functools.lru_cache(maxsize=256)
def _parsed(rate: str) -> tuple[int, int]:
    number, span = rate.split("/")
    return int(number), int(span[:-1] or 1) * SECONDS[span[-1]]


@functools.lru_cache(maxsize=8192)
def _network(address: str) -> str:
    """Whom an address belongs to: of IPv6, one connection has all addresses of 64 bits."""
    given = ipaddress.ip_address(address)
    return str(ipaddress.ip_network((given, 64), strict=False).network_address) if given.version == 6 else address
