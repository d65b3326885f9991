"""A notice as a mail: a title, a sentence or two, and a link; in the recipient's language of this moment."""

from typing import Final

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext, ngettext

from portal.letters import Letter, compose
from portal.notices import unsubscribing
from portal.notices.kinds import BY_SLUG, Kind
from portal.notices.models import Delivery, Notice
from portal.notices.rendering import words

# A daily mail names so many notices, and how many more there are.
NAMED: Final = 50


def mail(delivery: Delivery) -> EmailMultiAlternatives:
    """The mail of a delivery; KeyError where its kind is no longer registered."""
    notice, kind = delivery.notice, BY_SLUG[delivery.notice.kind]
    with translation.override(notice.tongue):
        leave = "" if kind.mandatory else absolute(unsubscribing.address(notice, kind))
        composed = compose(_letter(notice, kind, leave), to=notice.address)
    composed.extra_headers |= {"Message-ID": delivery.message_id, **(_one_click(leave) if leave else {})}
    return composed


def absolute(path: str) -> str:
    """A path of the portal as an address for a mail."""
    return f"{settings.SITE_URL}{path}"


def _letter(notice: Notice, kind: Kind, leave: str) -> Letter:
    said = words(notice, notice.tongue)
    entries, more = ([], 0) if kind.shown else _day(notice)
    rest = ngettext("And %(number)s more, in your inbox.", "And %(number)s more, in your inbox.", more)
    ways = [
        (gettext("Which mail you get"), absolute(reverse("notices:preferences")) if notice.user_id else ""),
        (gettext("No more mail of this sort"), leave),
    ]
    return Letter(
        subject=said.title,
        paragraphs=said.body.split("\n\n"),
        entries=entries,
        link=(gettext("Open in the portal"), absolute(said.address)),
        remarks=[rest % {"number": more}] if more else [],
        ways=[(name, address) for name, address in ways if address],
    )


def _day(digest: Notice) -> tuple[list[tuple[str, str]], int]:
    """The titles that a daily mail names with their addresses, and how many more there are."""
    gathered = Notice.objects.filter(deliveries__digest=digest).order_by("created_at", "pk")
    said = [words(one, digest.tongue) for one in gathered.with_subjects()[:NAMED]]
    return [(one.title, absolute(one.address)) for one in said], gathered.count() - len(said)


def _one_click(leave: str) -> dict[str, str]:
    """RFC 8058: the mail program itself may end these mails, without a page."""
    return {"List-Unsubscribe": f"<{leave}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
