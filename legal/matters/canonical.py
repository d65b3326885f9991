"""How records are written down to be summed up: the same record is the same bytes, on any machine.

JSON in UTF-8, keys in the order of their code points, no spaces, letters of every script as they are. Numbers are
whole, and times are texts in UTC with microseconds, as 2026-11-26T08:00:00.000000Z.
"""

import datetime
import hashlib
import json
from collections.abc import Mapping
from typing import Any


def canonical(record: Mapping[str, Any]) -> str:
    """A record as the text that is summed up."""
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def digest(text: str) -> str:
    """The SHA-256 of a text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def moment(at: datetime.datetime) -> str:
    """A time as records have it."""
    return at.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
