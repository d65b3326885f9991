"""What a static file says of itself: WhiteNoise answers before the policy of pages is set."""

from typing import Final
from wsgiref.headers import Headers

# A drawing opened by its own address is a document: it runs no script, loads nothing, and stands in no frame.
POLICY: Final = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"


def guard(headers: Headers, path: str, url: str) -> None:
    """Add to the headers of a file what keeps a browser from making more of it than it is."""
    headers["Content-Security-Policy"] = POLICY
    headers["X-Content-Type-Options"] = "nosniff"
