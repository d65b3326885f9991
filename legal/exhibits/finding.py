"""Exhibits as addresses name them, and the list as a reader narrows it."""

from collections.abc import Mapping
from typing import Any, Final

from django.db.models import Q
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from enterprises.access import membership
from enterprises.models import Enterprise, Membership
from enterprises.policies import Right
from legal.exhibits.models import Exhibit, ExhibitQuerySet
from portal.languages import LANGUAGES

WITHDRAWN: Final = "withdrawn"
UNFINISHED: Final = "unfinished"
UNCERTIFIED: Final = "uncertified"
# What a list may be narrowed to, beside nothing: all that is listed.
SHOWN: Final = (
    ("no-zh", pgettext_lazy("exhibits to show", "Without a text in Chinese")),
    ("no-en", pgettext_lazy("exhibits to show", "Without a text in English")),
    ("no-ru", pgettext_lazy("exhibits to show", "Without a text in Russian")),
    (UNCERTIFIED, pgettext_lazy("exhibits to show", "Apostille or legalization is needed")),
    (UNFINISHED, pgettext_lazy("exhibits to show", "What they prove is not said yet")),
    (WITHDRAWN, pgettext_lazy("exhibits to show", "Withdrawn from the list")),
)


def exhibit_named(
    request: HttpRequest, key: str, exhibit: str, right: Right | None = None
) -> tuple[Membership, Exhibit]:
    """The exhibit of these keys, and the membership under which whoever asks has it before them.

    Http404 where it is none of theirs; PermissionDenied where their role has not this right.
    """
    me = membership(request, key, right)
    rows = Exhibit.objects.of(me.enterprise).with_file().select_related("replaces", "replaced_by")
    found: Exhibit | None = rows.filter(key=exhibit).first()
    if found is None:
        raise Http404(_("There is no such exhibit in this list."))
    # One object for the enterprise of both, whose name is not asked for twice.
    found.enterprise = me.enterprise
    return me, found


def shown(enterprise: Enterprise, show: str) -> ExhibitQuerySet:
    """The exhibits of an enterprise that one of the words of `SHOWN` names; those listed, where none does."""
    exhibits = Exhibit.objects.of(enterprise)
    if show == WITHDRAWN:
        return exhibits.exclude(withdrawn_at=None)
    listed = exhibits.listed()
    if show == UNCERTIFIED:
        return listed.without_legalization()
    if show == UNFINISHED:
        return listed.unfinished()
    lacking = {f"no-{language.text}": language.text for language in LANGUAGES}
    return listed.without_text_in(lacking[show]) if show in lacking else listed


def narrowed(enterprise: Enterprise, asked: Mapping[str, Any]) -> ExhibitQuerySet:
    """The list as a reader asks for it: by words of its names, a language, a kind, and what lacks."""
    exhibits = shown(enterprise, asked.get("show", ""))
    if words := asked.get("q"):
        exhibits = exhibits.filter(Q(name__icontains=words) | Q(purpose__icontains=words))
    if language := asked.get("language"):
        exhibits = exhibits.in_language(language)
    if kind := asked.get("kind"):
        exhibits = exhibits.filter(kind=kind)
    return exhibits.order_by("number")
