"""Where anybody who holds a receipt sees whether it is genuine, and whether a file was submitted with it."""

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from legal.matters.forms.sums import SumForm
from legal.matters.models import Submission
from legal.matters.models.frozen import Frozen
from portal.limiting import limit

# Nobody looks at more papers than that; whoever tries words does.
RATE: Final = "60/m"


@never_cache
@require_safe
def receipt(request: HttpRequest, token: str) -> HttpResponse:
    limit(request, "matters-receipts", RATE)
    found = Submission.objects.select_related("matter", "stamp").filter(token=token).first()
    if found is None:
        raise Http404(_("There is no receipt of this address."))
    return shown(request, found)


def shown(request: HttpRequest, found: Frozen) -> HttpResponse:
    """The page of a receipt, and what the file is whose sum was asked about; rooms above show theirs by it."""
    form = SumForm(request.GET if "sha256" in request.GET else None)
    asked = form.cleaned_data["sha256"] if form.is_valid() else ""
    context = {"submission": found, "count": len(found.files), "form": form, "verdict": _verdict(found, asked)}
    response = render(request, "matters/receipt.html", context)
    # A page about a matter is for who was shown the paper, and not to be searched for.
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def _verdict(submission: Frozen, asked: str) -> str:
    """What a sum is: of one of the files, of what was submitted, of the list itself, or of none of them."""
    if not asked:
        return ""
    if asked in {file["sha256"] for file in submission.files}:
        return "file"
    if asked == submission.listed["submission"]["sha256"]:
        return "content"
    return "manifest" if asked == submission.sha256 else "none"
