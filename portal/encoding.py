"""Which requests are text that the portal can read: those in UTF-8, as every browser writes them."""

import codecs
from typing import Final

from django.utils.http import parse_header_parameters

# What stands for every type that names another encoding: Django knows none of this name, and passes over it.
UNREADABLE: Final = "text/plain; charset=unreadable"


def is_readable(content_type: str) -> bool:
    """Whether a Content-Type names no encoding but UTF-8.

    Of the others some are no encoding of text at all, over which Django fails before any page is asked, and some make
    half characters, which the database cannot keep.
    """
    try:
        named = parse_header_parameters(content_type)[1].get("charset", "utf-8")
        return codecs.lookup(named).name == "utf-8"
    except (LookupError, ValueError):
        return False
