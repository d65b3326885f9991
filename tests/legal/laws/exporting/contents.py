"""All that is held of law, to be compared before and after."""

from typing import Any

from legal.laws.importing.fetching import fetch
from legal.laws.models import Law
from portal.languages import LANGUAGES

PLAIN = (
    "kind",
    "unit",
    "number",
    "folder",
    "adopted",
    "in_force",
    "repealed",
    "original_language",
    "languages",
    "source",
)
TRANSLATED = ("title", "short_title", "summary", "authority")


def contents() -> dict[str, Any]:
    """Every law with its facts, names, topics, editions, places and texts; no keys of rows."""
    return {f"{law.jurisdiction.code}/{law.slug}": _law(law) for law in Law.objects.with_reference()}


def _law(law: Law) -> dict[str, Any]:
    held = fetch(law.pk)
    words = {f"{name}_{language.column}" for name in TRANSLATED for language in LANGUAGES}
    return {
        **{name: getattr(law, name) for name in PLAIN},
        **{name: getattr(law, name) or "" for name in sorted(words)},
        "region": law.region and law.region.code,
        "names": sorted(held.names),
        "topics": sorted(topic.slug for topic in law.topics.all()),
        "editions": [(edition.row(), [_place(place) for place in edition.provisions]) for edition in held.editions],
    }


def _place(place: Any) -> tuple[Any, ...]:
    texts = {
        language: (*text.row()[:-1], text.heading, text.body, text.carried_from and text.carried_from.slug)
        for language, text in place.texts.items()
    }
    above = place.parent and place.parent.path
    return (place.path, place.kind, place.number, place.position, place.depth, place.repeated, above, texts)
