"""Where proof of a transfer is handed in."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from enterprises.access import private
from enterprises.policies import Right
from legal.fees.actions import proving
from legal.fees.forms import ProofForm
from legal.fees.models import FeeNotice
from legal.fees.sheets import sheet
from legal.fees.views.reading import owed
from legal.matters.access import seat
from portal.accounts.acting import acting
from portal.files.refusals import RefusedError


@private
@require_http_methods(["GET", "HEAD", "POST"])
def prove(request: HttpRequest, key: str, matter: str, position: int) -> HttpResponse:
    found = seat(request, key, matter, Right.EDIT)
    one = owed(found, position)
    return proving_page(request, one, "fees/prove.html", {"matter": found.matter}, back=one.get_absolute_url())


def proving_page(
    request: HttpRequest, notice: FeeNotice, template: str, context: Mapping[str, Any], *, back: str
) -> HttpResponse:
    """Where the proof of a transfer is handed in; rooms above show it to their own side.

    It leads `back` once a proof is in, and where none is taken.
    """
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ProofForm(*sent, by=acting(request), notice=notice)
    if form.is_valid() and _handed_in(request, notice, form):
        return redirect(back)
    if not form.is_bound and not sheet(notice).takes_proofs:
        return redirect(back)
    shown = {**context, "notice": notice, "form": form, "back": back}
    return render(request, template, shown, status=422 if form.is_bound else 200)


def _handed_in(request: HttpRequest, notice: FeeNotice, form: ProofForm) -> bool:
    """Whether the proof is handed in, by a form that is valid; what is refused is said on it, and the file stays."""
    given = form.cleaned_data
    facts = {name: given[name] for name in ("amount", "currency", "paid_on", "reference")}
    try:
        proving.hand_in(notice, given["file"], by=acting(request), **facts)
    except ValidationError as refusal:
        form.add_error("file" if isinstance(refusal, RefusedError) else None, refusal.messages)
        return False
    messages.success(request, _("The proof of transfer is handed in. The cashier will look at it."))
    return True
