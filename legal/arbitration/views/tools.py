"""What anybody can do before there is a case: check a clause, make one, estimate the fees."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from legal.arbitration import houses
from legal.arbitration.clauses.checking import check
from legal.arbitration.clauses.cutting import pieces
from legal.arbitration.clauses.making import make
from legal.arbitration.clauses.sources import MODEL_CLAUSES
from legal.arbitration.clauses.telling import tell, verdict
from legal.arbitration.estimating import CEILING, expect
from legal.arbitration.facts import FACTS
from legal.arbitration.forms import ClauseForm, FactsForm, FeeForm
from legal.rules import finding
from portal.languages import BY_TEXT
from portal.limiting import limit

# A clause takes a tenth of a second at most; nobody pastes more than one a second.
RATE: Final = "60/m"


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    ceiling = finding.rule(CEILING, on=timezone.localdate())
    return render(request, "arbitration/home.html", {"facts": FACTS, "ceiling": ceiling})


@require_http_methods(["GET", "HEAD", "POST"])
def check_clause(request: HttpRequest) -> HttpResponse:
    """The text is in the body of the request, and kept nowhere: an address would tell it to every server on the way."""
    if request.method != "POST":
        return render(request, "arbitration/check.html", {"form": ClauseForm(), "told": None})
    limit(request, "clauses", RATE)
    form = ClauseForm(request.POST)
    if not form.is_valid():
        return render(request, "arbitration/check.html", {"form": form, "told": None})
    recogniser, called = houses.known()
    report = check(form.cleaned_data["text"], recogniser)
    found = {"form": form, "told": tell(report, called), "verdict": verdict(report), "pieces": pieces(report)}
    return render(request, "arbitration/check.html", found)


@require_safe
def make_clause(request: HttpRequest) -> HttpResponse:
    if not request.GET:
        return render(request, "arbitration/clause.html", {"form": FactsForm(), "made": None})
    limit(request, "clauses", RATE)
    form = FactsForm(request.GET)
    if not form.is_valid():
        return render(request, "arbitration/clause.html", {"form": form, "made": None})
    facts = form.facts()
    # With a branch in it the sentence is no longer the institution's own.
    read = MODEL_CLAUSES if facts.institution == "scia" else {}
    made = [(clause, BY_TEXT[clause.language], read.get(clause.language)) for clause in make(facts)]
    return render(request, "arbitration/clause.html", {"form": form, "made": made, "facts": facts})


@require_safe
def fees(request: HttpRequest) -> HttpResponse:
    if not request.GET:
        return render(request, "arbitration/fees.html", {"form": FeeForm(), "expected": None})
    limit(request, "fees", RATE)
    form = FeeForm(request.GET)
    expected = expect(form.cleaned_data, on=timezone.localdate()) if form.is_valid() else None
    return render(request, "arbitration/fees.html", {"form": form, "expected": expected})
