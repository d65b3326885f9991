"""Laws and provisions as results of a search: what each is called, where it stands, its words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.urls import reverse

from legal.laws.kinds import ArticleUnit, ProvisionKind, TextStatus
from legal.laws.models import Law, Provision, ProvisionText
from legal.laws.numbering import display, strip_brackets
from portal.languages import BY_TEXT, LANGUAGES
from portal.search.registry import Hit, Text

# A table of a hundred pages is not read to its end for a line of it.
LONGEST: Final = 20_000
WORTHS: Final = {status.value: status.label for status in TextStatus}


def provisions(keys: Sequence[int], language: str) -> dict[int, Hit]:
    """Provisions by key, in two queries."""
    places = Provision.objects.filter(pk__in=keys).select_related("edition__law__jurisdiction", "edition__law__region")
    texts: dict[int, list[Text]] = defaultdict(list)
    labels: dict[tuple[int, str], str] = {}
    columns = ("provision_id", "language", "label", "heading", "body", "status")
    for pk, spoken, label, heading, body, status in (
        ProvisionText.objects.filter(provision__in=keys).order_by("provision", "language").values_list(*columns)
    ):
        labels[pk, spoken] = label
        worth = str(WORTHS.get(status, status))
        texts[pk].append(Text(spoken, strip_brackets(heading), body[:LONGEST], status, worth))
    return {place.pk: provision(place, texts[place.pk], labels, language) for place in places}


def provision(place: Provision, texts: Sequence[Text], labels: Mapping[tuple[int, str], str], language: str) -> Hit:
    law = place.edition.law
    code = law.jurisdiction.code
    return Hit(
        key=place.pk,
        url=reverse("laws:provision", args=[code, law.slug, place.edition.slug, place.path]),
        title=called(place, law, texts, labels, language),
        kicker=kicker(law, language, with_law=True),
        texts=texts,
        original=law.original_language,
        record={
            "law": f"{code}-{law.slug}",
            "number": place.number,
            "path": place.path,
            "edition": place.edition.slug,
            "title": title(law, language),
        },
    )


def called(
    place: Provision, law: Law, texts: Sequence[Text], labels: Mapping[tuple[int, str], str], language: str
) -> str:
    """Article 359, or what another place is printed as; with its heading where the reader's language has one."""
    own = next((text for text in texts if text.language == language), None)
    if place.kind == ProvisionKind.ARTICLE and place.number:
        name = display(place.number, ArticleUnit(law.unit), language)
    else:
        printed = own or next(iter(texts), None)
        name = labels.get((place.pk, printed.language), "") if printed else ""
        name = name or str(ProvisionKind(place.kind).label)
    heading = own.heading if own else ""
    joint = " " if language == "zh" else ". "
    return f"{name.rstrip('.')}{joint}{heading}" if heading else name.rstrip(".")


def laws(keys: Sequence[int], language: str) -> dict[int, Hit]:
    """Whole laws by key, in one query."""
    rows = Law.objects.filter(pk__in=keys).select_related("jurisdiction", "region")
    return {law.pk: work(law, language) for law in rows}


def work(law: Law, language: str) -> Hit:
    """A law as a result: its summary stands for its words."""
    summaries = [(one.text, getattr(law, f"summary_{one.column}") or "") for one in LANGUAGES]
    return Hit(
        key=law.pk,
        url=law.get_absolute_url(),
        title=title(law, language),
        kicker=kicker(law, language, with_law=False),
        texts=[Text(spoken, "", summary) for spoken, summary in summaries if summary],
        original=law.original_language,
        record={
            "law": f"{law.jurisdiction.code}-{law.slug}",
            "number": "",
            "path": "",
            "edition": "",
            "title": title(law, language),
        },
    )


def kicker(law: Law, language: str, *, with_law: bool) -> list[str]:
    """Whose law it is, and which."""
    place = law.region or law.jurisdiction
    short = worded(law, "short_title", language, fallback=False) or title(law, language)
    return [worded(place, "name", language), *([short] if with_law else [str(law.get_kind_display())])]


def title(law: Law, language: str) -> str:
    """The title in a language, else in that of the original, else in any."""
    return worded(law, "title", language)


def worded(row: Any, name: str, language: str, *, fallback: bool = True) -> str:
    own = getattr(row, f"{name}_{BY_TEXT[language].column}") or ""
    if own or not fallback:
        return str(own)
    original = BY_TEXT.get(getattr(row, "original_language", ""), LANGUAGES[0])
    choices = (getattr(row, f"{name}_{one.column}") for one in (original, *LANGUAGES))
    return str(next(filter(None, choices), ""))
