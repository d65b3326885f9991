"""One's own profile: how it stands, how it begins and ends, when one is there, what one names as one's work."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from enterprises.views.answering import act
from legal.lawyers.access import HOME, private, profile_of, with_profile
from legal.lawyers.actions import portraying, profiles
from legal.lawyers.facts.comparing import told
from legal.lawyers.facts.reading import facts_of
from legal.lawyers.models import Claim, Firm, Lawyer
from legal.lawyers.progress import course, next_step
from legal.lawyers.typed.beginning import BeginForm
from legal.lawyers.typed.claims import SearchForm
from legal.lawyers.typed.hours import AvailabilityForm
from legal.lawyers.typed.works import OwnWorkForm, WorkForm
from legal.lawyers.views.revising import places
from portal.accounts.acting import acting
from portal.workflow.errors import NotAllowedError

typed = require_http_methods(["GET", "HEAD", "POST"])


@private
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    by = acting(request)
    lawyer = profile_of(by)
    shared = {
        "claims": Claim.objects.of(by).with_subject()[:10],
        "firms": Firm.objects.administered_by(by),
    }
    if lawyer is None:
        search = SearchForm(request.GET)
        unkept = search.found(Lawyer.objects.published().filter(user=None, sample=False))
        return render(request, "lawyers/own/none.html", {"search": search, "unkept": unkept, **shared})
    revision = lawyer.revisions.open().first()
    context = {
        "lawyer": lawyer,
        "revision": revision,
        "next": next_step(lawyer, revision),
        "places": places(lawyer),
        "groups": list(told("lawyer", revision.facts if revision else facts_of(lawyer))),
        "hours": lawyer.office_hours.all(),
        "mentions": lawyer.mentions.with_named(),
        "invitations": lawyer.invitations.open().select_related("firm"),
        "course": course(lawyer, revision),
        "pictured": bool(lawyer.photo_id or (revision and revision.facts.get("photo"))),
        **shared,
    }
    return render(request, "lawyers/own/home.html", context)


@private
@typed
def begin(request: HttpRequest) -> HttpResponse:
    by = acting(request)
    if profile_of(by):
        return redirect(HOME)
    form = BeginForm(request.POST if request.method == "POST" else None, by=by)
    if form.is_valid():
        try:
            profiles.begin(**form.values, by=by)
        except NotAllowedError as refusal:
            form.add_error(None, refusal.messages)
        else:
            return redirect("practice:edit", "person")
    return render(request, "lawyers/own/begin.html", {"form": form}, status=422 if form.is_bound else 200)


@with_profile
@typed
def discard(request: HttpRequest, lawyer: Lawyer) -> HttpResponse:
    if request.method != "POST":
        return render(request, "lawyers/own/discard.html", {"lawyer": lawyer})
    by = acting(request)
    return act(request, lambda: profiles.discard(lawyer, by=by), _("The profile is discarded."), to=reverse(HOME))


@with_profile
@typed
def availability(request: HttpRequest, lawyer: Lawyer) -> HttpResponse:
    form = AvailabilityForm(request.POST if request.method == "POST" else None, lawyer=lawyer)
    if not form.is_valid():
        context = {"form": form, "lawyer": lawyer}
        return render(request, "lawyers/own/availability.html", context, status=422 if form.is_bound else 200)
    profiles.set_availability(
        lawyer,
        takes_new_matters=form.cleaned_data["takes_new_matters"],
        time_zone=form.cleaned_data["time_zone"],
        hours=form.hours,
        by=acting(request),
    )
    messages.success(request, _("Saved: readers see it at once."))
    return redirect(HOME)


@with_profile
@typed
def work(request: HttpRequest, lawyer: Lawyer) -> HttpResponse:
    form = WorkForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and form.named is not None:
        try:
            profiles.name_work(lawyer, **form.named, by=acting(request))
        except NotAllowedError as refusal:
            form.add_error("address", refusal.messages)
        else:
            messages.success(request, _("Named: readers see it once a moderator has accepted it."))
            return redirect("practice:work")
    context = {"form": form, "mentions": lawyer.mentions.with_named()}
    return render(request, "lawyers/own/work.html", context, status=422 if form.is_bound else 200)


@with_profile
@require_POST
def unname(request: HttpRequest, lawyer: Lawyer) -> HttpResponse:
    form = OwnWorkForm(request.POST, lawyer=lawyer)
    if not form.is_valid():
        raise Http404
    mention, by = form.cleaned_data["mention"], acting(request)
    return act(request, lambda: profiles.unname_work(mention, by=by), _("Taken out."), to=reverse("practice:work"))


@with_profile
@require_POST
def photo_out(request: HttpRequest, lawyer: Lawyer) -> HttpResponse:
    by = acting(request)
    done = _("The photo is taken out: nobody is shown it any more.")
    return act(request, lambda: portraying.take_out_photo(lawyer, by=by), done, to=reverse(HOME))
