"""The registration, step by step."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from enterprises.access import membership, private
from enterprises.actions import registering
from enterprises.completeness import missing_in
from enterprises.errors import ChangedMeanwhileError
from enterprises.forms.registering import BeginForm, DescribeForm, IdentifyForm, StepForm
from enterprises.models import Enterprise, Membership
from enterprises.policies import Right
from enterprises.steps import DESCRIBE, IDENTIFY, REVIEW, Step
from enterprises.views.answering import act
from enterprises.views.steps import closed, onward, show_step
from portal.accounts.acting import acting
from portal.workflow.errors import NotAllowedError

typed = require_http_methods(["GET", "HEAD", "POST"])


@private
@typed
def begin(request: HttpRequest) -> HttpResponse:
    form = BeginForm(request.POST or None)
    if form.is_valid():
        try:
            enterprise = registering.begin(form.cleaned_data["country"], by=acting(request))
        except NotAllowedError as refusal:
            form.add_error(None, refusal.messages)
        else:
            return redirect("enterprises:identify", enterprise.key)
    return render(request, "enterprises/begin.html", {"form": form})


@private
@require_safe
def resume(request: HttpRequest, key: str) -> HttpResponse:
    enterprise = membership(request, key, Right.EDIT).enterprise
    remarked = enterprise.remarks.unanswered().exists()
    lacking = [] if remarked else missing_in(enterprise)
    return redirect(f"enterprises:{lacking[0].step.slug if lacking else REVIEW.slug}", key)


@private
@typed
def identify(request: HttpRequest, key: str) -> HttpResponse:
    return _answer(request, key, IDENTIFY, IdentifyForm)


@private
@typed
def describe(request: HttpRequest, key: str) -> HttpResponse:
    return _answer(request, key, DESCRIBE, DescribeForm)


@private
@typed
def review(request: HttpRequest, key: str) -> HttpResponse:
    me = membership(request, key, Right.EDIT)
    if not me.enterprise.is_open:
        return closed(request, me.enterprise)
    if request.method == "POST":
        done = _("The registration is submitted.")
        return act(
            request,
            lambda: registering.submit(me.enterprise, by=acting(request)),
            done,
            to=me.enterprise.get_absolute_url(),
        )
    return show_step(request, me, REVIEW, None)


@private
@require_safe
def letter(request: HttpRequest, key: str) -> HttpResponse:
    me = membership(request, key, Right.EDIT)
    enterprise = me.enterprise
    identifiers = enterprise.identifiers.all()
    return render(
        request, "enterprises/letter.html", {"enterprise": enterprise, "identifiers": identifiers, "person": me.person}
    )


@private
@typed
def discard(request: HttpRequest, key: str) -> HttpResponse:
    me = membership(request, key, Right.MANAGE)
    if request.method == "POST":
        done = _("The draft was discarded with its papers.")
        return act(
            request,
            lambda: registering.discard(me.enterprise, by=acting(request)),
            done,
            to=reverse("enterprises:list"),
        )
    return render(request, "enterprises/discard.html", {"enterprise": me.enterprise})


def _answer(request: HttpRequest, key: str, step: Step, form_of: type[StepForm]) -> HttpResponse:
    me = membership(request, key, Right.EDIT)
    if not me.enterprise.is_editable:
        return closed(request, me.enterprise)
    form = form_of(request.POST if request.method == "POST" else None, enterprise=me.enterprise)
    valid = form.is_valid()
    # What is verified is changed by right answers alone; a registration that is filled in keeps the others too.
    if not form.is_bound or not (valid or me.enterprise.is_open):
        return show_step(request, me, step, form)
    try:
        saved = registering.save(me.enterprise, form.answers(), version=form.seen, by=acting(request))
    except ChangedMeanwhileError as refusal:
        return _both(request, me, step, form, refusal)
    except NotAllowedError:
        return closed(request, me.enterprise)
    if valid or "later" in request.POST:
        return onward(request, saved, step)
    form.go_on_from(saved)
    return show_step(request, me, step, form)


def _both(
    request: HttpRequest, me: Membership, step: Step, form: StepForm, refusal: ChangedMeanwhileError
) -> HttpResponse:
    """Show what was typed and, beside it, what was saved meanwhile: sent again, the page is saved as it stands then."""
    saved = get_object_or_404(Enterprise.objects.visible_to(acting(request)), pk=me.enterprise.pk)
    differing = list(form.differing(saved))
    form.go_on_from(saved)
    return show_step(request, me, step, form, refusal=" ".join(refusal.messages), differing=differing)
