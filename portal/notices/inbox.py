"""A person's inbox: what stands in it, a page at a time, and how much of it is unread."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language

from portal.languages import by_code
from portal.notices.kinds import BY_SLUG
from portal.notices.models import Notice
from portal.notices.models.notice import NoticeQuerySet
from portal.notices.rendering import Words, words

PAGE: Final = 25
# Beyond this the exact number tells nobody anything and costs a look at every row.
COUNTED: Final = 99


@dataclass(frozen=True, slots=True)
class Entry:
    """A notice with its words in the reader's language."""

    notice: Notice
    words: Words


@dataclass(frozen=True, slots=True)
class Page:
    """Some entries, newest first; `after` is the last of them where older ones follow."""

    entries: list[Entry]
    after: UUID | None


def notices(user: AbstractBaseUser) -> NoticeQuerySet:
    """All of a user's inbox, but kinds that the portal no longer has words for."""
    return Notice.objects.inbox_of(user).filter(kind__in=BY_SLUG)


def unread_count(user: AbstractBaseUser) -> int:
    """How many are unread, counted up to one more than `COUNTED`: one query."""
    return notices(user).unread()[: COUNTED + 1].count()


def page(found: NoticeQuerySet, *, after: Notice | None) -> Page:
    """The entries that follow a notice: found by its time, so that page a thousand is as quick as the first."""
    chosen = found.older_than(after) if after else found
    rows = list(chosen.with_subjects()[: PAGE + 1])
    language = by_code(get_language() or "").code
    entries = [Entry(row, words(row, language)) for row in rows[:PAGE]]
    return Page(entries, rows[PAGE - 1].pk if len(rows) > PAGE else None)


def address(*, unread: bool, after: UUID | None) -> str:
    """A place in the inbox."""
    chosen = {"unread": "1" if unread else "", "after": str(after or "")}
    query = urlencode({name: value for name, value in chosen.items() if value})
    return f"{reverse('notices:inbox')}?{query}" if query else reverse("notices:inbox")
