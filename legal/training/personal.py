"""What training holds about a person, and what becomes of it when the account is deleted."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrPromise

from legal.training.actions.enrolling import withdraw
from legal.training.models import Certificate, Enrolment
from legal.training.states import LEAVING
from portal.accounts.models import User

Words = StrPromise | str


def held_about(user: AbstractBaseUser) -> Iterator[dict[str, Any]]:
    """The courses a person enrolled in, and their certificates."""
    enrolments = Enrolment.objects.visible_to(user).select_related("session__course", "enterprise")
    yield {
        "slug": "courses",
        "heading": _("Your courses"),
        "labels": {
            "course": _("Course"),
            "begins": _("Begins"),
            "name": _("Name as on the certificate"),
            "enterprise": _("Enterprise"),
            "state": _("State"),
            "at": _("Enrolled on"),
        },
        "rows": [
            {
                "course": str(one.session.course),
                "begins": one.session.starts,
                "name": one.name,
                "enterprise": str(one.enterprise or ""),
                "state": one.get_state_display(),
                "at": one.asked_at,
            }
            for one in enrolments
        ],
    }
    yield {
        "slug": "certificates",
        "heading": _("Certificates of attendance"),
        "labels": {"number": _("Number"), "course": _("Course"), "issued": _("Issued"), "revoked": _("Revoked")},
        "rows": [
            {"number": one.number, "course": one.course_title, "issued": one.issued_at, "revoked": one.revoked_at}
            for one in Certificate.objects.visible_to(user)
        ],
    }


def fates(user: AbstractBaseUser) -> Iterator[tuple[Words, int, Words, Words]]:
    """Who took part is forgotten; certificates that were handed out stay, with the name they say."""
    yield _("Your name and enterprise in courses you enrolled in"), _named(user).count(), "", ""
    if count := Certificate.objects.visible_to(user).count():
        why = _("Whoever was shown a certificate must be able to see whether it is genuine.")
        yield _("Certificates of attendance"), count, why, _("As long as certificates can be verified.")


@transaction.atomic
def erase(user: AbstractBaseUser, *, by: AbstractBaseUser) -> None:
    """Withdraw a person from what lies ahead, and take their name out of what they took part in."""
    person, now = User.objects.get(pk=user.pk), timezone.now()
    for enrolment in Enrolment.objects.visible_to(user).filter(state__in=LEAVING).select_related("session"):
        if enrolment.session.is_ahead(now):
            withdraw(enrolment, by=person, now=now)
    _named(user).update(name="", enterprise=None)


def _named(user: AbstractBaseUser) -> Any:
    return Enrolment.objects.visible_to(user).exclude(name="", enterprise=None)
