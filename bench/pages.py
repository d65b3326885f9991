"""Pages over HTTP, and how many questions each puts to the database."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.core.cache import cache
from django.db import connection
from django.db.models import Count
from django.test import Client as InProcess
from django.test.utils import CaptureQueriesContext

from bench.measuring import Times, timed
from bench.serving import Client
from legal.laws.kinds import ProvisionKind, TextStatus
from legal.laws.models import Edition, Law, ProvisionText
from legal.laws.wording import wording

ROUNDS: Final = 30


@dataclass(frozen=True, slots=True)
class Longest:
    """The longest law there is: how many articles it has, its address, that of an article in the middle."""

    articles: int
    address: str
    article: str


def longest() -> Longest:
    """The edition with most articles, given a second language where it has one only."""
    articles = Edition.objects.filter(provisions__kind=ProvisionKind.ARTICLE).annotate(number=Count("provisions"))
    edition = articles.select_related("law__jurisdiction").order_by("-number").first()
    if edition is None:
        raise LookupError("No law has been imported.")
    translate(edition)
    places = list(edition.provisions.filter(kind=ProvisionKind.ARTICLE).order_by("position"))
    law = edition.law
    root = f"/zh-hans/laws/{law.jurisdiction.code}/{law.slug}/"
    return Longest(len(places), f"{root}{edition.slug}/", f"{root}{places[len(places) // 2].path}/")


def translate(edition: Edition) -> None:
    """A Russian text of every place, as long as a translation would be."""
    originals = ProvisionText.objects.filter(provision__edition=edition, language="zh")
    ProvisionText.objects.filter(provision__edition=edition, language="ru").delete()
    ProvisionText.objects.bulk_create(
        ProvisionText(
            provision_id=one.provision_id,
            language="ru",
            label="Статья",
            body=(body := "Сторона возмещает убытки, причинённые неисполнением. " * (1 + len(one.body) // 20)),
            status=TextStatus.MACHINE,
            wording=wording("", body),
        )
        for one in originals
    )
    Law.objects.filter(pk=edition.law_id).update(languages=["ru", "zh"])


def searches(client: Client, questions: Iterable[str]) -> Times:
    """The page of results, whole."""
    addresses = [f"/zh-hans/search/?{urlencode({'q': question, 'all': '1'})}" for question in questions]
    timed(client.get, addresses)
    return timed(client.get, addresses)


def cold(client: Client, address: str) -> Times:
    """A page asked for by somebody who has never seen it, by nobody before him."""

    def one(_: int) -> None:
        cache.clear()
        client.get(address)

    client.get(address)
    return timed(one, range(ROUNDS))


def repeated(client: Client, address: str) -> Times:
    """A page asked for again by somebody who has it."""
    tag = client.get(address)["ETag"]
    return timed(lambda _: client.get(address, {"If-None-Match": tag}, status=304), range(ROUNDS))


def queries(address: str) -> int:
    """How many questions to the database a page puts when nothing is cached."""
    reader = InProcess(headers={"host": "localhost"})
    cache.clear()
    with CaptureQueriesContext(connection) as asked:
        reader.get(address)
    return len(asked)
