"""The queues of matters."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from legal.handling.forms.queue import QueueForm
from legal.handling.queue import After, kinds_for, queue
from portal.accounts.acting import acting
from portal.themed import page


def queue_page(request: HttpRequest) -> HttpResponse:
    by = acting(request)
    proceedings = kinds_for(by)
    if not proceedings:
        return page(request, "admin/handling/nothing.html", _("Matters"))
    form = QueueForm(request.GET, proceedings=proceedings)
    asked = form.asked
    rows, last = queue(form.chosen.slug, viewer=by, **asked)
    return page(
        request,
        "admin/handling/queue.html",
        _("Matters"),
        form=form,
        rows=rows,
        proceeding=form.chosen,
        handles=by.has_perm(form.chosen.permission) if form.chosen.permission else False,
        is_first=asked["after"] is None,
        following=_following(form, last),
    )


def _following(form: QueueForm, last: After | None) -> str:
    """The question for the page after this one; empty where there is none."""
    if last is None:
        return ""
    moment, key = last
    asked = {"kind": form.chosen.slug, "state": form.asked["state"], "whose": form.asked["whose"]}
    return urlencode(asked | {"at": moment.isoformat(), "after": key})
