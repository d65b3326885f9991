"""The case as machines read it: schema.org has no type of its own for a decision, so it is a creative work."""

from legal.cases.models import Case
from legal.laws.spoken import others, spoken
from portal import languages


def decision(case: Case, address: str) -> dict[str, object]:
    """A case as shown at an absolute address; facts not known are left out."""
    told: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "@id": address,
        "url": address,
        "name": spoken(case, "title").text,
        "alternateName": [other.text for other in others(case, "title")],
        "abstract": spoken(case, "holding").text,
        "identifier": case.number,
        "author": spoken(case, "court").text,
        "dateCreated": case.decided.isoformat() if case.decided else None,
        "dateModified": case.changed_at.date().isoformat(),
        "about": [topic.name for topic in case.topics.all()],
        "inLanguage": [languages.tag(one) for one in case.languages],
        "spatialCoverage": case.jurisdiction.name,
        "isBasedOn": case.source,
    }
    return {name: value for name, value in told.items() if value}
