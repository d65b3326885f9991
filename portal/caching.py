"""The cache in Redis, without which the portal goes on: docs/decisions/without-redis.md says why."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, TypeVar

from django.core.cache import caches
from django.core.cache.backends.redis import RedisCache, RedisCacheClient
from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from portal.outage import cache as outage

# In seconds; Redis on this machine or the next answers in a thousandth of it.
TIMEOUT: Final = 0.5
# A command given twice would be waited for twice. The pool itself replaces a connection that has been closed.
OPTIONS: Final = {
    "socket_connect_timeout": TIMEOUT,
    "socket_timeout": TIMEOUT,
    "retry": Retry(NoBackoff(), 0),
}

Answer = TypeVar("Answer")


def tried(ask: Callable[[], Answer], otherwise: Answer) -> Answer:
    """What Redis answers; `otherwise` where it is away, or takes nothing more."""
    if outage.lasts:
        return otherwise
    try:
        return ask()
    except RedisError as error:
        outage.note(error)
        return otherwise


def count(key: str, seconds: int) -> int | None:
    """One more of what a key stands for, and how many there have been; None while nobody counts.

    It is forgotten so many seconds after the last one: a key that is asked for longer has to name its span of time.
    """
    cache: Any = caches["default"]
    counted: int | None = cache.count(key, seconds)
    return counted


class Client(RedisCacheClient):
    """Redis as Django asks it; while it is away, like a cache that keeps nothing."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.made: dict[bool, Redis] = {}

    def get_client(self, key: Any = None, *, write: bool = False) -> Redis:
        """One to read by and one to write by: Django makes another for each command, which takes as long as that."""
        if write not in self.made:
            self.made[write] = super().get_client(key, write=write)
        return self.made[write]

    def count(self, key: str, seconds: int) -> int | None:
        """In one step there and back."""

        def ask() -> int:
            steps: Any = self.get_client(key, write=True).pipeline(transaction=False)
            counted, _kept = steps.incr(key).expire(key, seconds).execute()
            return int(counted)

        return tried(ask, None)

    def add(self, key: Any, value: Any, timeout: Any) -> bool:
        return tried(lambda: super(Client, self).add(key, value, timeout), otherwise=False)

    def get(self, key: Any, default: Any) -> Any:
        return tried(lambda: super(Client, self).get(key, default), default)

    def set(self, key: Any, value: Any, timeout: Any) -> None:
        tried(lambda: super(Client, self).set(key, value, timeout), None)

    def touch(self, key: Any, timeout: Any) -> bool:
        return tried(lambda: super(Client, self).touch(key, timeout), otherwise=False)

    def delete(self, key: Any) -> bool:
        return tried(lambda: super(Client, self).delete(key), otherwise=False)

    def get_many(self, keys: Iterable[Any]) -> dict[Any, Any]:
        return tried(lambda: super(Client, self).get_many(keys), {})

    def has_key(self, key: Any) -> bool:
        return tried(lambda: super(Client, self).has_key(key), otherwise=False)

    def incr(self, key: Any, delta: int) -> int:
        """ValueError where the key is not there, and so while Redis is away."""
        number = tried(lambda: super(Client, self).incr(key, delta), None)
        if number is None:
            raise ValueError(f"Key {key!r} not found.")
        return int(number)

    def set_many(self, data: Mapping[Any, Any], timeout: Any) -> None:
        tried(lambda: super(Client, self).set_many(data, timeout), None)

    def delete_many(self, keys: Iterable[Any]) -> None:
        tried(lambda: super(Client, self).delete_many(keys), None)

    def clear(self) -> bool:
        return tried(super().clear, otherwise=False)


class Cache(RedisCache):
    """Django's cache in Redis, which fails nobody."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, {**params, "OPTIONS": OPTIONS | params.get("OPTIONS", {})})
        self._class = Client

    def count(self, key: str, seconds: int) -> int | None:
        client: Any = self._cache
        counted: int | None = client.count(self.make_and_validate_key(key), seconds)
        return counted
