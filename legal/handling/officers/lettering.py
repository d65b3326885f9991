"""The page on which a letter is written out of a template, looked through, printed, and sent."""

from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from legal.handling import printing
from legal.handling.actions import writing
from legal.handling.forms.writing import LetterForm
from legal.handling.letters import language_for, write_out
from legal.handling.models import Letter
from legal.matters.models import Audience
from legal.matters.officers import FILE, OfficerSeat, officer_seat
from portal.languages import BY_CODE
from portal.themed import page
from portal.workflow.errors import NotAllowedError


def letters_page(request: HttpRequest, matter: str) -> HttpResponse:
    seat = officer_seat(request, matter, holding=True)
    letters = Letter.objects.for_matter(seat.matter)
    title = _("Letters")
    return page(request, "admin/handling/letters.html", title, matter=seat.matter, letters=letters)


def letter_page(request: HttpRequest, matter: str, letter: str) -> HttpResponse:
    seat = officer_seat(request, matter, holding=True)
    template = get_object_or_404(Letter.objects.for_matter(seat.matter), slug=letter)
    if request.method != "POST":
        form = LetterForm(matter=seat.matter, initial=_written(request, seat, template))
        return _shown(request, seat, template, form)
    form = LetterForm(request.POST, matter=seat.matter)
    if not form.is_valid():
        return _shown(request, seat, template, form)
    if "print" in request.POST:
        return _printed(seat, form)
    try:
        writing.write(seat.matter, by=seat.officer, **form.facts)
    except NotAllowedError as refusal:
        form.add_error(None, refusal.messages)
        return _shown(request, seat, template, form)
    messages.success(request, _("The letter is sent as a message of the matter."))
    return redirect(FILE, matter=matter)


def _written(request: HttpRequest, seat: OfficerSeat, template: Letter) -> dict[str, Any]:
    """The letter filled in, in the language asked for or that of those it is for."""
    to = request.GET.get("to") or Audience.EVERYONE.value
    asked = BY_CODE.get(request.GET.get("language", ""))
    language = asked if asked in template.languages else language_for(template, seat.matter, to)
    return {
        "to": to,
        "language": language.code,
        "body": write_out(template, seat.matter, language, by=seat.officer),
    }


def _printed(seat: OfficerSeat, form: LetterForm) -> HttpResponse:
    today = timezone.localdate(timezone.now(), ZoneInfo(settings.TIME_ZONE))
    language = BY_CODE[form.cleaned_data["language"]]
    made = printing.write(seat.matter, form.cleaned_data["body"], language, on=today)
    response = HttpResponse(made, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="letter-{seat.matter.number}.pdf"'
    return response


def _shown(request: HttpRequest, seat: OfficerSeat, template: Letter, form: LetterForm) -> HttpResponse:
    context = {"matter": seat.matter, "letter": template, "form": form, "choosing": form.choosing(template)}
    response = page(request, "admin/handling/letter.html", str(template), **context)
    response.status_code = 422 if form.is_bound else 200
    return response
