"""Lawyers and firms as machines read them; a sample is nobody, and nothing is told of it."""

from urllib.parse import urljoin

from legal.laws.spoken import others, spoken
from legal.lawyers.models import Firm, Lawyer
from legal.lawyers.models.portrait import LARGE, photo_address
from portal import languages

Told = dict[str, object]


def lawyer_told(lawyer: Lawyer, address: str) -> Told:
    """A lawyer as shown at an absolute address; facts not known are left out."""
    if lawyer.sample:
        return {}
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "Person",
            "@id": address,
            "url": address,
            "name": spoken(lawyer, "name").text,
            "alternateName": [*(other.text for other in others(lawyer, "name")), *filter(None, [lawyer.native_name])],
            "image": urljoin(address, photo_address(lawyer.photo_id, LARGE)) if lawyer.photo_id else "",
            "jobTitle": lawyer.get_kind_display(),
            "description": spoken(lawyer, "summary").text,
            "knowsLanguage": [languages.tag(skill.language) for skill in lawyer.skills.all()],
            "knowsAbout": [topic.name for topic in lawyer.topics.all()],
            "worksFor": _firm(lawyer.firm) if lawyer.firm else None,
        }
    )


def firm_told(firm: Firm, address: str) -> Told:
    """A firm as shown at an absolute address."""
    if firm.sample:
        return {}
    return _known(
        {
            "@context": "https://schema.org",
            "@id": address,
            **_firm(firm),
            "url": address,
            "sameAs": firm.website,
            "description": spoken(firm, "about").text,
        }
    )


def _firm(firm: Firm) -> Told:
    return _known(
        {
            "@type": "LegalService",
            "name": spoken(firm, "name").text,
            "alternateName": [other.text for other in others(firm, "name")],
            "address": spoken(firm, "city").text,
        }
    )


def _known(told: Told) -> Told:
    return {name: value for name, value in told.items() if value}
