"""Files handed out to those who may read them, and removed by those who may."""

from typing import Final
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST, require_safe

from portal.files import actions
from portal.files.models import File
from portal.files.tus import sender

FILES_A_PAGE: Final = 50
# Whatever a browser takes the bytes for: it runs, loads and frames nothing of them.
POLICY: Final = "sandbox; default-src 'none'"


@login_required
@never_cache
@require_safe
def shelf(request: HttpRequest) -> HttpResponse:
    files = File.objects.belonging_to(sender(request)).select_related("upload")
    page = Paginator(files, FILES_A_PAGE).get_page(request.GET.get("page"))
    shown_pages = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    return render(request, "files/shelf.html", {"page": page, "shown_pages": shown_pages})


@login_required
@require_GET
def download(request: HttpRequest, file: UUID) -> FileResponse:
    user = sender(request)
    found = get_object_or_404(File.objects.visible_to(user), pk=file)
    if not found.is_served:
        raise Http404(_("The file has not been checked yet."))
    content = actions.read(found, by=user, address=request.META.get("REMOTE_ADDR"))
    response = FileResponse(content, as_attachment=True, filename=found.name, content_type=found.media_type)
    response["Content-Length"] = str(found.size)
    response["Content-Security-Policy"] = POLICY
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-store"
    return response


@login_required
@require_POST
def remove(request: HttpRequest, file: UUID) -> HttpResponse:
    user = sender(request)
    found = get_object_or_404(File.objects.visible_to(user), pk=file)
    actions.remove(found, by=user)
    messages.success(request, _("“%(name)s” was removed.") % {"name": found.name})
    back = request.POST.get("next", "")
    # A word alone would be taken for the name of a page.
    own = back.startswith("/") and url_has_allowed_host_and_scheme(back, {request.get_host()})
    return redirect(back if own else "files:shelf")
