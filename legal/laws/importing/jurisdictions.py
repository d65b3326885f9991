"""Whose law it is: jurisdictions and regions by code, made where the portal's own reference data or CLDR know it."""

from collections.abc import Mapping

from portal.reference import loading
from portal.reference.models import Jurisdiction, Region, Topic


class References:
    """The jurisdictions, regions and topics a run refers to; what is not held yet is taken from the portal's own."""

    def __init__(self) -> None:
        self._jurisdictions: dict[str, Jurisdiction | None] = {}
        self._regions: dict[str, Region | None] = {}
        self._topics: dict[str, Topic | None] = {}

    def jurisdiction(self, code: str) -> Jurisdiction | None:
        """The jurisdiction of a code, made as a country where only CLDR knows it; None for an unknown code."""
        if code not in self._jurisdictions:
            held = Jurisdiction.objects.filter(code=code).first()
            if held is None and loading.load_jurisdictions(_entries("jurisdiction", "code", code)):
                held = Jurisdiction.objects.get(code=code)
            self._jurisdictions[code] = held or loading.country(code)
        return self._jurisdictions[code]

    def region(self, code: str) -> Region | None:
        """The region of an ISO 3166-2 code; None for an unknown one."""
        if code not in self._regions:
            held = Region.objects.filter(code=code).first()
            if held is None and loading.load_regions(_entries("region", "code", code)):
                held = Region.objects.get(code=code)
            self._regions[code] = held
        return self._regions[code]

    def topic(self, slug: str) -> Topic | None:
        """The topic of a slug; None for an unknown one."""
        if slug not in self._topics:
            held = Topic.objects.filter(slug=slug).first()
            if held is None and loading.load_topics(_entries("topic", "slug", slug)):
                held = Topic.objects.get(slug=slug)
            self._topics[slug] = held
        return self._topics[slug]


def _entries(name: str, identity: str, value: str) -> list[Mapping[str, object]]:
    return [entry for entry in loading.entries(loading.OWN, name) if entry[identity] == value]
