"""Where the letter with an invitation leads: to sign up, to sign in, to take part, or to why that cannot be."""

from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from legal.serving.actions import accepting
from portal.accounts.acting import acting
from portal.limiting import limit
from portal.workflow.errors import NotAllowedError

# Nobody opens a letter more often; whoever tries words does.
RATE: Final = "30/m"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, invited: str) -> HttpResponse:
    limit(request, "serving-invitations", RATE)
    try:
        if not request.user.is_authenticated:
            accepting.found_by(invited)
            return _answered(request, "serving/invited.html", {})
        by = acting(request)
        if request.method == "POST":
            participant = accepting.accept(invited, by=by)
            messages.success(request, _("You take part in this matter from now on."))
            return redirect(participant)
        return _answered(request, "serving/invitation.html", {"invitation": accepting.addressed(invited, by=by)})
    except NotAllowedError as refusal:
        context = {"refusal": " ".join(refusal.messages), "wrong_account": refusal.code == "address"}
        return _answered(request, "serving/invitation_refused.html", context, status=409)


def _answered(request: HttpRequest, template: str, context: dict[str, object], *, status: int = 200) -> HttpResponse:
    response = render(request, template, context, status=status)
    response["X-Robots-Tag"] = "noindex, nofollow"
    # The address is a secret: it goes to no other site with a link. With no referrer at all a browser would not say
    # either where the form comes from, and it would be refused.
    response["Referrer-Policy"] = "same-origin"
    return response
