"""Which requests are text that the portal can read."""

import pytest

from portal.encoding import UNREADABLE, is_readable


@pytest.mark.parametrize(
    ("content_type", "expected"),
    [
        ("", True),
        ("application/x-www-form-urlencoded", True),
        ("multipart/form-data; boundary=B; charset=UTF8", True),
        ("text/plain; charset=utf-16", False),
        ("text/plain; charset=gbk", False),
        ("text/plain; charset=unicode_escape", False),
        ("text/plain; charset=no-such-encoding", False),
        ("text/plain; charset=\0", False),
        ("text/plain; charset*=none''a", False),
        (UNREADABLE, False),
    ],
)
def test_only_utf8_is_read(content_type: str, expected: bool) -> None:
    assert is_readable(content_type) is expected
