"""What imports of law hold about a person of the staff: which archives they brought."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrPromise

from legal.intake.models import Intake

Words = StrPromise | str


def held_about(user: AbstractBaseUser) -> Iterator[dict[str, Any]]:
    """The archives of law a person brought."""
    yield {
        "slug": "imports-of-law",
        "heading": _("Imports of law"),
        "labels": {"name": _("Name"), "sha256": _("SHA-256"), "at": _("uploaded"), "state": _("State")},
        "rows": [
            {"name": one.name, "sha256": one.sha256, "at": one.brought_at, "state": one.get_state_display()}
            for one in Intake.objects.filter(brought_by_id=user.pk)
        ],
    }


def fates(user: AbstractBaseUser) -> Iterator[tuple[Words, int, Words, Words]]:
    """They are kept as long as any: the law says who brought it."""
    if count := Intake.objects.filter(brought_by_id=user.pk).count():
        why = _("They are part of the record of who changed the law that the portal holds.")
        yield _("Imports of law"), count, why, _("until the archives are removed")
