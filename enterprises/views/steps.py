"""What the pages of the steps have in common."""

from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from enterprises.completeness import missing_in
from enterprises.models import Enterprise, Membership
from enterprises.progress import remarks_by_field, reviewed, steps_of
from enterprises.steps import DESCRIBE, IDENTIFY, PAPERS, PEOPLE_STEP, REVIEW, Step, before, following
from portal.accounts.acting import acting

PAGES: Final = {
    IDENTIFY: "enterprises/answers.html",
    DESCRIBE: "enterprises/answers.html",
    PAPERS: "enterprises/papers.html",
    PEOPLE_STEP: "enterprises/people.html",
    REVIEW: "enterprises/review.html",
}


def show_step(request: HttpRequest, me: Membership, step: Step, form: object, **more: object) -> HttpResponse:
    enterprise = me.enterprise
    previous = before(step)
    return render(
        request,
        PAGES[step],
        {
            "enterprise": enterprise,
            "me": me,
            "step": step,
            "steps": steps_of(enterprise, step),
            "previous": previous.slug if previous else "",
            "form": form,
            "remarks": remarks_by_field(enterprise),
            "missing": missing_in(enterprise) if step == REVIEW else [],
            "groups": reviewed(enterprise, acting(request)) if step == REVIEW else [],
            "pending": enterprise.invitations.pending(),
            "refusal": "",
            "differing": [],
            **more,
        },
    )


def onward(request: HttpRequest, enterprise: Enterprise, step: Step, *, stay: bool = False) -> HttpResponse:
    if "later" in request.POST or not enterprise.is_open:
        messages.success(request, _("Your answers are saved."))
        return redirect(enterprise)
    return redirect(f"enterprises:{(step if stay else following(step)).slug}", enterprise.key)


def closed(request: HttpRequest, enterprise: Enterprise) -> HttpResponse:
    messages.error(request, _("Nothing can be changed as it stands now."))
    return redirect(enterprise)
