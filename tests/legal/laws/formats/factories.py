"""Documents for the writers' tests: a test states only what matters to it."""

import datetime
from typing import Any

from legal.laws.formats.document import Column, Document, Fact, Place, Words
from legal.laws.kinds import ArticleUnit, ForceStatus, LawKind, ProvisionKind, TextStatus

TAGS = {"zh": ("zh-Hans", "zho", "Chinese"), "en": ("en", "eng", "English"), "ru": ("ru", "rus", "Russian")}
PERMALINK = "https://portal.example/en/laws/cn/civil-code/2021-01-01/"


def column(language: str = "zh", **changes: Any) -> Column:
    tag, akoma, name = TAGS.get(language, (language, "und", language))
    given: dict[str, Any] = {
        "language": language,
        "tag": tag,
        "akoma": akoma,
        "direction": "ltr",
        "name": name,
        "title": "",
        "worth": "Official text.",
        "missing": f"No text in {name}.",
        "status": TextStatus.OFFICIAL,
        "sources": (),
    }
    return Column(**(given | changes))


def words(body: str = "", label: str = "", heading: str = "", **changes: Any) -> Words:
    return Words(label, heading, body, **({"status": TextStatus.OFFICIAL} | changes))


def place(kind: ProvisionKind, path: str, parent: int | None = None, depth: int = 0, **texts: Words) -> Place:
    number = path.split("/")[-1].partition("-")[2]
    name = f"Article {number}" if kind is ProvisionKind.ARTICLE else ""
    return Place(kind, number, name, path, depth, parent, texts)


def article(number: str = "1", **texts: Words) -> Place:
    return place(ProvisionKind.ARTICLE, f"article-{number}", **texts)


def document(*places: Place, columns: tuple[Column, ...] = (), **changes: Any) -> Document:
    given: dict[str, Any] = {
        "jurisdiction": "cn",
        "slug": "civil-code",
        "kind": LawKind.CODE,
        "unit": ArticleUnit.ARTICLE,
        "number": "主席令第四十五号",
        "title": "Civil Code",
        "short_title": "Code",
        "titles": {"zh": "民法典", "en": "Civil Code"},
        "authority": "National People’s Congress",
        "original_language": "zh",
        "source": "https://law.example/",
        "edition": "2021-01-01",
        "adopted": datetime.date(2020, 5, 28),
        "in_force": datetime.date(2021, 1, 1),
        "until": None,
        "first_adopted": datetime.date(2020, 5, 28),
        "first_in_force": datetime.date(2021, 1, 1),
        "repealed": None,
        "added": datetime.date(2025, 1, 2),
        "standing": ForceStatus.IN_FORCE,
        "amended_by": "",
        "columns": columns or (column(),),
        "places": places,
        "facts": (
            Fact("Status", "In force", "Status: In force"),
            Fact("Permalink", PERMALINK, f"Permalink: {PERMALINK}"),
        ),
        "marks": {status: status.value for status in TextStatus},
        "earlier": "Translates an earlier wording of the original.",
        "running": "Edition of 2021",
        "contents": "Contents",
        "unprintable": "Characters without a font stand as %(mark)s.",
        "permalink": PERMALINK,
        "site": "Law Wisdom Valley",
        "reader": "en",
        "made": datetime.date(2025, 11, 24),
    }
    return Document(**(given | changes))
