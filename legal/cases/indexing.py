"""Cases as documents to be searched: one with all that is told and said, and one for the titles."""

from collections.abc import Iterator, Sequence
from typing import Final

from legal.cases.kinds import CourtLevel
from legal.cases.models import Case
from legal.cases.models.case import PARTS
from legal.laws.naming import key
from portal.languages import LANGUAGES
from portal.search.documents import Document

APART: Final = "case"
# So many cases are read at once: their texts are in memory together.
AT_ONCE: Final = 500
# Where two say the same, the higher court comes first.
WEIGHTS: Final = {CourtLevel.SUPREME.value: 1.0, CourtLevel.HIGH.value: 0.97}
LOWER: Final = 0.94


def documents(owners: Sequence[int] | None) -> Iterator[Document]:
    """The documents of these cases, of all for None."""
    cases = Case.objects.all() if owners is None else Case.objects.filter(pk__in=owners)
    pks = list(cases.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(pks), AT_ONCE):
        some = Case.objects.with_reference().prefetch_related("texts").filter(pk__in=pks[start : start + AT_ONCE])
        for case in some.order_by("pk"):
            yield titles(case)
            yield passage(case)


def titles(case: Case) -> Document:
    """The case found by its titles."""
    texts = {one.text: title for one in LANGUAGES if (title := getattr(case, f"title_{one.column}"))}
    return Document(
        owner=case.pk,
        key=case.pk,
        whole=True,
        texts=texts,
        names=sorted({f"={key(title)}" for title in texts.values()}),
        facets=facets(case),
        weight=weight(case),
        since=case.decided,
        dated=None,
    )


def passage(case: Case) -> Document:
    """The case found by what is told of it and by the words of the decision, in each language."""
    texts = {one.text: "\n".join(case.told_in(one.column).values()) for one in LANGUAGES}
    for text in case.texts.all():
        texts[text.language] = f"{texts.get(text.language, '')}\n{text.body}".strip()
    headings = {one.text: getattr(case, f"title_{one.column}") or "" for one in LANGUAGES}
    courts = {one.text: f"{getattr(case, f'court_{one.column}') or ''} {case.number}".strip() for one in LANGUAGES}
    return Document(
        owner=case.pk,
        key=case.pk,
        # What a case is only called in a language stands on the shelf of titles.
        texts={one: words for one, words in texts.items() if words},
        headings=headings,
        chains=courts,
        facets=facets(case),
        weight=weight(case),
        apart=APART,
        since=case.decided,
        dated=None,
    )


def facets(case: Case) -> dict[str, list[str]]:
    """What a search is narrowed by."""
    told = [case.status] if any(getattr(case, f"{part}_{one.column}") for part in PARTS for one in LANGUAGES) else []
    return {
        "jurisdiction": [case.jurisdiction.code],
        "kind": [APART],
        "topic": [topic.slug for topic in case.topics.all()],
        "year": [str(case.decided.year)] if case.decided else [],
        "language": case.languages,
        "worth": sorted({*told, *(text.status for text in case.texts.all())}),
    }


def weight(case: Case) -> float:
    """What a case weighs by its court."""
    return WEIGHTS.get(case.court_level, LOWER)
