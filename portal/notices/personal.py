"""What notices hold about a person, and how it is erased: found by the app of personal data, which stands above."""

import datetime
from collections.abc import Iterator
from typing import Any, Final

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Q, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from portal.languages import by_code
from portal.notices import preferences
from portal.notices.kinds import BY_SLUG, Words
from portal.notices.models import Delivery, Notice, Preference, QuietHours
from portal.notices.models.notice import NoticeQuerySet
from portal.notices.recipients import fingerprint
from portal.notices.rendering import words
from portal.notices.states import OPEN, Mail, State

AT_ONCE: Final = 5_000


def held_about(user: AbstractBaseUser) -> Iterator[dict[str, Any]]:
    """What they were told, in words of the active language, and what they chose about mail."""
    yield {
        "slug": "notices",
        "heading": _("Notices"),
        "labels": {"when": _("When"), "title": _("Title"), "read": _("Read at")},
        "rows": map(_row, _notices(user).order_by("created_at", "pk").with_subjects().iterator(chunk_size=500)),
    }
    yield {
        "slug": "notice-preferences",
        "heading": _("Which mail you get"),
        "labels": {"what": _("About what"), "mail": _("Mail")},
        "rows": [
            {"what": preferences.label(wish.group) or wish.group, "mail": Mail(wish.mail).label}
            for wish in _wishes(user)
        ],
    }
    yield {
        "slug": "quiet-hours",
        "heading": _("Quiet hours"),
        "labels": {"begin": _("No mail from"), "end": _("Until")},
        "rows": [
            {"begin": f"{hours.begin:%H:%M}", "end": f"{hours.end:%H:%M}"}
            for hours in QuietHours.objects.filter(user=user.pk)
        ],
    }


def fates(user: AbstractBaseUser) -> Iterator[tuple[Words, int, Words, Words]]:
    """All is erased: what a notice told is kept where it happened."""
    yield _("Your notices"), _notices(user).count(), "", ""
    chosen = _wishes(user).count() + QuietHours.objects.filter(user=user.pk).count()
    yield _("What you chose about mail"), chosen, "", ""


def erase(user: AbstractBaseUser, *, by: AbstractBaseUser) -> None:
    """Erase the notices of an account with what is still on its way, and what was chosen."""
    _notices(user).delete()
    _wishes(user).delete()
    QuietHours.objects.filter(user=user.pk).delete()


def expire(before: datetime.datetime, *, rehearse: bool) -> int:
    """Remove the notices written before a time, but those still to be delivered; answers how many there are."""
    on_their_way = Delivery.objects.filter(state__in=[*OPEN, State.GATHERING])
    ended = Notice.objects.filter(created_at__lt=before).exclude(pk__in=on_their_way.values("notice"))
    if rehearse:
        return ended.count()
    gone = 0
    # Years of them would not fit into the memory.
    while keys := list(ended.order_by().values_list("pk", flat=True)[:AT_ONCE]):
        Notice.objects.filter(pk__in=keys).delete()
        gone += len(keys)
    return gone


EXPIRES: Final = {"notices": expire}


def _notices(user: AbstractBaseUser) -> NoticeQuerySet:
    """Theirs, and those written to their address before they had an account."""
    return Notice.objects.filter(user=user.pk) | Notice.objects.to_address(user.get_username())


def _wishes(user: AbstractBaseUser) -> QuerySet[Preference]:
    return Preference.objects.filter(Q(user=user.pk) | Q(outsider=fingerprint(user.get_username())))


def _row(notice: Notice) -> dict[str, Any]:
    known = notice.kind in BY_SLUG
    title = words(notice, by_code(get_language() or "").code).title if known else notice.kind
    return {"when": notice.created_at, "title": title, "read": notice.read_at}
