"""What fees hold about a person, and what becomes of it."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_stubs_ext import StrPromise

from legal.fees.actions.expiring import forget
from legal.fees.currencies import written
from legal.fees.models import Proof
from legal.matters import emptying
from legal.matters.personal import UNTIL

Words = StrPromise | str


def held_about(user: AbstractBaseUser) -> Iterator[dict[str, Any]]:
    """The proofs of transfer a person has handed in."""
    yield {
        "slug": "fee-proofs",
        "heading": _("Proofs of transfer handed in"),
        "labels": {
            "number": pgettext_lazy("of a fee notice", "Number"),
            "amount": _("Amount stated"),
            "reference": _("Reference of the transfer"),
            "handed_in": _("Handed in"),
        },
        "rows": [
            {
                "number": proof.notice.number,
                "amount": written(proof.amount, proof.currency),
                "reference": proof.reference,
                "handed_in": proof.handed_in_at,
            }
            for proof in _of(user).select_related("notice")
        ],
    }


def fates(user: AbstractBaseUser) -> Iterator[tuple[Words, int, Words, Words]]:
    """They stay with the fee they were handed in for."""
    yield (
        _("Proofs of transfer handed in"),
        _of(user).count(),
        _("The institution and the enterprise need them to know what was paid."),
        UNTIL,
    )


emptying.also(forget)


def _of(user: AbstractBaseUser) -> QuerySet[Proof]:
    return Proof.objects.filter(handed_in_by_id=user.pk)
