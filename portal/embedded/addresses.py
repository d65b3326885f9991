"""Where the servers are reached: the embedded ones' addresses, and one Redis address for its two users."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from portal.embedded import postgresql, redis_server
from portal.embedded.places import Places


@dataclass(frozen=True, slots=True)
class Addresses:
    """What DATABASE_URL, MIGRATION_DATABASE_URL and REDIS_URL hold for the embedded servers."""

    database: str
    migration: str
    redis: str


@dataclass(frozen=True, slots=True)
class RedisUrls:
    """One Redis as Celery and as the cache want to be told of it."""

    celery: str
    cache: str


def addresses(var: Path) -> Addresses:
    """The addresses of the servers under a folder, running or not."""
    places = Places.at(var)
    return Addresses(
        database=postgresql.address(places),
        migration=postgresql.address(places, postgresql.OWNER),
        redis=redis_server.address(places),
    )


def redis_urls(url: str) -> RedisUrls:
    """Celery in the database the address names and the cache in the next one: emptying it loses no message."""
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    if parts.scheme == "unix":
        number = int(query.pop("db", "0"))
        celery = {"virtual_host": str(number), **query}
        return RedisUrls(
            celery=f"redis+socket://{parts.path}?{urlencode(celery)}",
            cache=f"unix://{parts.path}?{urlencode({'db': str(number + 1), **query})}",
        )
    number = int(query.pop("db", "") or parts.path.strip("/") or "0")
    rest = urlencode(query)
    return RedisUrls(
        celery=urlunsplit(parts._replace(path=f"/{number}", query=rest)),
        cache=urlunsplit(parts._replace(path=f"/{number + 1}", query=rest)),
    )
