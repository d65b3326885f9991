"""The glossary."""

from typing import Final

from django.conf import settings
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from portal.languages import text_code
from portal.reference import glossary
from portal.reference.forms import GlossaryForm
from portal.reference.models import Term, Topic

TERMS_A_PAGE: Final = 50


@require_safe
def terms(request: HttpRequest) -> HttpResponse:
    form = GlossaryForm(request.GET)
    form.is_valid()
    asked = form.cleaned_data
    topic, letter, query = asked.get("topic"), asked.get("letter", "").upper(), asked.get("q", "")
    found = glossary.matching(
        glossary.entries(text_code(get_language() or settings.LANGUAGE_CODE)), topic=topic, query=query
    )
    letters = dict.fromkeys(entry.letter for entry in found if entry.letter)
    if letter in letters:
        found = [entry for entry in found if entry.letter == letter]
    page = Paginator(found, TERMS_A_PAGE).get_page(asked.get("page", 1))
    chosen = {"q": query, "topic": topic.slug if topic else "", "letter": letter if letter in letters else ""}
    return render(
        request,
        "reference/terms.html",
        {
            "page": page,
            "shown_pages": page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
            "letters": [(one, _query(chosen | {"letter": one})) for one in letters],
            "all_letters": _query(chosen | {"letter": ""}),
            "topics": Topic.objects.annotate(held=Count("terms", Q(terms__kind=Term.Kind.GLOSSARY))).filter(held__gt=0),
            "chosen": chosen,
            "query": _query(chosen),
        },
    )


def _query(chosen: dict[str, str]) -> str:
    return urlencode({name: value for name, value in chosen.items() if value})
