import pytest

from portal.embedded import RedisUrls, redis_urls


@pytest.mark.parametrize(
    ("url", "celery", "cache"),
    [
        ("unix:///run/redis.sock", "redis+socket:///run/redis.sock?virtual_host=0", "unix:///run/redis.sock?db=1"),
        ("unix:///run/redis.sock?db=4", "redis+socket:///run/redis.sock?virtual_host=4", "unix:///run/redis.sock?db=5"),
        ("redis://:secret@cache:6379/2", "redis://:secret@cache:6379/2", "redis://:secret@cache:6379/3"),
        ("rediss://cache:6380", "rediss://cache:6380/0", "rediss://cache:6380/1"),
        ("redis://cache?db=3&ssl_ca=x", "redis://cache/3?ssl_ca=x", "redis://cache/4?ssl_ca=x"),
    ],
)
def test_redis_address_is_given_to_celery_and_the_cache_as_each_wants_it(url, celery, cache):
    assert redis_urls(url) == RedisUrls(celery=celery, cache=cache)
