"""A side writes its answer, and files it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from enterprises.access import private
from enterprises.errors import ChangedMeanwhileError
from legal.matters.freezing import MANIFEST_NAME
from legal.matters.views.history import download
from legal.serving import access
from legal.serving.actions import answering, opening
from legal.serving.courses import course_of
from legal.serving.forms.sides import AnswerForm
from legal.serving.freezing import CONTENT_NAME
from legal.serving.models import Answer, AnswerDraft, Participant
from portal.accounts.acting import acting
from portal.workflow.errors import NotAllowedError

FILE = "file"


@private
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, served: str) -> HttpResponse:
    seat = access.seat(request, served)
    filed = None if request.POST.get("text") else Answer.objects.filter(party=seat.party_id).first()
    if filed is not None:
        day = date_format(timezone.localtime(filed.at), "DATETIME_FORMAT")
        messages.info(request, _("Your answer was filed on %(day)s; it stands below.") % {"day": day})
        return redirect(seat)
    # Who was writing when the matter moved on gets back what they have typed, with the reason.
    if not request.POST.get("text") and not answering.may_answer(seat):
        raise Http404(_("No answer can be filed as the matter stands now."))
    draft = AnswerDraft.objects.filter(party=seat.party_id).first()
    in_turn, may_claim = course_of(seat.matter.kind).counterclaims, answering.may_claim(seat)
    form = AnswerForm(
        request.POST if request.method == "POST" else None,
        draft=draft,
        counterclaim=may_claim,
        one_by_one=in_turn is not None,
    )
    meanwhile: AnswerDraft | None = None
    if form.is_valid():
        try:
            return _done(request, seat, form)
        except NotAllowedError as refusal:
            meanwhile = _answered_meanwhile(form, seat, refusal)
    context = {
        "seat": seat,
        "matter": seat.matter,
        "form": form,
        "meanwhile": meanwhile,
        "papers": seat.party.papers.filter(answer=None).select_related("file"),
        "claims_page": reverse(in_turn.page, args=[seat.key]) if in_turn and may_claim else "",
        "claims": course_of(seat.matter.kind).claims_of(seat.party),
    }
    return render(request, "serving/answer.html", context, status=422 if form.is_bound else 200)


@private
@require_safe
def content(request: HttpRequest, served: str) -> HttpResponse:
    return download(_filed(request, served).content, CONTENT_NAME)


@private
@require_safe
def manifest(request: HttpRequest, served: str) -> HttpResponse:
    return download(_filed(request, served).manifest, MANIFEST_NAME)


def _done(request: HttpRequest, seat: Participant, form: AnswerForm) -> HttpResponse:
    by, typed = acting(request), form.cleaned_data
    draft = answering.save(seat, by=by, **typed)
    if FILE not in request.POST:
        messages.success(request, _("What you have written is saved. Nobody else is shown it until you file it."))
        return redirect("serving:answer", seat.key)
    answering.file(seat, version=draft.version, by=by)
    messages.success(request, _("The answer is filed. The receipt follows in a moment."))
    return redirect(seat)


def _answered_meanwhile(form: AnswerForm, seat: Participant, refusal: NotAllowedError) -> AnswerDraft | None:
    """Say why it is not saved; what a colleague has saved meanwhile, so that the page can be sent again upon that."""
    form.add_error(None, refusal.messages)
    saved = AnswerDraft.objects.filter(party=seat.party_id).first()
    if saved is None or not isinstance(refusal, ChangedMeanwhileError):
        return None
    form.go_on_from(saved.version)
    return saved


def _filed(request: HttpRequest, served: str) -> Answer:
    """The answer of the party, which alone reads it word for word: it names what is for the tribunal alone."""
    seat = access.seat(request, served)
    found = Answer.objects.filter(party=seat.party_id).first()
    if found is None:
        raise Http404(_("This party has filed no answer."))
    opening.note_reading(seat, by=acting(request))
    return found
