"""Photos of lawyers, as every page that shows one asks for it: in no language, and without anybody signed in."""

from typing import Final
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from legal.lawyers.models import Portrait
from legal.lawyers.models.portrait import LARGE, MEDIA_TYPE, SMALL

COLUMNS: Final = {SMALL: "small", LARGE: "large"}
# The reader's own browser keeps it for good: another photo has another address. Nobody on the way keeps it, so that
# it is gone for everybody else as soon as the profile is hidden or the photo taken out.
KEPT: Final = "private, max-age=31536000, immutable"


@require_safe
def photo(request: HttpRequest, photo: UUID, side: int) -> HttpResponse:
    if side not in COLUMNS:
        raise Http404(_("There is no photo of this size."))
    column = COLUMNS[side]
    found = get_object_or_404(Portrait.objects.shown().only(column), pk=photo)
    response = HttpResponse(getattr(found, column), content_type=MEDIA_TYPE)
    response["Cache-Control"] = KEPT
    response["X-Content-Type-Options"] = "nosniff"
    return response
