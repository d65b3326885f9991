"""The deadlines of an enterprise, and the address under which calendars take them in."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from enterprises.access import membership, private
from enterprises.policies import Right
from legal.clocks import calendars
from legal.clocks.actions import feeding
from legal.clocks.forms import LanguageForm
from legal.clocks.models import Deadline, Feed
from legal.clocks.models.deadline import official_day
from legal.matters.access import seat
from legal.matters.actions import reading
from portal.accounts.acting import acting


@private
@require_safe
def deadlines(request: HttpRequest, key: str) -> HttpResponse:
    return _shown(request, key, LanguageForm(initial={"language": get_language()}))


@private
@require_POST
def renew(request: HttpRequest, key: str) -> HttpResponse:
    me, form = membership(request, key, Right.MANAGE), LanguageForm(request.POST)
    if not form.is_valid():
        return _shown(request, key, form)
    feeding.renew(me.enterprise, language=form.cleaned_data["language"], by=acting(request))
    messages.success(request, _("The calendar has a new address."))
    return redirect("clocks:list", key)


@private
@require_POST
def end(request: HttpRequest, key: str) -> HttpResponse:
    me = membership(request, key, Right.MANAGE)
    feeding.end(me.enterprise, by=acting(request))
    messages.success(request, _("The calendar is switched off: its address answers no more."))
    return redirect("clocks:list", key)


@private
@require_safe
def entry(request: HttpRequest, key: str, matter: str, uid: str) -> HttpResponse:
    found = seat(request, key, matter)
    deadline = Deadline.objects.open().shown_to_parties().filter(matter=found.matter, uid=uid).first()
    if deadline is None or deadline.due is None:
        raise Http404(_("There is no such deadline."))
    deadline.matter = found.matter
    reading.note(found.matter, by=acting(request))
    response = HttpResponse(calendars.of_one(deadline), content_type=calendars.CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{found.matter.number}-{deadline.clock}.ics"'
    return response


def _shown(request: HttpRequest, key: str, form: LanguageForm) -> HttpResponse:
    me = membership(request, key)
    found = Deadline.objects.open().shown_to_parties().filter(matter__enterprise=me.enterprise).told()
    last = Feed.objects.last_of(me.enterprise)
    context = {
        "enterprise": me.enterprise,
        "found": found,
        "today": official_day(timezone.now()),
        "manages": me.may(Right.MANAGE),
        "feed": last if last and not last.ended_at else None,
        "former": last if last and last.ended_at else None,
        "form": form,
    }
    return render(request, "clocks/list.html", context, status=422 if form.is_bound else 200)
