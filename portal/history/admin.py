"""The history in the console: all of it for whoever may read it, and that of one record on its page."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from portal.history import naming, telling
from portal.history.forms import AskingForm
from portal.history.models import Entry, EntryQuerySet
from portal.themed import ReadOnly, Themed

A_PAGE: Final = 50


if TYPE_CHECKING:
    Record = admin.ModelAdmin[Any]
else:
    Record = object


class WithHistory(Record):
    """A page of a tracked record, whose history is that of the triggers."""

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Mapping[str, Any] | None = None
    ) -> HttpResponse:
        key = unquote(object_id)
        row = self.get_object(request, key)
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        name = naming.name_of(row) if row else _("No. %(key)s") % {"key": key}
        context = {
            **self.admin_site.each_context(request),
            "title": _("History of “%(name)s”") % {"name": name},
            "opts": self.opts,
            "original": row,
            **_page(request, Entry.objects.of(self.model, key)),
        }
        return render(request, "history/record.html", context)


@admin.register(Entry)
class EntryAdmin(ReadOnly, Themed, admin.ModelAdmin[Entry]):
    """All that was changed, the newest first; counted nowhere, since there may be millions."""

    def changelist_view(self, request: HttpRequest, extra_context: Mapping[str, Any] | None = None) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": _("History"),
            "opts": self.opts,
            **_page(request, Entry.objects.all()),
        }
        return render(request, "history/entries.html", context)


def _page(request: HttpRequest, entries: EntryQuerySet) -> dict[str, Any]:
    """One page of entries as asked for, and the query that leads to the next; one that makes no sense finds nothing."""
    form = AskingForm(request.GET)
    entries = _asked(entries, form.cleaned_data) if form.is_valid() else entries.none()
    found = list(entries[: A_PAGE + 1])
    shown = found[:A_PAGE]
    return {
        "form": form,
        "entries": [(one, _link(one.entry)) for one in telling.told(shown)],
        "older": _query(request, shown[-1]) if len(found) > A_PAGE else "",
    }


def _asked(entries: EntryQuerySet, asked: Mapping[str, Any]) -> EntryQuerySet:
    if asked["who"]:
        entries = entries.filter(by=asked["who"])
    if asked["model"]:
        entries = entries.filter(model=asked["model"])
    if asked["day"]:
        entries = entries.on(asked["day"])
    return entries.after(*asked["after"]) if asked["after"] else entries


def _query(request: HttpRequest, last: Entry) -> str:
    query = request.GET.copy()
    query["after"] = f"{last.at.isoformat()},{last.pk}"
    return query.urlencode()


def _link(entry: Entry) -> str:
    """Where the history of the record stands; empty where the console has no page of it."""
    for model in admin.site._registry:
        concrete = model._meta.concrete_model or model
        if concrete._meta.label_lower == entry.model:
            return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_history", args=[entry.key])
    return ""
