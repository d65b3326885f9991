"""The page on which a certificate is revoked."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from legal.training.actions import certifying
from legal.training.desk.forms import ReasonForm
from legal.training.models import Certificate
from portal.accounts.acting import acting
from portal.themed import page


def revoke_page(request: HttpRequest, pk: int) -> HttpResponse:
    certificate = get_object_or_404(Certificate.objects.select_related("enrolment__session__course"), pk=pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        certifying.revoke(certificate, reason=form.cleaned_data["reason"], by=acting(request))
        messages.success(request, _("The certificate is revoked, and its holder told."))
        return redirect(reverse("admin:training_session_people", args=[certificate.enrolment.session_id]))
    return page(request, "admin/training/revoke.html", str(certificate), certificate=certificate, form=form)
