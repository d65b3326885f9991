"""A case as JSON: the documented shape of docs/cases.md. Keys are added to it, never renamed or taken away."""

import json
from typing import Any

from legal.cases.models import Case
from legal.cases.models.case import PARTS
from portal.languages import LANGUAGES


def write(case: Case, permalink: str) -> bytes:
    """The case as one JSON object, UTF-8, in every language it is held in."""
    return (json.dumps(shape(case, permalink), ensure_ascii=False, indent=1, default=str) + "\n").encode()


def shape(case: Case, permalink: str) -> dict[str, Any]:
    """The object `write` writes. Days are ISO 8601 or null where they are not known."""
    return {
        "jurisdiction": case.jurisdiction.code,
        "slug": case.slug,
        "court": told(case, "court"),
        "court_level": case.court_level,
        "number": case.number,
        "decided": case.decided,
        "titles": told(case, "title"),
        "parties": told(case, "parties"),
        "told": {part: told(case, part) for part in PARTS},
        "status": case.status,
        "original_language": case.original_language,
        "topics": [topic.slug for topic in case.topics.all()],
        "source": case.source,
        "texts": [
            {"language": text.language, "status": text.status, "source": text.source, "body": text.body}
            for text in case.texts.all()
        ],
        "applies": [
            {
                "name": one.name,
                "law": f"{one.law.jurisdiction.code}-{one.law.slug}" if one.law else None,
                "edition": one.edition.slug if one.edition else None,
                "path": one.path,
            }
            for one in case.applied.select_related("law__jurisdiction", "edition")
        ],
        "permalink": permalink,
    }


def told(case: Case, field: str) -> dict[str, str]:
    """A fact by language, where it is told."""
    words = {one.text: getattr(case, f"{field}_{one.column}") or "" for one in LANGUAGES}
    return {language: text for language, text in words.items() if text}
