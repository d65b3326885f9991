"""Files are sent, and become exhibits: one, several, a translation, or a corrected file."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from enterprises.access import membership, private
from enterprises.models import Membership
from enterprises.policies import Right
from legal.exhibits.actions import adding
from legal.exhibits.actions.guarding import is_open
from legal.exhibits.errors import UnaddedError
from legal.exhibits.finding import UNFINISHED, exhibit_named
from legal.exhibits.forms.adding import AddForm, ReplaceForm, TranslationForm
from legal.exhibits.models import Exhibit
from portal.accounts.acting import acting
from portal.files.refusals import RefusedError
from portal.workflow.errors import NotAllowedError

typed = require_http_methods(["GET", "HEAD", "POST"])


@private
@typed
def add(request: HttpRequest, key: str) -> HttpResponse:
    me = membership(request, key, Right.EDIT)
    form = AddForm(*_sent(request), by=acting(request))
    return _answered(request, me, form, None)


@private
@typed
def translate(request: HttpRequest, key: str, exhibit: str) -> HttpResponse:
    me, original = exhibit_named(request, key, exhibit, Right.EDIT)
    if original.is_translation:
        raise Http404(_("A translation is not translated again: translate the original."))
    form = TranslationForm(*_sent(request), by=acting(request), original=original)
    return _answered(request, me, form, original)


@private
@typed
def replace(request: HttpRequest, key: str, exhibit: str) -> HttpResponse:
    me, old = exhibit_named(request, key, exhibit, Right.EDIT)
    form = ReplaceForm(*_sent(request), by=acting(request))
    if form.is_valid():
        try:
            new = adding.replace(old, form.cleaned_data["paper"], by=acting(request))
        except (NotAllowedError, RefusedError) as refusal:
            form.add_error("paper", refusal)
        else:
            messages.success(request, _("The corrected file is in the list; the old one was taken off it."))
            return redirect(new)
    context = {"enterprise": me.enterprise, "exhibit": old, "form": form, "is_held": old.is_held()}
    return render(request, "exhibits/replace.html", context, status=422 if form.errors else 200)


def _answered(request: HttpRequest, me: Membership, form: AddForm, original: Exhibit | None) -> HttpResponse:
    if not is_open(me.enterprise):
        return render(request, "exhibits/closed.html", {"enterprise": me.enterprise})
    if form.is_valid() and (added := _added(request, me, form)):
        return _onward(request, me, added)
    context = {"enterprise": me.enterprise, "form": form, "original": original}
    return render(request, "exhibits/add.html", context, status=422 if form.errors else 200)


def _added(request: HttpRequest, me: Membership, form: AddForm) -> list[Exhibit]:
    """What was added; nothing where one file is refused, and then its field says why."""
    papers = form.papers
    facts = [(file, form.facts_of(file)) for file in papers.values()]
    try:
        return adding.add_all(me.enterprise, facts, by=acting(request))
    except UnaddedError as refusal:
        form.add_error(list(papers)[refusal.place], refusal.messages)
    return []


def _onward(request: HttpRequest, me: Membership, added: list[Exhibit]) -> HttpResponse:
    if len(added) == 1:
        messages.success(request, _("The file is in the list. Say what it is and what it proves."))
        return redirect("exhibits:edit", me.enterprise.key, added[0].key)
    sentence = ngettext(
        "%(number)s file is in the list. Say of it what it is and what it proves.",
        "%(number)s files are in the list. Say of each what it is and what it proves.",
        len(added),
    )
    messages.success(request, sentence % {"number": len(added)})
    return redirect(reverse("exhibits:list", args=[me.enterprise.key], query={"show": UNFINISHED}))


def _sent(request: HttpRequest) -> tuple[object, ...]:
    return (request.POST, request.FILES) if request.method == "POST" else ()
