"""What deadlines hold about a person: the days they have entered, the addresses for calendars they have made."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_stubs_ext import StrPromise

from legal.clocks.actions.emptying import empty
from legal.clocks.models import Change, Feed
from legal.matters import emptying
from legal.matters.personal import UNTIL

Words = StrPromise | str


def held_about(user: AbstractBaseUser) -> Iterator[dict[str, Any]]:
    """The days a person has entered as staff, and the addresses for calendars they have made."""
    yield {
        "slug": "deadline-days",
        "heading": _("Last days entered"),
        "labels": {
            "number": pgettext_lazy("of a matter", "Number"),
            "day": pgettext_lazy("of a deadline", "Last day"),
            "reason": _("Reason"),
            "entered": _("Entered on"),
        },
        "rows": [
            {
                "number": change.deadline.matter.number,
                "day": change.now,
                "reason": change.reason,
                "entered": change.at,
            }
            for change in Change.objects.filter(by_id=user.pk).select_related("deadline__matter")
        ],
    }
    yield {
        "slug": "deadline-calendars",
        "heading": _("Calendars of deadlines made"),
        "labels": {"enterprise": _("Enterprise"), "language": _("Language"), "made": _("Made on")},
        "rows": [
            {"enterprise": str(feed.enterprise), "language": feed.get_language_display(), "made": feed.made_at}
            for feed in Feed.objects.filter(made_by_id=user.pk).select_related("enterprise")
        ],
    }


def fates(user: AbstractBaseUser) -> Iterator[tuple[Words, int, Words, Words]]:
    """They stay with the matter, and with the enterprise."""
    yield (
        _("Last days entered"),
        Change.objects.filter(by_id=user.pk).count(),
        _("The parties have to know until when they had to act, and by whose word."),
        UNTIL,
    )
    yield (
        _("Calendars of deadlines made"),
        Feed.objects.filter(made_by_id=user.pk).count(),
        _("The enterprise has to know who has opened its deadlines to a calendar."),
        _("as long as the enterprise is kept"),
    )


emptying.also(empty)
