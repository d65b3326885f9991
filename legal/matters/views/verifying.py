"""Where anybody who holds a receipt sees whether it is genuine, and whether a file was submitted with it."""

from http import HTTPStatus
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
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
    return shown(request, Submission.objects.select_related("matter", "stamp").filter(token=token).first())


def shown(request: HttpRequest, found: Frozen | None) -> HttpResponse:
    """The page of a receipt, with what the file is whose sum was asked about; or that its address is that of none.

    Rooms above show theirs by it.
    """
    if found is None:
        return render(request, "matters/no_receipt.html", status=HTTPStatus.NOT_FOUND)
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
