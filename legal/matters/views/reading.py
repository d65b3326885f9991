"""The page of a matter: how it stands, who is concerned, what was submitted, what was written."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from enterprises.access import private
from enterprises.policies import Right
from legal.matters.access import Seat, seat
from legal.matters.actions import reading, writing
from legal.matters.completeness import missing_in
from legal.matters.correspondence import ASKED, page_of
from legal.matters.forms.message import MessageForm
from legal.matters.kinds import Side
from legal.matters.retaining import kept_until
from portal.accounts.acting import acting
from portal.workflow.errors import NotAllowedError


@private
@require_safe
def matter(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found = seat(request, key, matter)
    # The entry is there before anything is shown, and whoever writes next need not wait for the page to be drawn.
    reading.note(found.matter, by=acting(request))
    return show(request, found)


@private
@require_POST
def write(request: HttpRequest, key: str, matter: str) -> HttpResponse:
    found = seat(request, key, matter, Right.EDIT)
    form = MessageForm(request.POST)
    if form.is_valid():
        try:
            writing.write(found.matter, by=acting(request), **form.cleaned_data)
        except NotAllowedError as refusal:
            form.add_error(None, refusal.messages)
        else:
            return redirect(found.matter)
    return show(request, found, form)


def show(request: HttpRequest, found: Seat, form: MessageForm | None = None) -> HttpResponse:
    """The page of a matter, with what was typed where something is wrong with it."""
    held, by = found.matter, acting(request)
    own = held.proceeding.own(held)
    messages = page_of(held.messages.shown_to(Side.APPLICANT).select_related("author"), request.GET.get(ASKED))
    writing.note_read(messages, by=by)
    writes = found.may_act and not held.is_draft and not held.is_ended
    first = {"audience": "everyone", "language": get_language()}
    context = {
        "matter": held,
        "seat": found,
        "own": own,
        "kept_until": kept_until(held),
        "missing": missing_in(held, own) if held.is_draft and found.may_write else [],
        "moves": {move.name for move in held.moves} if found.may_act else set(),
        "parties": list(held.parties.select_related("country")),
        "representatives": list(held.representatives.select_related("party", "authority")),
        "produced": held.produced.shown_to(Side.APPLICANT).with_exhibits(),
        "submissions": held.submissions.defer("content", "manifest", "stamp__answer")
        .select_related("receipt__file", "stamp")
        .order_by("-position"),
        "messages_sent": messages,
        "form": form or (MessageForm(initial=first) if writes else None),
    }
    return render(request, "matters/matter.html", context, status=422 if form else 200)
