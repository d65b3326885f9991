"""The service as machines read it, after schema.org."""

from legal.laws.spoken import others, spoken
from legal.services.models import Service
from portal.languages import TEXTS, tag


def service(told: Service, address: str) -> dict[str, object]:
    """A service as shown at an absolute address; what is not known is left out."""
    said: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Service",
        "@id": address,
        "url": address,
        "name": spoken(told, "name").text,
        "alternateName": [other.text for other in others(told, "name")],
        "description": spoken(told, "description").text,
        "audience": {"@type": "BusinessAudience", "description": spoken(told, "audience").text},
        "availableLanguage": [tag(language) for language in TEXTS],
        "areaServed": "Kashgar",
    }
    return {name: value for name, value in said.items() if value}
