"""The page of a session: who takes part, what is done with it, and the list to take along."""

import io
from collections.abc import Callable
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.db.models import Prefetch
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy

from legal.training import spreadsheets
from legal.training.actions import attending, certifying, sessions
from legal.training.desk.forms import AttendanceForm, CertifyForm, ReasonForm
from legal.training.models import Certificate, Session
from legal.training.states import SessionState
from portal.accounts.acting import acting
from portal.accounts.models import User
from portal.files.media import XLSX
from portal.themed import page
from portal.workflow.errors import NotAllowedError

Act = Callable[[Session, dict[str, Any], User], object]

# What can be done, and what is said then.
DONE: Final = {
    "open": gettext_lazy("Enrolment is open."),
    "close": gettext_lazy("Enrolment is closed."),
    "hold": gettext_lazy("The session is noted as held."),
    "cancel": gettext_lazy("The session is cancelled, and everybody is told."),
    "attend": gettext_lazy("Attendance is noted."),
    "certify": gettext_lazy("The certificates are issued, and their holders told."),
}
ACTS: Final[dict[str, Act]] = {
    "open": lambda session, typed, by: sessions.open_enrolment(session, by=by),
    "close": lambda session, typed, by: sessions.close_enrolment(session, by=by),
    "hold": lambda session, typed, by: sessions.hold(session, by=by),
    "cancel": lambda session, typed, by: sessions.cancel(session, reason=typed["reason"], by=by),
    "attend": lambda session, typed, by: attending.note_attendance(session, attended=typed["attended"], by=by),
    "certify": lambda session, typed, by: _certify(session, typed, by),
}


def session_page(request: HttpRequest, pk: int) -> HttpResponse:
    return _session(request, _found(pk), ReasonForm())


def act_page(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    session, by = _found(pk), acting(request)
    if request.method != "POST":
        return redirect(_address(session))
    form = _form(act, request, session)
    if not form.is_valid():
        return _session(request, session, form if act == "cancel" else ReasonForm())
    try:
        ACTS[act](session, form.cleaned_data, by)
    except NotAllowedError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, DONE[act])
    return redirect(_address(session))


def export_page(request: HttpRequest, pk: int) -> FileResponse:
    session, content = _found(pk), io.BytesIO()
    spreadsheets.write(session, content)
    content.seek(0)
    name = f"{session.course.slug}-{session.slug}.xlsx"
    return FileResponse(content, as_attachment=True, filename=name, content_type=XLSX.mime)


def _session(request: HttpRequest, session: Session, reason: forms.Form) -> HttpResponse:
    valid = Prefetch("certificates", Certificate.objects.order_by("-issued_at", "-pk"))
    people = list(session.enrolments.in_order().prefetch_related(valid))
    allowed = {move.name for move in session.moves}
    return page(
        request,
        "admin/training/session.html",
        str(session),
        session=session,
        seated=[one for one in people if one.is_seated],
        others=[one for one in people if not one.is_seated],
        moves=[move for move in session.moves if not move.reasoned and (move.name != "hold" or session.has_begun())],
        may_cancel="cancel" in allowed,
        may_change=request.user.has_perm("training.change_session"),
        ticking=session.state == SessionState.HELD and request.user.has_perm("training.attend_session"),
        may_certify=session.state == SessionState.HELD and request.user.has_perm("training.certify_session"),
        reason=reason,
    )


def _form(act: str, request: HttpRequest, session: Session) -> forms.Form:
    if act == "cancel":
        return ReasonForm(request.POST)
    if act == "attend":
        return AttendanceForm(request.POST, session=session)
    if act == "certify":
        return CertifyForm(request.POST, session=session)
    return forms.Form(request.POST)


def _certify(session: Session, typed: dict[str, Any], by: User) -> object:
    if typed["enrolment"] is None:
        return certifying.issue_all(session, by=by)
    return certifying.issue(typed["enrolment"], by=by)


def _found(pk: int) -> Session:
    found: Session = get_object_or_404(Session.objects.with_course(), pk=pk)
    return found


def _address(session: Session) -> str:
    return reverse("admin:training_session_people", args=[session.pk])
