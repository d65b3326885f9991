"""The rights of a role, in words."""

from typing import Final

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

VERBS: Final = {
    "view": pgettext_lazy("a right", "see"),
    "add": pgettext_lazy("a right", "add"),
    "change": pgettext_lazy("a right", "change"),
    "delete": pgettext_lazy("a right", "delete"),
    "translate": pgettext_lazy("a right", "translate"),
}


def told(group: Group) -> list[tuple[str, str]]:
    """What a group may do: a kind of record and the rights to it, in the order of the apps."""
    granted: dict[str, list[str]] = {}
    held = group.permissions.order_by("content_type", "pk")
    for right in sorted(held, key=_place):
        granted.setdefault(_records(right), []).append(_verb(right))
    return [(records, pgettext("between items of a list", ", ").join(verbs)) for records, verbs in granted.items()]


def name(right: Permission) -> str:
    """What one right is called: the kind of record and what may be done with it."""
    return f"{_records(right)}: {_verb(right)}"


def _place(right: Permission) -> int:
    """Seeing comes first, and what only one app knows comes last."""
    verb = right.codename.partition("_")[0]
    return [*VERBS].index(verb) if verb in VERBS else len(VERBS)


def _records(right: Permission) -> str:
    # From memory: a page of the history may name fifty rights.
    kind = ContentType.objects.get_for_id(right.content_type_id)
    return capfirst(str(apps.get_model(kind.app_label, kind.model)._meta.verbose_name_plural))


def _verb(right: Permission) -> str:
    """A right of an app's own has a sentence of its own, which is a message like any other."""
    verb = right.codename.partition("_")[0]
    return str(VERBS[verb]) if verb in VERBS else _(right.name)
