"""What services add to law: their sitemap. They are named on no page of a law."""

import datetime
from collections.abc import Iterator, Mapping

from django.db.models import QuerySet
from django.urls import reverse

from legal.laws import beside
from legal.laws.models import Law
from legal.services.models import Service


class Services:
    """Services, as law knows them."""

    name = "services"

    def settle(self, index: beside.Names, learned: beside.Learned) -> None:
        """Nothing waits for a law: staff say which it is."""

    def applied(self, law: Law) -> Mapping[str, int]:
        return {}

    def newest(self) -> "QuerySet[Service, datetime.datetime]":
        return Service.objects.order_by("-changed_at").values_list("changed_at", flat=True)

    def sitemaps(self, site: str) -> Iterator[str]:
        yield site + reverse("sitemap-services")


beside.register(Services())
