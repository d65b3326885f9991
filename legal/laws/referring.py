"""The places that a query names outright: 民法典577条, CISG art. 35, ст. 454 ГК КР, or a law by any of its names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils import timezone

from legal.laws import found
from legal.laws.kinds import ProvisionKind
from legal.laws.models import Edition, Law, Provision
from legal.laws.naming import GENERIC, cited_key, key
from legal.laws.numbering import CHINESE_NUMERAL, display, typed
from portal.languages import BY_TEXT, LANGUAGES
from portal.search import names as by_name
from portal.search.analysis import normalise
from portal.search.registry import Reference, Suggestion

RAISED: Final = "[⁰¹²³⁴⁵⁶⁷⁸⁹]+"
NUMBER: Final = (
    rf"\d+[A-Za-zА-Яа-я]?(?:[.\-–/]\d+[A-Za-z]?)*(?:{RAISED}(?:-{RAISED})?)?(?:[ -](?:bis|ter|quater|quinquies)\b)?"
)
HAN_NUMBER: Final = rf"[{CHINESE_NUMERAL}]+"
UNIT: Final = r"(?:\barticles?|\barts?\.?|\bsections?|\bsecs?\.?|\bss?\.?(?=\s?\d)|§|\bстать(?:я|и|е|ю|ей|ёй)|\bст\.?)"
ARTICLE: Final = re.compile(
    rf"第?\s*(?P<zh>{HAN_NUMBER}|{NUMBER})\s*[条條](?:\s*之\s*(?P<inserted>{HAN_NUMBER}|\d+))?(?:\s*第?(?:{HAN_NUMBER}|\d+)[款项])*"
    rf"|{UNIT}\s*(?:no\.?|№)?\s*(?P<named>{NUMBER}|[IVXLCDM]+\b)(?:\s*\(\w+\))*"
    rf"|(?<=[\s\u4e00-\u9fff])第?(?P<bare>{NUMBER})$",
    re.IGNORECASE,
)
AROUND: Final = re.compile(
    r"^(?:(?:and|or|to|и|или|по)\s\d[\w.-]*|of|in|из|от|по|under|the|к|,|，|;|:|：|的|п\.?\s*\d+|пункт\w*\s*\d+|ч\.?\s*\d+|част\w+\s*\d+|para(?:graph)?\.?\s*\d+|\s)+"
    r"|(?:,|，|;|:|：|的|\.|\?|？|。|\bof|\bthe|\s)+$",
    re.IGNORECASE,
)
MOST: Final = 5


@dataclass(frozen=True, slots=True)
class Named:
    """A query taken apart: the name of a law, and the number of an article of it, "" for none."""

    name: str
    number: str


def readings(query: str) -> Iterator[Named]:
    """The ways a query may be a name with an article, or a name alone."""
    for match in ARTICLE.finditer(query):
        number = typed(match["zh"] or match["named"] or match["bare"])
        inserted = typed(match["inserted"]) if match["inserted"] else None
        number = f"{number}-{inserted}" if inserted else number
        name = bare_name(f"{query[: match.start()]} {query[match.end() :]}")
        if number and name:
            yield Named(name, number)
    yield Named(bare_name(query), "")


def bare_name(text: str) -> str:
    """A name without the little words and marks that join it to an article."""
    before = None
    while before != text:
        before, text = text, AROUND.sub("", text.strip())
    return text


def references(query: str, language: str) -> list[Reference]:
    """What a query names, at most a handful: articles, else the laws alone; none where its name is no law's."""
    laws: list[int] = []
    for reading in readings(query):
        # The law called so in so many words may be a digest without the article that its full text has.
        for named in called(reading.name):
            articles = numbered(named, reading.number) if reading.number else []
            if articles:
                only = len(articles) == 1
                return [article(one, language, only=only) for one in articles[:MOST]]
            laws = laws or named
    hits = found.laws(laws[:MOST], language) if laws else {}
    return [Reference(one.key, one.url, one.title, whole=True) for one in hits.values()]


def called(name: str) -> Iterator[list[int]]:
    """The laws that go by a name: by its very words, then by a shorter form that they answer to."""
    cited = [
        one for one in dict.fromkeys((key(name), cited_key(name), key(normalise(name)))) if one and one not in GENERIC
    ]
    for sign in "=~":
        laws = by_name.owners("laws", [f"{sign}{one}" for one in cited])
        if laws:
            yield laws


def numbered(laws: Sequence[int], number: str) -> list[Provision]:
    """The article of that number in each law's edition of the day, the main text's before an annex's."""
    today = Edition.objects.of_the_day(on=timezone.localdate()).filter(law__in=laws)
    rows = (
        Provision.objects.filter(edition__in=today, number__iexact=number, kind=ProvisionKind.ARTICLE, repeated=False)
        .select_related("edition__law__jurisdiction")
        .order_by("edition__law__jurisdiction__position", "edition__law", "depth", "position")
    )
    first: dict[int, Provision] = {}
    for row in sorted(rows, key=lambda row: row.path.count("/")):
        first.setdefault(row.edition.law_id, row)
    return list(first.values())


def article(place: Provision, language: str, *, only: bool) -> Reference:
    law = place.edition.law
    name = display(place.number, law.unit, language)
    return Reference(
        key=place.pk,
        url=reverse("laws:article", args=[law.jurisdiction.code, law.slug, place.path]),
        title=joined(short(law, language), name, language),
        only=only,
    )


def joined(law: str, name: str, language: str) -> str:
    """A law and its article in one line, in the order of the language."""
    return f"{law}{name}" if language == "zh" else f"{law}, {name}"


def short(law: Law, language: str) -> str:
    """What the law is called in short in a language, else its title there, else its title in any."""
    column = BY_TEXT[language].column
    names = (f"short_title_{column}", f"title_{column}", *(f"title_{one.column}" for one in LANGUAGES))
    return str(next(filter(None, (getattr(law, name) for name in names)), ""))


def suggestions(query: str, language: str, limit: int) -> list[Suggestion]:
    """Articles and laws that what has been typed names, then laws with a name that begins so, or has the words."""
    lines = [Suggestion(one.title, "law" if one.whole else "article", one.url) for one in references(query, language)]
    begun = by_name.beginning("laws", f"={key(query)}", limit)
    keys = list(dict.fromkeys([*begun, *by_name.completed("laws", query, limit)]))[:limit]
    laws = found.laws(keys, language)
    lines += [Suggestion(laws[pk].title, "law", laws[pk].url) for pk in keys if pk in laws]
    return list({line.url: line for line in lines}.values())[:limit]
