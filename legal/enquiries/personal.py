"""What requests hold about a person, and what becomes of it when the account is deleted."""

import datetime
from collections.abc import Iterator
from typing import Any, Final

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_stubs_ext import StrPromise

from legal.enquiries.actions.answering import turn_down
from legal.enquiries.actions.sending import take_back
from legal.enquiries.models import Enquiry, KnownName, Message
from legal.enquiries.states import UNDER_WAY, WITH_THE_LAWYER, State
from portal.accounts.models import User

Words = StrPromise | str
WHY: Final = _("The enterprise and the lawyer need them to know what was asked and answered.")
UNTIL: Final = _("until the rule of retention for requests removes their contents")


def held_about(user: AbstractBaseUser) -> Iterator[dict[str, Any]]:
    """The requests a person has sent, the messages they have written, the names they keep as a lawyer."""
    yield {
        "slug": "enquiries",
        "heading": _("Requests for a consultation"),
        "labels": {
            "number": _("Number"),
            "enterprise": _("Enterprise"),
            "lawyer": _("Lawyer"),
            "state": _("State"),
            "facts": pgettext_lazy("request for a consultation", "What it is about"),
            "begun": _("Begun on"),
        },
        "rows": [
            {
                "number": enquiry.key,
                "enterprise": str(enquiry.enterprise),
                "lawyer": str(enquiry.lawyer),
                "state": enquiry.get_state_display(),
                "facts": enquiry.facts,
                "begun": enquiry.begun_at,
            }
            for enquiry in _asked(user).select_related("enterprise", "lawyer")
        ],
    }
    yield {
        "slug": "enquiry-messages",
        "heading": _("Messages about requests"),
        "labels": {"number": _("Number"), "message": _("Message"), "sent": _("Sent")},
        "rows": [
            {"number": message.enquiry.key, "message": message.body, "sent": message.sent_at}
            for message in _written(user).select_related("enquiry")
        ],
    }
    yield {
        "slug": "enquiry-names",
        "heading": _("Names for the check"),
        "labels": {"name": _("Name"), "side": _("Side"), "added": _("Added")},
        "rows": [
            {"name": known.name, "side": known.get_side_display(), "added": known.added_at} for known in _kept(user)
        ],
    }


def fates(user: AbstractBaseUser) -> Iterator[tuple[Words, int, Words, Words]]:
    """Drafts and a lawyer's names are erased; what was sent stays with those it was sent by and to."""
    yield _("Drafts of requests"), _drafts(user).count(), "", ""
    yield _("Names for the check"), _kept(user).count(), "", ""
    yield _("Requests sent"), _asked(user).exclude(state=State.DRAFT).count(), WHY, UNTIL
    yield _("Messages about requests"), _written(user).count(), WHY, UNTIL


@transaction.atomic
def erase(user: AbstractBaseUser, *, by: AbstractBaseUser) -> None:
    """Throw drafts away, take back what is under way, and take out the names of a lawyer's list.

    Requests to the lawyer are declined: nobody would answer them, and nobody come to what is booked.
    """
    person = User.objects.get(pk=user.pk)
    _drafts(user).delete()
    # Also where they may not act for the enterprise any more.
    for enquiry in _asked(user).filter(state__in=UNDER_WAY).select_related("enterprise", "lawyer__user"):
        take_back(enquiry, by=person)
    for enquiry in Enquiry.objects.for_lawyer(person).filter(state__in=WITH_THE_LAWYER).with_sides():
        turn_down(enquiry, by=person)
    _kept(user).delete()


def expire(before: datetime.datetime, *, rehearse: bool) -> int:
    """Empty requests that ended before a time: what they were about, and messages. Names stay, for the check."""
    ended = Enquiry.objects.filter(ended_at__lt=before).exclude(facts="")
    count = ended.count()
    if not rehearse:
        Message.objects.filter(enquiry__ended_at__lt=before).delete()
        ended.update(facts="")
    return count


EXPIRES: Final = {"enquiries": expire}


def _asked(user: AbstractBaseUser) -> QuerySet[Enquiry]:
    return Enquiry.objects.filter(asked_by_id=user.pk)


def _drafts(user: AbstractBaseUser) -> QuerySet[Enquiry]:
    return _asked(user).filter(state=State.DRAFT)


def _written(user: AbstractBaseUser) -> QuerySet[Message]:
    return Message.objects.filter(author_id=user.pk)


def _kept(user: AbstractBaseUser) -> QuerySet[KnownName]:
    return KnownName.objects.filter(lawyer__user_id=user.pk)
