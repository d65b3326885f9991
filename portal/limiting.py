"""How often one address may ask for what costs the machine something."""

from django.http import HttpRequest
from django_ratelimit.core import is_ratelimited
from django_ratelimit.exceptions import Ratelimited


def limit(request: HttpRequest, group: str, rate: str) -> None:
    """Count this request of its address; `Ratelimited` where there have been too many."""
    if is_ratelimited(request, group=group, key="ip", rate=rate, increment=True):
        raise Ratelimited
