"""Cases as results of a search: what each is called, who decided it, its words."""

from collections.abc import Iterator, Sequence
from typing import Final

from django.utils.formats import date_format

from legal.cases.models import Case
from legal.laws.kinds import TextStatus
from legal.laws.naming import key
from portal.languages import BY_TEXT, LANGUAGES
from portal.search import names as by_name
from portal.search.registry import Hit, Reference, Suggestion, Text

# A decision of a hundred pages is not read to its end for a line of it.
LONGEST: Final = 8_000
# Longer queries, and those without a figure, name no docket.
LONGEST_NUMBER: Final = 80
MOST: Final = 5


def hits(keys: Sequence[int], language: str) -> dict[int, Hit]:
    """Cases by key with their words; two queries."""
    rows = Case.objects.select_related("jurisdiction").prefetch_related("texts").filter(pk__in=keys).order_by()
    return {case.pk: hit(case, language) for case in rows}


def hit(case: Case, language: str) -> Hit:
    """A case as a result; what is told of it in a language stands before its text there."""
    title = spoken(case, "title", language)
    court = spoken(case, "court", language)
    day = [date_format(case.decided)] if case.decided else []
    place = str(getattr(case.jurisdiction, f"name_{BY_TEXT[language].column}") or case.jurisdiction.name)
    return Hit(
        key=case.pk,
        url=case.get_absolute_url(),
        title=title,
        kicker=[one for one in (place, court, *day) if one],
        texts=list(texts(case)),
        original=case.original_language,
        record={
            "law": f"{case.jurisdiction.code}-{case.slug}",
            "number": case.number,
            "path": "",
            "edition": "",
            "title": title,
        },
    )


def texts(case: Case) -> Iterator[Text]:
    """What is told in each language, else the text of the decision in it."""
    told = {one.text: "\n".join(case.told_in(one.column).values()) for one in LANGUAGES}
    statuses = {language: case.status for language, words in told.items() if words}
    bodies = {text.language: (text.body, text.status) for text in case.texts.all()}
    for language in dict.fromkeys((*statuses, *bodies)):
        said, worth = bodies.get(language, ("", statuses.get(language, "")))
        words = f"{told.get(language, '')}\n{said}".strip()
        status = TextStatus(statuses.get(language, worth))
        yield Text(language, "", words[:LONGEST], status.value, str(status.label))


def spoken(case: Case, field: str, language: str) -> str:
    """A fact in a language, else in that of the original, else in any."""
    original = BY_TEXT.get(case.original_language, LANGUAGES[0])
    columns = dict.fromkeys(one.column for one in (BY_TEXT[language], original, *LANGUAGES))
    return str(next(filter(None, (getattr(case, f"{field}_{column}") for column in columns)), ""))


def references(query: str, language: str) -> list[Reference]:
    """The cases that a query names by their docket number; none asked for where it has no figure."""
    number = key(query) if len(query) <= LONGEST_NUMBER and any(letter.isdigit() for letter in query) else ""
    if not number:
        return []
    found = list(Case.objects.select_related("jurisdiction").filter(number_key=number).order_by("pk")[:MOST])
    return [
        Reference(case.pk, case.get_absolute_url(), spoken(case, "title", language), whole=True, only=len(found) == 1)
        for case in found
    ]


def suggestions(query: str, language: str, limit: int) -> list[Suggestion]:
    """The case of a docket number, then those whose title holds the words typed."""
    lines = [Suggestion(one.title, "case", one.url) for one in references(query, language)]
    found = hits(by_name.completed("cases", query, limit), language)
    lines += [Suggestion(one.title, "case", one.url) for one in found.values()]
    return list({line.url: line for line in lines}.values())[:limit]
