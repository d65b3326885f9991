"""What cases add to law: the counts of cases that apply an article, and what waits for a law that comes."""

import datetime
from collections.abc import Iterator, Mapping

from django.db.models import QuerySet

from legal.cases import settling, sitemaps
from legal.cases.models import Case, CaseProvision
from legal.laws import beside
from legal.laws.models import Law


class Cases:
    """Cases, as law knows them."""

    name = "cases"

    def settle(self, index: beside.Names, learned: beside.Learned) -> None:
        settling.settle(index, learned)

    def applied(self, law: Law) -> Mapping[str, int]:
        return CaseProvision.objects.counted(law)

    def newest(self) -> "QuerySet[Case, datetime.datetime]":
        return Case.objects.order_by("-changed_at", "-id").values_list("changed_at", flat=True)

    def sitemaps(self, site: str) -> Iterator[str]:
        return sitemaps.addresses(site)


beside.register(Cases())
