"""The queue, and the page on which a revision is compared with what is published."""

from typing import Any, Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from legal.lawyers import queue
from legal.lawyers.actions import deciding
from legal.lawyers.actions.guarding import may_decide
from legal.lawyers.facts.comparing import changes, needs_verification, seen
from legal.lawyers.models import Revision
from legal.lawyers.moderators.acting import Forms, carried_out, refused
from legal.lawyers.papers import licence_papers
from legal.lawyers.states import RevisionState
from legal.lawyers.typed.staff import AcceptForm, AcceptWithLicenceForm, ReasonForm
from portal.accounts.acting import acting
from portal.accounts.models import User
from portal.files.registry import may_read
from portal.themed import page
from portal.workflow.models import Assignment, Event

DONE: Final = {
    "take": gettext_lazy("It is on your desk."),
    "release": gettext_lazy("It is in the queue again."),
    "accept": gettext_lazy("It is published."),
    "return": gettext_lazy("It is returned with your remark."),
}


def queue_page(request: HttpRequest) -> HttpResponse:
    return page(
        request,
        "admin/lawyers/queue.html",
        _("Profiles of lawyers to be decided"),
        revisions=queue.revisions(),
        claims=queue.claims(),
        mentions=queue.mentions(),
        rechecks=queue.rechecks(),
    )


def decide_page(request: HttpRequest, pk: int) -> HttpResponse:
    return _decide(request, _revision(pk), {})


def act_page(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    revision, by = _revision(pk), acting(request)
    doings = {
        "take": lambda typed: deciding.take(revision, by=by),
        "release": lambda typed: deciding.put_back(revision, by=by),
        "accept": lambda typed: deciding.accept(revision, **typed, by=by),
        "return": lambda typed: deciding.send_back(revision, remark=typed["reason"], by=by),
    }
    return carried_out(
        request,
        act,
        _forms(revision, request.POST)[act],
        doings[act],
        shown=lambda typed: _decide(request, _revision(pk), typed),
        done=DONE[act],
        to=reverse("admin:lawyers_revision_decide", args=[pk]),
    )


def _decide(request: HttpRequest, revision: Revision, typed: Forms) -> HttpResponse:
    by = acting(request)
    holder = _holder(revision)
    able = may_decide(revision.subject, by) and revision.state == RevisionState.SUBMITTED
    return page(
        request,
        "admin/lawyers/revision.html",
        str(revision),
        revision=revision,
        subject=revision.subject,
        changes=changes(revision, revision.handed_in),
        verifying=revision.state == RevisionState.SUBMITTED and needs_verification(revision.subject, revision),
        papers=licence_papers(revision) if may_read(by, revision) else [],
        holder=holder,
        is_mine=able and holder == by,
        may_take=able and (holder is None or not may_decide(revision.subject, holder)),
        course=Event.objects.of(revision).select_related("by").reverse(),
        refused=refused(typed),
        forms={**_forms(revision), **typed},
    )


def _forms(revision: Revision, sent: Any = None) -> Forms:
    accepting = AcceptWithLicenceForm if needs_verification(revision.subject, revision) else AcceptForm
    return {
        "take": forms.Form(sent),
        "release": forms.Form(sent),
        "accept": accepting(sent, initial={"seen_mark": seen(revision)}),
        "return": ReasonForm(sent),
    }


def _holder(revision: Revision) -> User | None:
    assignment = Assignment.objects.of(revision).select_related("holder").first()
    return assignment.holder if assignment else None


def _revision(pk: int) -> Revision:
    return get_object_or_404(Revision.objects.handed_in().with_subject(), pk=pk)
