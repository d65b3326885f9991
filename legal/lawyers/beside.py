"""What lawyers add to pages of law and of cases: who practises there, so that those pages are made anew with them."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import QuerySet

from legal.laws import beside
from legal.laws.models import Law
from legal.lawyers import sitemaps
from legal.lawyers.models import Firm, Lawyer


class Lawyers:
    """Lawyers, as law knows them: nothing of theirs waits for a law, and they apply none."""

    name = "lawyers"

    def settle(self, index: beside.Names, learned: beside.Learned) -> None:
        """A lawyer names laws that are held, and no other."""

    def applied(self, law: Law) -> Mapping[str, int]:
        return {}

    def newest(self) -> "QuerySet[Any, datetime.datetime]":
        return Lawyer.objects.order_by("-changed_at").values_list("changed_at", flat=True)

    def sitemaps(self, site: str) -> Iterator[str]:
        return sitemaps.addresses(site)


class Firms(Lawyers):
    """Firms, which change without their lawyers; the sitemaps of lawyers have theirs."""

    name = "firms"

    def newest(self) -> "QuerySet[Any, datetime.datetime]":
        return Firm.objects.order_by("-changed_at").values_list("changed_at", flat=True)

    def sitemaps(self, site: str) -> Iterator[str]:
        yield from ()


beside.register(Lawyers())
beside.register(Firms())
