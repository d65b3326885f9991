"""Laws and provisions as results of a search: what each is called, where it stands, its words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final

from django.db.models import F, QuerySet
from django.urls import reverse

from legal.laws.kinds import ArticleUnit, LawKind, ProvisionKind, TextStatus
from legal.laws.models import Law, Provision, ProvisionText
from legal.laws.numbering import display, strip_brackets
from portal.languages import BY_TEXT, LANGUAGES
from portal.search.registry import Hit, Text

# A table of a hundred pages is not read to its end for a line of it.
LONGEST: Final = 20_000
WORTHS: Final = {status.value: status.label for status in TextStatus}
KINDS: Final = {kind.value: kind.label for kind in LawKind}
# What a hit tells of its law, by where it stands from the law.
LAW: Final = {
    "slug": "slug",
    "unit": "unit",
    "kind": "kind",
    "original": "original_language",
    "code": "jurisdiction__code",
    **{f"title_{one.text}": f"title_{one.column}" for one in LANGUAGES},
    **{f"short_{one.text}": f"short_title_{one.column}" for one in LANGUAGES},
    **{f"place_{one.text}": f"jurisdiction__name_{one.column}" for one in LANGUAGES},
    **{f"region_{one.text}": f"region__name_{one.column}" for one in LANGUAGES},
}
SUMMARY: Final = {f"summary_{one.text}": f"summary_{one.column}" for one in LANGUAGES}

# Plain columns: records of laws with all their translations take a page of results three times as long.
Row = Mapping[str, Any]


def provisions(keys: Sequence[int], language: str) -> dict[int, Hit]:
    """Provisions by key, in two queries."""
    texts, labels = spoken(keys)
    rows = placed_rows().filter(pk__in=keys)
    return {row["pk"]: provision(row, texts[row["pk"]], labels, language) for row in rows}


@cache
def placed_rows() -> QuerySet[Provision, Any]:
    """Provisions with the columns of their law; resolving so many names takes longer than the answer, so only once."""
    law = {f"law_{name}": F(f"edition__law__{column}") for name, column in LAW.items()}
    return Provision.objects.order_by().values("pk", "kind", "number", "path", "edition__slug", **law)


def spoken(keys: Sequence[int]) -> tuple[dict[int, list[Text]], dict[tuple[int, str], str]]:
    """The texts of provisions, and their labels by provision and language."""
    texts: dict[int, list[Text]] = defaultdict(list)
    labels: dict[tuple[int, str], str] = {}
    columns = ("provision_id", "language", "label", "heading", "body", "status")
    rows = ProvisionText.objects.filter(provision__in=keys).order_by("provision_id", "language")
    for pk, language, label, heading, body, status in rows.values_list(*columns):
        labels[pk, language] = label
        texts[pk].append(Text(language, strip_brackets(heading), body[:LONGEST], status, str(WORTHS[status])))
    return texts, labels


def provision(row: Row, texts: Sequence[Text], labels: Mapping[tuple[int, str], str], language: str) -> Hit:
    law = {name: row[f"law_{name}"] for name in LAW}
    return Hit(
        key=row["pk"],
        url=reverse("laws:provision", args=[law["code"], law["slug"], row["edition__slug"], row["path"]]),
        title=called(row, texts, labels, language),
        kicker=[place(law, language), worded(law, "short", language, fallback=False) or worded(law, "title", language)],
        texts=texts,
        original=law["original"],
        record={
            "law": f"{law['code']}-{law['slug']}",
            "number": row["number"],
            "path": row["path"],
            "edition": row["edition__slug"],
            "title": worded(law, "title", language),
        },
    )


def called(row: Row, texts: Sequence[Text], labels: Mapping[tuple[int, str], str], language: str) -> str:
    """Article 359, or what another place is printed as; with its heading where the reader's language has one."""
    own = next((text for text in texts if text.language == language), None)
    if row["kind"] == ProvisionKind.ARTICLE and row["number"]:
        name = display(row["number"], ArticleUnit(row["law_unit"]), language)
    else:
        printed = own or next(iter(texts), None)
        name = labels[row["pk"], printed.language] if printed else ""
        name = name or str(ProvisionKind(row["kind"]).label)
    heading = own.heading if own else ""
    joint = " " if language == "zh" else ". "
    return f"{name.rstrip('.')}{joint}{heading}" if heading else name.rstrip(".")


def laws(keys: Sequence[int], language: str) -> dict[int, Hit]:
    """Whole laws by key, in one query."""
    columns = {f"law_{name}": F(column) for name, column in {**LAW, **SUMMARY}.items()}
    rows = Law.objects.filter(pk__in=keys).order_by().values("pk", **columns)
    return {row["pk"]: work(row, language) for row in rows}


def work(row: Row, language: str) -> Hit:
    """A law as a result: its summary stands for its words."""
    law = {name: row[f"law_{name}"] for name in (*LAW, *SUMMARY)}
    return Hit(
        key=row["pk"],
        url=reverse("laws:law", args=[law["code"], law["slug"]]),
        title=worded(law, "title", language),
        kicker=[place(law, language), str(KINDS[law["kind"]])],
        texts=[Text(one.text, "", law[f"summary_{one.text}"]) for one in LANGUAGES if law[f"summary_{one.text}"]],
        original=law["original"],
        record={
            "law": f"{law['code']}-{law['slug']}",
            "number": "",
            "path": "",
            "edition": "",
            "title": worded(law, "title", language),
        },
    )


def place(law: Row, language: str) -> str:
    """Whose law it is: a region's, else the jurisdiction's."""
    return worded(law, "region", language) or worded(law, "place", language)


def worded(law: Row, name: str, language: str, *, fallback: bool = True) -> str:
    """A fact in a language; where it is not held in it, in that of the original, else in any."""
    own = law[f"{name}_{language}"]
    if own or not fallback:
        return str(own or "")
    original = law["original"] if law["original"] in BY_TEXT else LANGUAGES[0].text
    return str(next(filter(None, (law[f"{name}_{one}"] for one in (original, *BY_TEXT))), ""))
