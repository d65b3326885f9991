"""An article of law in all its languages."""

import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from legal.laws import finding
from legal.laws.citeable import annex
from legal.laws.cited import cited_by, cites
from legal.laws.finding import Shelf
from legal.laws.forms import ArticleForm, ReadingForm
from legal.laws.freshness import revalidated
from legal.laws.history import history
from legal.laws.kinds import LawKind, ProvisionKind
from legal.laws.linked_data import article as article_data
from legal.laws.linked_data import legislation
from legal.laws.linking import current_places
from legal.laws.models import Edition, Provision
from legal.laws.quoting import Quoted, quotation
from legal.laws.reading import asking, single
from legal.laws.reading.asking import Asked
from legal.laws.reading.links import of_citations
from legal.laws.reading.moment import Moment
from legal.laws.reading.places import HEADINGS, earlier_wordings
from legal.laws.reading.single import Single
from legal.laws.spoken import reader, spoken
from legal.laws.terms import terms_in


@require_safe
@revalidated
def provision(request: HttpRequest, code: str, slug: str, edition: str, path: str) -> HttpResponse:
    shelf = finding.shelf(code, slug)
    named = finding.edition_named(shelf, edition)
    return place(request, shelf, named, path, asking.asked(ReadingForm(request.GET), shelf))


@require_safe
@revalidated
def article(request: HttpRequest, code: str, slug: str, path: str) -> HttpResponse:
    shelf = finding.shelf(code, slug)
    asked = asking.asked(ReadingForm(request.GET), shelf)
    return place(request, shelf, shelf.nearest(asked.day), path, asked)


def place(request: HttpRequest, shelf: Shelf, edition: Edition | None, path: str, asked: Asked) -> HttpResponse:
    found = single.find(edition, path) if edition else None
    if edition is None or found is None:
        return missing(request, shelf, edition, path, asked)
    if found.kind in HEADINGS and not found.texts.exclude(body="").exists():
        return redirect(f"{edition.get_absolute_url()}#{path}")
    return page(request, Moment(shelf, edition, asked), found)


def missing(request: HttpRequest, shelf: Shelf, edition: Edition | None, path: str, asked: Asked) -> HttpResponse:
    """The law has no such place in this edition; the editions that have it are shown the way to."""
    having = set(Provision.objects.filter(edition__in=shelf.editions, path=path).values_list("edition", flat=True))
    context = {
        "law": shelf.law,
        "moment": Moment(shelf, edition, asked) if edition else None,
        "editions": [one for one in reversed(shelf.editions) if one.pk in having],
        "path": path,
    }
    return render(request, "laws/missing.html", context, status=404)


def page(request: HttpRequest, moment: Moment, found: Provision) -> HttpResponse:
    language = reader().text
    citations = list(found.citations.select_related("law__jurisdiction").order_by("start", "pk"))
    places = current_places(citations, on=moment.asked.day)
    read = single.single(found, language, of_citations(citations, places))
    whole = legislation(moment.law, moment.edition, moment.standing.status, None, permanent(request, moment.edition))
    context = {
        "moment": moment,
        "law": moment.law,
        "edition": moment.edition,
        "read": read,
        "told": article_data(whole, read, permanent(request, found)),
        "cites": cites(citations, moment.edition, places, language),
        "cited_by": cited_by(moment.edition, found.path, language, everything=ArticleForm(request.GET).everything()),
        "history": history(moment.shelf, read),
        "earlier": earlier_wordings(moment.edition, {text.based_on for text in read.stale}),
        "terms": terms_in(
            [(text.language, f"{text.heading}\n{text.body}") for text in read.texts],
            recent=not request.user.is_authenticated,
        ),
        "permanent": permanent(request, found),
        "quotation": quotation(quoted(read, permanent(request, found), timezone.localdate()), language),
    }
    return render(request, "laws/article.html", context)


def permanent(request: HttpRequest, place: Provision | Edition) -> str:
    return request.build_absolute_uri(place.get_absolute_url())


def quoted(read: Single, address: str, today: datetime.date) -> Quoted:
    law = read.edition.law
    return Quoted(
        title=spoken(law, "title").text,
        authority=spoken(law, "authority").text,
        act=law.number,
        adopted=read.edition.adopted or law.adopted,
        in_force=read.edition.in_force,
        treaty=law.kind == LawKind.TREATY,
        within=annex(read.provision, read.reader),
        place=read.label,
        number=read.provision.number if read.provision.kind == ProvisionKind.ARTICLE else "",
        unit=law.unit,
        status=read.shown.status if read.shown else "official",
        address=address,
        read=today,
    )
