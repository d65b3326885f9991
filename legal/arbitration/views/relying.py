"""Articles and cases are looked for and named: with the keyboard alone and without scripts too."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from enterprises.access import private
from enterprises.views.answering import act
from legal.arbitration import access
from legal.arbitration.actions import parts as writing
from legal.arbitration.forms import RelianceForm, SearchForm
from legal.arbitration.models import Reliance
from legal.arbitration.views.answering import answer
from legal.cases import found as cases
from legal.laws import referring as laws
from legal.laws.spoken import reader
from legal.matters.forms.versions import VersionForm
from legal.matters.views.drafting import refused
from portal.accounts.acting import acting
from portal.search.registry import Suggestion

# Of laws and of cases each.
MOST = 8


@private
@require_http_methods(["GET", "HEAD", "POST"])
def reliances(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found = access.draft(request, key, matter)
    form = RelianceForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and form.named is not None:
        point, by = form.cleaned_data["point"], acting(request)
        named = form.named
        refusal = refused(lambda: writing.rely(found.matter, named=named, point=point, by=by))
        if refusal is None:
            messages.success(request, _("Saved."))
            return redirect(reverse("arbitration:reliances", kwargs=found.matter.place))
        form.add_error("address", refusal.messages)
    search = SearchForm(request.GET)
    words = search.cleaned_data["q"] if search.is_valid() else ""
    shown = {
        "form": form,
        "search": search,
        "words": words,
        "hits": _hits(words) if words else [],
    }
    return answer(request, found, "arbitration/filing/reliances.html", shown, step="reliances")


@private
@require_POST
def remove(request: HttpRequest, key: str, matter: str, position: int) -> HttpResponse:
    found = access.draft(request, key, matter)
    there = get_object_or_404(Reliance.objects.select_related("matter"), matter=found.matter, position=position)
    form = VersionForm(request.POST)
    if not form.is_valid():
        raise Http404
    return act(
        request,
        lambda: writing.remove(there, by=acting(request), **form.cleaned_data),
        _("Taken out."),
        to=reverse("arbitration:reliances", kwargs=found.matter.place),
    )


def _hits(words: str) -> list[Suggestion]:
    """Articles and laws, then cases, that what was typed names, or whose title has the words."""
    language = reader().text
    return [*laws.suggestions(words, language, MOST), *cases.suggestions(words, language, MOST)]
