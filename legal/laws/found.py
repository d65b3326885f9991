"""Laws and provisions as results of a search: what each is called, where it stands, its words."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from django.db import connection
from django.db.models import F
from django.db.models.functions import Left
from django.urls import reverse
from django.utils.translation import get_language

from legal.laws.kinds import ArticleUnit, LawKind, ProvisionKind, TextStatus
from legal.laws.models import Law, ProvisionText
from legal.laws.numbering import display, strip_brackets
from portal.languages import BY_TEXT, LANGUAGES
from portal.search.kept import Kept
from portal.search.reading import reader
from portal.search.registry import Hit, Text

# A table of a hundred pages is not read to its end for a line of it: one text in nine hundred is longer.
LONGEST: Final = 8_000
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
# What it tells of its place, and of each of its texts.
PLACE: Final = {
    "kind": "kind", "number": "number", "path": "path", "edition": "edition__slug", "law": "edition__law_id",
}  # fmt: skip
TEXT: Final = ("provision_id", "language", "label", "heading", "status")
COLUMNS: Final = (*TEXT, "words", *PLACE)
SUMMARY: Final = {f"summary_{one.text}": f"summary_{one.column}" for one in LANGUAGES}

# Plain columns: records of laws with all their translations take a page of results three times as long.
Row = Mapping[str, Any]


def provisions(keys: Sequence[int], language: str) -> dict[int, Hit]:
    """Provisions by key: one query, and one more where their laws have not been shown since the index changed."""
    rows: dict[int, list[Row]] = defaultdict(list)
    for row in spoken_rows(keys):
        rows[row["provision_id"]].append(row)
    known = known_laws({texts[0]["law"] for texts in rows.values()})
    shown = {key: (texts, known.get(texts[0]["law"])) for key, texts in rows.items()}
    # A law taken off between the two questions is not shown.
    return {key: provision(key, texts, law, language) for key, (texts, law) in shown.items() if law}


def spoken_rows(keys: Sequence[int]) -> Iterator[Row]:
    """Texts of provisions, in the order of their languages, each with the columns of its place."""
    if not keys:
        return
    sql, params = statement(len(keys))
    with connection.cursor() as cursor:
        cursor.execute(sql, [*params, *keys])
        for row in cursor:
            yield dict(zip(COLUMNS, row, strict=True))


@lru_cache(maxsize=64)
def statement(keys: int) -> tuple[str, Sequence[Any]]:
    """The query for those columns of so many keys, and its parameters, to which the keys are added.

    Resolving the names takes as long as the answer, so it is done once; a page has a handful of results.
    """
    place = {name: F(f"provision__{column}") for name, column in PLACE.items()}
    texts = ProvisionText.objects.filter(provision__in=range(keys)).order_by("language")
    sql, params = texts.values(*TEXT, words=Left("body", LONGEST), **place).query.sql_with_params()
    return sql, params[:-keys]


def known_laws(keys: Collection[int]) -> Mapping[int, Row]:
    """The columns of laws, asked for once for as long as the index is the same.

    Whatever changes them, or the name of a country, changes the index too, a moment later: until then a passage is
    found, and shown, as of before.
    """
    view = reader()
    known = kept.of(view.stamp) if view and view.stamp else {}
    missing = [key for key in keys if key not in known]
    if missing:
        rows = Law.objects.filter(pk__in=missing).order_by().values_list("pk", *LAW.values())
        known.update({pk: dict(zip(LAW, columns, strict=True)) for pk, *columns in rows})
    return known


def new() -> dict[int, Row]:
    return {}


kept = Kept(new)


def provision(key: int, rows: Sequence[Row], law: Row, language: str) -> Hit:
    row = rows[0]
    title = worded(law, "title", language)
    return Hit(
        key=key,
        url=address(get_language(), law["code"], law["slug"], row["edition"], row["path"]),
        title=called(rows, law, language),
        kicker=[place(law, language), worded(law, "short", language, fallback=False) or title],
        texts=[text(row) for row in rows],
        original=law["original"],
        record={
            "law": f"{law['code']}-{law['slug']}",
            "number": row["number"],
            "path": row["path"],
            "edition": row["edition"],
            "title": title,
        },
    )


@lru_cache(maxsize=5_000)
def address(interface: str | None, *place: str) -> str:
    """The address of a place in the interface's language: what is found once, is found again."""
    return reverse("laws:provision", args=place)


def text(row: Row) -> Text:
    status = row["status"]
    return Text(row["language"], strip_brackets(row["heading"]), row["words"], status, str(WORTHS[status]))


def called(rows: Sequence[Row], law: Row, language: str) -> str:
    """Article 359, or what another place is printed as; with its heading where the reader's language has one."""
    own = next((row for row in rows if row["language"] == language), None)
    row = own or rows[0]
    if row["kind"] == ProvisionKind.ARTICLE and row["number"]:
        name = display(row["number"], ArticleUnit(law["unit"]), language)
    else:
        name = row["label"] or str(ProvisionKind(row["kind"]).label)
    heading = strip_brackets(own["heading"]) if own else ""
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
