"""PostgreSQL and Redis out of wheels, for whoever has neither: used where DATABASE_URL or REDIS_URL is unset."""

from portal.embedded.addresses import Addresses, RedisUrls, addresses, redis_urls
from portal.embedded.failure import EmbeddedError
from portal.embedded.lease import BOTH, POSTGRESQL, REDIS, Lease, take

__all__ = [
    "BOTH",
    "POSTGRESQL",
    "REDIS",
    "Addresses",
    "EmbeddedError",
    "Lease",
    "RedisUrls",
    "addresses",
    "redis_urls",
    "take",
]
