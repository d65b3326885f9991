"""What mediations hold about a person: the texts of settlements they have confirmed or declined for a side."""

from collections.abc import Iterator
from typing import Any, Final

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_stubs_ext import StrPromise

from legal.matters.personal import UNTIL
from legal.mediation.models import Confirmation, Refusal

Words = StrPromise | str
WHY: Final = _("Both sides have to know who has answered for which of them, and to which text.")


def held_about(user: AbstractBaseUser) -> Iterator[dict[str, Any]]:
    """The texts a person has confirmed, and those they have declined, with the reason they gave."""
    yield {
        "slug": "settlements-confirmed",
        "heading": _("Settlements confirmed"),
        "labels": {
            "number": pgettext_lazy("of a matter", "Number"),
            "version": _("Version"),
            "sha256": _("SHA-256 of the text"),
            "confirmed": _("Confirmed on"),
        },
        "rows": [
            {
                "number": one.matter.number,
                "version": one.settlement.version,
                "sha256": one.sha256,
                "confirmed": one.at,
            }
            for one in _confirmed(user).select_related("matter", "settlement")
        ],
    }
    yield {
        "slug": "settlements-declined",
        "heading": _("Texts of settlements declined"),
        "labels": {
            "number": pgettext_lazy("of a matter", "Number"),
            "version": _("Version"),
            "reason": _("Reason"),
            "declined": pgettext_lazy("a text", "Declined on"),
        },
        "rows": [
            {
                "number": one.matter.number,
                "version": one.settlement.version,
                "reason": one.reason,
                "declined": one.at,
            }
            for one in _declined(user).select_related("matter", "settlement")
        ],
    }


def fates(user: AbstractBaseUser) -> Iterator[tuple[Words, int, Words, Words]]:
    """They stay with the mediation."""
    yield _("Settlements confirmed"), _confirmed(user).count(), WHY, UNTIL
    yield _("Texts of settlements declined"), _declined(user).count(), WHY, UNTIL


def _confirmed(user: AbstractBaseUser) -> QuerySet[Confirmation]:
    return Confirmation.objects.filter(by_id=user.pk)


def _declined(user: AbstractBaseUser) -> QuerySet[Refusal]:
    return Refusal.objects.filter(by_id=user.pk)
