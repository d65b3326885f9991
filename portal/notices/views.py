"""The inbox, and how one wants to hear."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.notices import actions, inbox, preferences, unsubscribing
from portal.notices.forms import PlaceForm, PreferencesForm
from portal.notices.kinds import BY_SLUG
from portal.notices.recipients import reader


@login_required
@require_safe
@never_cache
def index(request: HttpRequest) -> HttpResponse:
    user = reader(request)
    form = PlaceForm(request.GET)
    place = form.cleaned_data if form.is_valid() else {"unread": False, "after": None}
    found = inbox.notices(user)
    after = found.filter(pk=str(place["after"])).first() if place["after"] else None
    page = inbox.page(found.unread() if place["unread"] else found, after=after)
    context = {
        "page": page,
        "unread_only": place["unread"],
        "after": str(after.pk) if after else "",
        "unread": inbox.unread_count(user),
    }
    return render(request, "notices/inbox.html", context)


@login_required
@require_POST
def open_notice(request: HttpRequest, uuid: UUID) -> HttpResponse:
    user = reader(request)
    notice = get_object_or_404(inbox.notices(user), pk=uuid)
    actions.mark_read(notice, by=user)
    return redirect(BY_SLUG[notice.kind].address(notice))


@login_required
@require_POST
def mark_read(request: HttpRequest, uuid: UUID) -> HttpResponse:
    user = reader(request)
    actions.mark_read(get_object_or_404(inbox.notices(user), pk=uuid), by=user)
    form = PlaceForm(request.POST)
    return redirect(inbox.address(**form.cleaned_data) if form.is_valid() else "notices:inbox")


@login_required
@require_POST
def mark_all_read(request: HttpRequest) -> HttpResponse:
    number = actions.mark_all_read(by=reader(request))
    told = ngettext("%(number)s notice is now read.", "%(number)s notices are now read.", number)
    messages.success(request, told % {"number": number})
    return redirect("notices:inbox")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def set_preferences(request: HttpRequest) -> HttpResponse:
    user = reader(request)
    form = PreferencesForm(request.POST or None, initial=preferences.of_user(user))
    if request.method == "POST" and form.is_valid():
        actions.set_preferences(user, form.wishes(), form.quiet_hours(), by=user)
        messages.success(request, gettext("From now on mail comes as you have chosen."))
        return redirect("notices:preferences")
    context = {"form": form, "locked": preferences.locked(), "zone": preferences.clock(user)}
    return render(request, "notices/preferences.html", context)


@csrf_exempt  # mail programs send it, RFC 8058: the signature in the address is what allows it
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """A page with a button for a person, and an end of the mails for whoever sends the form, signed in or not."""
    try:
        refusal = unsubscribing.read(token)
    except BadSignature as error:
        raise Http404 from error
    if request.method == "POST":
        actions.unsubscribe(refusal)
    context = {"group": preferences.label(refusal.group), "done": request.method == "POST"}
    return render(request, "notices/unsubscribe.html", context)
