"""People by how the words of their address, their name or their telephone number begin, however many there are."""

import re
from typing import Final

from django.contrib.postgres.search import SearchQuery
from django.db.models import QuerySet

from portal.accounts.models import APART, WORDS, User

# Those, and what means something in a query of PostgreSQL's.
BETWEEN: Final = re.compile(rf"[\s{re.escape(APART)}'\\\0]+")


def with_words(users: QuerySet[User], text: str) -> QuerySet[User]:
    """Those who have a word that begins so for each word of the text; everybody for a text without words."""
    words = [word for word in BETWEEN.split(text) if word]
    if not words:
        return users
    asked = SearchQuery(" & ".join(f"'{word}':*" for word in words), search_type="raw", config="simple")
    return users.alias(words=WORDS).filter(words=asked)
