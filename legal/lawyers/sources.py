"""The sources of what a lawyer may offer, linked where the portal holds them."""

from dataclasses import dataclass

from django.urls import reverse

from legal.laws.models import LawName
from legal.laws.naming import key
from legal.lawyers.offers import CHINA, Offer, offers_of


@dataclass(frozen=True, slots=True)
class Sourced:
    """An offer with the address of the article it rests on; "" where it rests on none, or the law is not held."""

    offer: Offer
    address: str


def sourced(kind: str) -> list[Sourced]:
    """What a kind of lawyer may and may not offer, each with its source: one query."""
    offers = offers_of(kind)
    keys = {offer.source.law: key(offer.source.law) for offer in offers if offer.source}
    names = LawName.objects.filter(key__in=keys.values(), law__jurisdiction__code=CHINA)
    held = dict(names.order_by("-pk").values_list("key", "law__slug"))
    return [Sourced(offer, _address(offer, keys, held)) for offer in offers]


def _address(offer: Offer, keys: dict[str, str], held: dict[str, str]) -> str:
    slug = held.get(keys[offer.source.law]) if offer.source else None
    return reverse("laws:article", args=[CHINA, slug, offer.source.path]) if offer.source and slug else ""
