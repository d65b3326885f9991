"""The questions of a profile, page by page, of a lawyer and of a firm; what was changed, and its submission."""

from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from enterprises.views.answering import act
from legal.lawyers.access import with_firm, with_profile
from legal.lawyers.actions import portraying, revising
from legal.lawyers.completeness import missing_in
from legal.lawyers.facts.comparing import changes, needs_verification
from legal.lawyers.facts.groups import Group, groups_of
from legal.lawyers.facts.reading import facts_of, kind_of
from legal.lawyers.models import Firm, Lawyer, Revision
from legal.lawyers.papers import licence_papers
from legal.lawyers.progress import following, passed
from legal.lawyers.typed.groups import GroupForm, PhotoForm, SeenForm, form_for
from legal.lawyers.typed.rows import Rows
from portal.accounts.acting import acting
from portal.files.refusals import RefusedError
from portal.workflow.errors import NotAllowedError

MOVES: Final = {
    "submit": (revising.submit, gettext_lazy("Submitted. You hear as soon as a moderator has decided.")),
    "recall": (revising.recall, gettext_lazy("Taken back: you can write on.")),
    "withdraw": (revising.withdraw, gettext_lazy("Withdrawn: readers see what was accepted last.")),
}
typed = require_http_methods(["GET", "HEAD", "POST"])


def edit(request: HttpRequest, subject: Lawyer | Firm, group: str) -> HttpResponse:
    asked = next((one for one in groups_of(kind_of(subject)) if one.slug == group), None)
    if asked is None:
        raise Http404
    by = acting(request)
    revision = revising.revise(subject, by=by) if request.method == "POST" else under_way(subject)
    if not revision.is_editable:
        messages.error(request, _("It waits for a decision: take it back first if you want to change something."))
        return redirect(address(subject, "review"))
    paper = next(iter(licence_papers(revision)), None) if revision.pk else None
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = form_for(asked, revision.facts, paper, *sent, by=by)
    if sent and form.is_valid() and not (refusal := _saved(request, revision, asked, form)):
        return _onward(request, revision, asked)
    return _shown(request, revision, asked, form, refusal=refusal if sent and form.is_valid() else "")


def review(request: HttpRequest, subject: Lawyer | Firm) -> HttpResponse:
    revision = under_way(subject)
    context = {
        "subject": subject,
        "revision": revision,
        "changes": changes(revision),
        "missing": missing_in(revision),
        "verifying": needs_verification(subject, revision),
        "papers": licence_papers(revision) if revision.pk else [],
        "places": places(subject),
        "moves": revision.moves if revision.pk else (),
    }
    return render(request, "lawyers/own/review.html", context)


def move(request: HttpRequest, subject: Lawyer | Firm, asked: str) -> HttpResponse:
    revision = subject.revisions.open().first()
    if asked not in MOVES or revision is None:
        raise Http404
    doing, done = MOVES[asked]
    by = acting(request)
    to = address(subject, "review" if asked == "recall" else "home")
    return act(request, lambda: doing(revision, by=by), str(done), to=to)


def under_way(subject: Lawyer | Firm) -> Revision:
    """The revision under way; one that is not kept yet where there is none, so that looking changes nothing."""
    found: Revision | None = subject.revisions.open().first()
    if found is None:
        return Revision(**{kind_of(subject): subject}, facts=facts_of(subject))
    setattr(found, kind_of(subject), subject)
    return found


def places(subject: Lawyer | Firm) -> dict[str, str]:
    """The addresses of the pages of a profile."""
    return {name: address(subject, name) for name in ("home", "review")} | {
        "edit": address(subject, "edit", "GROUP").removesuffix("GROUP/"),
        **{name: address(subject, "move", name) for name in MOVES},
    }


def address(subject: Lawyer | Firm, page: str, *parts: str) -> str:
    """The address of a page of a profile: of one's own, or of a firm."""
    if isinstance(subject, Lawyer):
        return reverse(f"practice:{page}", args=parts)
    return reverse("practice:firm" if page == "home" else f"practice:firm-{page}", args=[subject.slug, *parts])


def _saved(request: HttpRequest, revision: Revision, group: Group, form: GroupForm | Rows) -> str:
    """Save the answers, and the paper where the page has one; why that was refused, where it was."""
    by, mark = acting(request), SeenForm(request.POST).mark()
    try:
        if isinstance(form, PhotoForm):
            if form.cleaned_data["picture"]:
                portraying.put_photo(revision, form.cleaned_data["picture"], seen=mark, by=by)
            return ""
        # A page that knows nothing of a paper takes none away: it may be older than what another device has sent.
        if isinstance(form, GroupForm) and (form.handed_in or "paper-remove" in request.POST):
            revising.put_paper(revision, form.handed_in, by=by)
        revising.save(revision, group, form.answers, seen=mark, by=by)
    except (NotAllowedError, RefusedError) as refusal:
        return " ".join(refusal.messages)
    return ""


def _onward(request: HttpRequest, revision: Revision, group: Group) -> HttpResponse:
    subject = revision.subject
    if {"more", "paper-remove", "picture-remove"} & set(request.POST):
        return redirect(address(subject, "edit", group.slug))
    after = following(revision, group)
    if "later" in request.POST:
        messages.success(request, _("Your answers are saved."))
        return redirect(address(subject, "home"))
    return redirect(address(subject, "edit", after.slug) if after else address(subject, "review"))


def _shown(
    request: HttpRequest, revision: Revision, group: Group, form: GroupForm | Rows, *, refusal: str
) -> HttpResponse:
    context: dict[str, Any] = {
        "subject": revision.subject,
        "revision": revision,
        "group": group,
        "form": form,
        "is_list": isinstance(form, Rows),
        "seen": revising.mark_of(revision, group),
        "steps": passed(revision, group),
        "places": places(revision.subject),
        "refusal": refusal,
        "pictures": [
            line for fact in group.facts if fact.is_picture for line in fact.shown(revision.facts.get(fact.name))
        ],
    }
    return render(request, "lawyers/own/edit.html", context, status=_status(form, refusal))


def _status(form: GroupForm | Rows, refusal: str) -> int:
    """Refused as things stand, not understood, or shown to be answered."""
    if refusal:
        return 409
    return 422 if form.is_bound else 200


edit_profile = with_profile(typed(edit))
review_profile = with_profile(require_http_methods(["GET", "HEAD"])(review))
move_profile = with_profile(require_POST(move))
edit_firm = with_firm(typed(edit))
review_firm = with_firm(require_http_methods(["GET", "HEAD"])(review))
move_firm = with_firm(require_POST(move))
