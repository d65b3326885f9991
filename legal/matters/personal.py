"""What matters hold about a person, and what becomes of it when the account is deleted."""

import datetime
from collections.abc import Iterator
from typing import Any, Final

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_stubs_ext import StrPromise

from legal.matters.actions.expiring import empty, expired
from legal.matters.models import Declaration, Matter, Message

Words = StrPromise | str
WHY: Final = _("The enterprise needs them to know what was submitted in its name, and by whom.")
WHY_DECLARED: Final = _("Who decided a matter, and was free to, has to be known as long as the matter is.")
ALWAYS: Final = _("for good, without your name once the account is deleted")
UNTIL: Final = _("until the rule of retention for matters removes their contents")


def held_about(user: AbstractBaseUser) -> Iterator[dict[str, Any]]:
    """The matters a person has begun or submitted, the messages they have written, what they declared as officers."""
    yield {
        "slug": "matters",
        "heading": _("Matters begun or submitted"),
        "labels": {
            "number": pgettext_lazy("of a matter", "Number"),
            "enterprise": _("Enterprise"),
            "title": pgettext_lazy("a matter", "What it is about"),
            "begun": _("Begun on"),
        },
        "rows": [
            {
                "number": matter.number or matter.key,
                "enterprise": str(matter.enterprise),
                "title": matter.title,
                "begun": matter.begun_at,
            }
            for matter in _of(user).select_related("enterprise")
        ],
    }
    yield {
        "slug": "matter-messages",
        "heading": _("Messages about matters"),
        "labels": {
            "number": pgettext_lazy("of a matter", "Number"),
            "message": _("Message"),
            "sent": pgettext_lazy("a message", "Sent"),
        },
        "rows": [
            {"number": message.matter.number, "message": message.body, "sent": message.sent_at}
            for message in _written(user).select_related("matter")
        ],
    }
    yield {
        "slug": "matter-declarations",
        "heading": _("Declarations about conflicts of interest"),
        "labels": {
            "number": pgettext_lazy("of a matter", "Number"),
            "conflict": _("Conflict of interest"),
            "declared": _("Declared on"),
        },
        "rows": [
            {
                "number": declaration.matter.number,
                "conflict": _("yes") if declaration.conflict else _("no"),
                "declared": declaration.at,
            }
            for declaration in _declared(user).select_related("matter")
        ],
    }


def fates(user: AbstractBaseUser) -> Iterator[tuple[Words, int, Words, Words]]:
    """All of it stays with the enterprise in whose name it was written."""
    yield _("Matters begun or submitted"), _of(user).count(), WHY, UNTIL
    yield _("Messages about matters"), _written(user).count(), WHY, UNTIL
    yield _("Declarations about conflicts of interest"), _declared(user).count(), WHY_DECLARED, ALWAYS


def expire(before: datetime.datetime, *, rehearse: bool) -> int:
    """Empty matters that ended before a time; their numbers and histories stay, in which nobody is named."""
    found = expired(before)
    if not rehearse:
        for matter in found:
            empty(matter)
    return len(found)


EXPIRES: Final = {"matters": expire}


def _of(user: AbstractBaseUser) -> QuerySet[Matter]:
    return Matter.objects.filter(Q(begun_by_id=user.pk) | Q(submitted_by_id=user.pk))


def _written(user: AbstractBaseUser) -> QuerySet[Message]:
    return Message.objects.filter(author_id=user.pk)


def _declared(user: AbstractBaseUser) -> QuerySet[Declaration]:
    return Declaration.objects.filter(officer_id=user.pk)
