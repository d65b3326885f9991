"""It is asked that somebody else become a party."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from enterprises.access import private
from enterprises.policies import Right
from legal.arbitration import access
from legal.arbitration.actions import joining
from legal.arbitration.forms import JoinderForm
from legal.arbitration.models import Joinder
from legal.matters.views.drafting import refused
from portal.accounts.acting import acting


@private
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found = access.seat(request, key, matter, Right.EDIT)
    if found.matter.state not in joining.JOINING:
        raise Http404(_("A party is joined once the request was accepted, until the file is handed over."))
    form = JoinderForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        refusal = refused(lambda: joining.ask(found.matter, facts=form.cleaned_data, by=acting(request)))
        if refusal is None:
            messages.success(request, _("The officer decides on it; you read the decision here."))
            return redirect(found.matter)
        form.add_error(None, refusal.messages)
    joinders = Joinder.objects.filter(matter=found.matter).select_related("country")
    shown = {"matter": found.matter, "seat": found, "form": form, "joinders": joinders}
    return render(request, "arbitration/filing/joinder.html", shown, status=422 if form.is_bound else 200)
