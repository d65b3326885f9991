"""The matters in which somebody is a side, each as that side sees it."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from enterprises.access import private
from legal.clocks.templatetags.clocks import as_shown
from legal.matters.actions import writing as reading_notes
from legal.matters.correspondence import ASKED, page_of
from legal.matters.forms.message import MessageForm
from legal.matters.retaining import kept_until
from legal.serving import access, shown
from legal.serving.actions import opening, writing
from legal.serving.actions.answering import may_answer
from legal.serving.courses import course_of
from legal.serving.limits import of_side
from legal.serving.models import Participant
from legal.serving.paying import owed_by
from portal.accounts.acting import acting
from portal.languages import DEFAULT
from portal.workflow.errors import NotAllowedError


@private
@require_safe
def matters(request: HttpRequest) -> HttpResponse:
    mine = Participant.objects.of(request.user).standing().with_matter().order_by("-joined_at")
    return render(request, "serving/list.html", {"participants": mine.exclude(matter__title="")})


@private
@require_safe
def matter(request: HttpRequest, served: str) -> HttpResponse:
    seat = access.seat(request, served)
    # The entry is there before anything is shown, and whoever writes next need not wait for the page to be drawn.
    opening.note_reading(seat, by=acting(request))
    return show(request, seat)


@private
@require_POST
def write(request: HttpRequest, served: str) -> HttpResponse:
    seat = access.seat(request, served)
    form = MessageForm(request.POST)
    if form.is_valid():
        try:
            writing.write(seat, by=acting(request), **form.cleaned_data)
        except NotAllowedError as refusal:
            form.add_error(None, refusal.messages)
        else:
            return redirect(seat)
    return show(request, seat, form)


@private
@require_safe
def service(request: HttpRequest, served: str, position: int) -> HttpResponse:
    seat = access.seat(request, served)
    found = get_object_or_404(seat.party.services, position=position)
    with transaction.atomic():
        opened = opening.open_service(
            found, participant=seat, language=get_language() or DEFAULT.code, by=acting(request)
        )
        context = {"seat": seat, "service": opened, "things": shown.things(opened, seat)}
        return render(request, "serving/service.html", context)


def show(request: HttpRequest, seat: Participant, form: MessageForm | None = None) -> HttpResponse:
    """The page of a matter, with what was typed where something is wrong with it."""
    held, by = seat.matter, acting(request)
    sent = page_of(shown.messages(seat), request.GET.get(ASKED))
    reading_notes.note_read(sent, by=by)
    writes = not held.is_draft and not held.is_ended
    first = {"audience": "everyone", "language": get_language()}
    context = {
        "matter": held,
        "seat": seat,
        "kept_until": kept_until(held),
        "parties": held.parties.select_related("country"),
        "deadlines": [as_shown(one) for one in of_side(seat).told()],
        "services": [] if seat.is_of_the_applicant else seat.party.services.with_items().order_by("-position"),
        "produced": shown.produced(seat),
        "submissions": shown.submissions(seat),
        "papers": shown.papers(seat),
        "answers": shown.answers(seat),
        "fees": [(one, reverse("serving:fee", args=[seat.key, one.position])) for one in owed_by(seat)],
        "may_answer": may_answer(seat),
        "files_answers": bool(course_of(held.kind).answer),
        "messages_sent": sent,
        "form": form or (MessageForm(initial=first) if writes else None),
    }
    return render(request, "serving/matter.html", context, status=422 if form else 200)
