"""The law as machines read it: schema.org's Legislation as JSON-LD."""

import datetime
from typing import Final

from legal.laws.kinds import ForceStatus, TextStatus
from legal.laws.models import Edition, Law
from legal.laws.reading.columns import Held
from legal.laws.reading.single import Single
from legal.laws.spoken import others, spoken
from portal import languages

FORCE: Final = {
    ForceStatus.IN_FORCE: "https://schema.org/InForce",
    ForceStatus.NOT_YET: "https://schema.org/NotInForce",
    ForceStatus.REPEALED: "https://schema.org/NotInForce",
}
UNOFFICIAL: Final = "https://schema.org/UnofficialLegalValue"
WORTH: Final = {
    TextStatus.OFFICIAL: "https://schema.org/OfficialLegalValue",
    TextStatus.TRANSLATION: UNOFFICIAL,
    TextStatus.MACHINE: UNOFFICIAL,
    TextStatus.DIGEST: UNOFFICIAL,
}


def legislation(law: Law, edition: Edition, status: ForceStatus, shown: Held | None, address: str) -> dict[str, object]:
    """An edition as shown at an absolute address; facts not known are left out."""
    title = spoken(law, "title")
    told: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": address,
        "url": address,
        "name": title.text,
        "alternateName": [other.text for other in others(law, "title")],
        "abstract": spoken(law, "summary").text,
        "legislationIdentifier": law.number,
        "legislationType": str(law.get_kind_display()),
        "legislationJurisdiction": law.jurisdiction.name,
        "legislationPassedBy": spoken(law, "authority").text,
        "legislationDate": _day(law.adopted),
        "legislationDateOfApplicability": _day(law.in_force),
        "legislationDateVersion": _day(edition.day),
        "legislationLegalForce": FORCE.get(status),
        "datePublished": _day(edition.adopted),
        "dateModified": law.changed_at.date().isoformat(),
        "about": [topic.name for topic in law.topics.all()],
        "isBasedOn": law.source,
    }
    if shown:
        told["inLanguage"] = languages.tag(shown.language)
        told["legislationLegalValue"] = WORTH[shown.statuses[0]]
    return {name: value for name, value in told.items() if value}


def article(whole: dict[str, object], read: Single, address: str) -> dict[str, object]:
    """One article, at its permanent address, as a part of its law."""
    told: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": address,
        "url": address,
        "name": read.name,
        "legislationIdentifier": read.label,
        "legislationLegalForce": whole.get("legislationLegalForce"),
        "legislationDateVersion": whole.get("legislationDateVersion"),
        "inLanguage": [languages.tag(text.language) for text in read.texts],
        "legislationLegalValue": WORTH[TextStatus(read.shown.status)] if read.shown else None,
        "isPartOf": {name: value for name, value in whole.items() if name != "@context"},
    }
    return {name: value for name, value in told.items() if value}


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
