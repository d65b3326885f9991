"""The file of a matter as staff see it, and what they do there."""

from typing import Any, Final

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import get_language, gettext_lazy

from legal.handling.actions import deciding, writing
from legal.handling.decisions import open_to
from legal.handling.forms.deciding import HandOverForm
from legal.handling.forms.writing import WriteForm
from legal.matters.actions import reading
from legal.matters.actions.writing import note_read
from legal.matters.correspondence import ASKED, page_of
from legal.matters.freezing import as_submitted
from legal.matters.models import Actor, Audience, Entry, Message, Produced
from legal.matters.models.message import KEPT
from legal.matters.officers import FILE, OfficerSeat, officer_seat
from legal.matters.retaining import kept_until
from portal.files.models import File
from portal.themed import page
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Event

LAST: Final = 30
DONE: Final = {
    "take": gettext_lazy("The file is on your desk."),
    "release": gettext_lazy("The file is in the queue again."),
    "hand-over": gettext_lazy("The file is on the desk of your colleague."),
    "write": gettext_lazy("The message is sent."),
}


def file_page(request: HttpRequest, matter: str) -> HttpResponse:
    seat = officer_seat(request, matter)
    reading.note(seat.matter, by=seat.officer, actor=Actor.OFFICER)
    return _shown(request, seat, {})


def act_page(request: HttpRequest, matter: str, act: str) -> HttpResponse:
    seat = officer_seat(request, matter)
    if request.method != "POST" or seat.audits:
        return redirect(FILE, matter=matter)
    form = _forms(seat, request.POST)[act]
    if form.is_valid():
        try:
            _do(seat, act, form)
        except NotAllowedError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, str(DONE[act]))
            return redirect(FILE, matter=matter)
    response = _shown(request, officer_seat(request, matter), {act: form})
    response.status_code = 422
    return response


def exhibit_page(request: HttpRequest, matter: str, number: int) -> HttpResponse:
    """Leads to the file of an exhibit, which leaves an entry."""
    seat = officer_seat(request, matter)
    opened = Produced.objects.opened_to(seat.officer).with_exhibits()
    one = get_object_or_404(opened, matter=seat.matter, number=number)
    reading.note(seat.matter, "open-exhibit", by=seat.officer, actor=Actor.OFFICER)
    return redirect("files:download", one.exhibit.file_id)


def _do(seat: OfficerSeat, act: str, form: Any) -> None:
    matter, by = seat.matter, seat.officer
    if act == "take":
        deciding.take(matter, by=by)
    elif act == "release":
        deciding.release(matter, by=by)
    elif act == "hand-over":
        deciding.hand_over(matter, to=form.cleaned_data["to"], by=by)
    else:
        writing.write(matter, by=by, **form.facts)


def _forms(seat: OfficerSeat, sent: Any = None) -> dict[str, forms.Form]:
    first = {"language": get_language(), "to": "institution"}
    return {
        "take": forms.Form(sent),
        "release": forms.Form(sent),
        "hand-over": HandOverForm(sent, matter=seat.matter, but=seat.officer),
        "write": WriteForm(sent, matter=seat.matter, holds=seat.holds, initial=first),
    }


def _shown(request: HttpRequest, seat: OfficerSeat, typed: dict[str, forms.Form]) -> HttpResponse:
    matter, by = seat.matter, seat.officer
    written = page_of(_messages(seat), request.GET.get(ASKED))
    if not seat.audits:
        note_read(written, by=by)
    return page(
        request,
        "admin/handling/file.html",
        f"{matter.number} · {matter.title}",
        matter=matter,
        seat=seat,
        own=matter.proceeding.own(matter),
        kept_until=kept_until(matter),
        decisions=open_to(seat),
        may_take=not (seat.audits or seat.holds or matter.is_ended)
        and (seat.holder is None or not deciding.may_be_given(matter, seat.holder)),
        parties=matter.parties.select_related("country"),
        representatives=matter.representatives.select_related("party", "authority"),
        papers=File.objects.visible_to(by).of(matter).filter(purpose="matters.authority"),
        produced=as_submitted(Produced.objects.opened_to(by).filter(matter=matter).with_exhibits()),
        submissions=matter.submissions.select_related("receipt__file").order_by("-position"),
        written=written,
        events=Event.objects.of(matter).select_related("by").order_by("-at", "-pk")[:LAST],
        entries=Entry.objects.filter(matter=matter).select_related("by").order_by("-position")[:LAST],
        refused=[sentence for form in typed.values() for sentence in form.non_field_errors()],
        forms={name.replace("-", "_"): form for name, form in {**_forms(seat), **typed}.items()},
    )


def _messages(seat: OfficerSeat) -> Any:
    """What is written: to auditors nothing the institution keeps, and what is for the tribunal to the holder alone."""
    written: Any = Message.objects.filter(matter=seat.matter).select_related("author")
    if seat.audits:
        return written.exclude(audience__in=KEPT)
    return written if seat.holds else written.exclude(audience=Audience.TRIBUNAL)
