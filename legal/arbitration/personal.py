"""What requests for arbitration hold about a person: addresses they have confirmed, whom they asked to be joined."""

from collections.abc import Iterator
from typing import Any, Final

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_stubs_ext import StrPromise

from legal.arbitration.models import Filing, Joinder
from legal.matters.personal import UNTIL

Words = StrPromise | str
WHY_CONFIRMED: Final = _("The institution has to know where papers are served, and by whose word.")
WHY_JOINED: Final = _("The parties have to know who asked that a party be joined, and who decided it.")


def held_about(user: AbstractBaseUser) -> Iterator[dict[str, Any]]:
    """The addresses for service a person has confirmed; the parties they asked to be joined, or decided on as staff."""
    yield {
        "slug": "arbitration-addresses",
        "heading": _("Addresses for service confirmed"),
        "labels": {
            "number": pgettext_lazy("of a matter", "Number"),
            "address": _("Address"),
            "confirmed": _("Confirmed on"),
        },
        "rows": [
            {
                "number": filing.matter.number or filing.matter.key,
                "address": filing.service_address,
                "confirmed": filing.service_confirmed_at,
            }
            for filing in _confirmed(user).select_related("matter")
        ],
    }
    yield {
        "slug": "arbitration-joinders",
        "heading": _("Requests to join a party"),
        "labels": {
            "number": pgettext_lazy("of a matter", "Number"),
            "party": _("Party"),
            "asked": _("Asked on"),
            "decided": _("Decided on"),
        },
        "rows": [
            {
                "number": joinder.matter.number,
                "party": joinder.name,
                "asked": joinder.asked_at,
                "decided": joinder.decided_at,
            }
            for joinder in _joined(user).select_related("matter")
        ],
    }


def fates(user: AbstractBaseUser) -> Iterator[tuple[Words, int, Words, Words]]:
    """They stay with the matter."""
    yield _("Addresses for service confirmed"), _confirmed(user).count(), WHY_CONFIRMED, UNTIL
    yield _("Requests to join a party"), _joined(user).count(), WHY_JOINED, UNTIL


def _confirmed(user: AbstractBaseUser) -> QuerySet[Filing]:
    return Filing.objects.filter(service_confirmed_by_id=user.pk)


def _joined(user: AbstractBaseUser) -> QuerySet[Joinder]:
    return Joinder.objects.filter(Q(asked_by_id=user.pk) | Q(decided_by_id=user.pk))
