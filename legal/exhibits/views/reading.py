"""The page of one exhibit, with what it lacks for being used in a country."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from enterprises.access import private
from legal.exhibits import registry
from legal.exhibits.actions.guarding import is_open
from legal.exhibits.finding import exhibit_named
from legal.exhibits.forms.finding import UseForm
from legal.exhibits.models import Exhibit
from legal.exhibits.passport import Check, passport
from portal.files.models import grouped
from portal.reference.models import Jurisdiction


@private
@require_safe
def exhibit(request: HttpRequest, key: str, exhibit: str) -> HttpResponse:
    me, found = exhibit_named(request, key, exhibit)
    form = UseForm(request.GET if "used_in" in request.GET else None)
    used_in = form.cleaned_data["used_in"] if form.is_valid() else None
    translations = list(found.translations.order_by("number"))
    return render(
        request,
        "exhibits/exhibit.html",
        {
            "enterprise": me.enterprise,
            "exhibit": found,
            "checksum": grouped(found.sha256),
            "translations": translations,
            "may_change": me.may_edit and is_open(me.enterprise),
            "is_held": found.is_held(),
            "form": form,
            "used_in": used_in,
            "checks": _checks(found, translations, used_in) if used_in else [],
        },
    )


def _checks(exhibit: Exhibit, translations: list[Exhibit], used_in: Jurisdiction) -> list[Check]:
    made_in = exhibit.made_in
    route = registry.route(made_in, used_in, on=timezone.localdate()) if made_in else None
    listed = [one for one in translations if one.is_listed]
    return passport(exhibit, used_in, translations=listed, route=route)
