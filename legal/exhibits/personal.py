"""What exhibits hold about a person: which they added; they stay with the enterprise whose they are."""

from collections.abc import Iterator
from typing import Any, Final

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_stubs_ext import StrPromise

from legal.exhibits.models import Exhibit

Words = StrPromise | str
WHY: Final = _("They belong to the enterprise, and who added what is part of their worth as evidence.")
UNTIL: Final = _("until the enterprise removes them")


def held_about(user: AbstractBaseUser) -> Iterator[dict[str, Any]]:
    """The exhibits a person has added, by their names."""
    yield {
        "slug": "exhibits",
        "heading": _("Exhibits you added"),
        "labels": {
            "enterprise": _("Enterprise"),
            "number": pgettext_lazy("exhibit", "No."),
            "name": pgettext_lazy("exhibit", "Name"),
            "sha256": _("SHA-256"),
            "added": _("Added"),
        },
        "rows": (
            {
                "enterprise": str(exhibit.enterprise),
                "number": exhibit.number,
                "name": exhibit.name,
                "sha256": exhibit.sha256,
                "added": exhibit.added_at,
            }
            for exhibit in _added(user).select_related("enterprise")
        ),
    }


def fates(user: AbstractBaseUser) -> Iterator[tuple[Words, int, Words, Words]]:
    """All of them are kept: an enterprise does not lose its evidence with whoever brought it."""
    yield _("Exhibits you added"), _added(user).count(), WHY, UNTIL


def _added(user: AbstractBaseUser) -> QuerySet[Exhibit]:
    return Exhibit.objects.filter(added_by_id=user.pk)
