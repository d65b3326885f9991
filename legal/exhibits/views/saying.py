"""What is said of an exhibit is said anew; and it leaves the list, comes back, or is removed."""

import dataclasses

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from enterprises.access import private
from enterprises.errors import ChangedMeanwhileError
from enterprises.policies import Right
from enterprises.views.answering import act
from legal.exhibits.actions import keeping
from legal.exhibits.actions.facts import facts_of
from legal.exhibits.finding import exhibit_named
from legal.exhibits.forms.saying import AbroadForm, DocumentForm, FactsForm
from legal.exhibits.models import Exhibit
from portal.accounts.acting import acting
from portal.workflow.errors import NotAllowedError

typed = require_http_methods(["GET", "HEAD", "POST"])


@private
@typed
def edit(request: HttpRequest, key: str, exhibit: str) -> HttpResponse:
    return _said(request, key, exhibit, DocumentForm, "exhibits/edit.html")


@private
@typed
def abroad(request: HttpRequest, key: str, exhibit: str) -> HttpResponse:
    return _said(request, key, exhibit, AbroadForm, "exhibits/abroad.html")


@private
@require_POST
def withdraw(request: HttpRequest, key: str, exhibit: str) -> HttpResponse:
    _me, found = exhibit_named(request, key, exhibit, Right.EDIT)
    done = _("The exhibit was taken off the list.")
    return act(request, lambda: keeping.withdraw(found, by=acting(request)), done, to=found.get_absolute_url())


@private
@require_POST
def restore(request: HttpRequest, key: str, exhibit: str) -> HttpResponse:
    _me, found = exhibit_named(request, key, exhibit, Right.EDIT)
    done = _("The exhibit is in the list again.")
    return act(request, lambda: keeping.restore(found, by=acting(request)), done, to=found.get_absolute_url())


@private
@typed
def remove(request: HttpRequest, key: str, exhibit: str) -> HttpResponse:
    me, found = exhibit_named(request, key, exhibit, Right.EDIT)
    if request.method == "POST":
        done = _("The exhibit was removed with its file.")
        to = reverse("exhibits:list", args=[key])
        return act(request, lambda: keeping.remove(found, by=acting(request)), done, to=to)
    context = {"enterprise": me.enterprise, "exhibit": found, "is_held": found.is_held()}
    return render(request, "exhibits/remove.html", context)


def _said(request: HttpRequest, key: str, exhibit: str, form_of: type[FactsForm], page: str) -> HttpResponse:
    me, found = exhibit_named(request, key, exhibit, Right.EDIT)
    form = form_of(request.POST if request.method == "POST" else None, exhibit=found)
    context = {"enterprise": me.enterprise, "exhibit": found, "form": form, "refusal": "", "differing": []}
    if form.is_valid():
        facts = dataclasses.replace(facts_of(found), **form.answers)
        try:
            keeping.save(found, facts, version=form.seen, by=acting(request))
        except ChangedMeanwhileError as refusal:
            context |= _both(form, found, refusal)
        except NotAllowedError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, _("Your answers are saved."))
            return redirect(found)
    return render(request, page, context, status=422 if form.is_bound else 200)


def _both(form: FactsForm, exhibit: Exhibit, refusal: ChangedMeanwhileError) -> dict[str, object]:
    """What was saved meanwhile, beside what was typed: sent again, the page is saved as it stands then."""
    saved = get_object_or_404(Exhibit, pk=exhibit.pk)
    differing = list(form.differing(saved))
    form.go_on_from(saved)
    return {"refusal": " ".join(refusal.messages), "differing": differing}
