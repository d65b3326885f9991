"""How often each page asks the database, with one row and with three: as often."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import reverse
from django.utils.translation import override

from legal.laws.importing import run
from legal.laws.models import Law
from legal.laws.parsing.tree import read_tree
from portal.reference.models import Jurisdiction
from tests.bench.measuring import Row
from tests.bench.site import FailedError

HEADER = """slug = "{slug}"
jurisdiction = "{code}"
kind = "law"
adopted = 2020-01-01
in_force = 2020-01-01
original_language = "en"
[title]
en = "Beekeeping Act {slug}"
ru = "О пчеловодстве {slug}"
[text.en]
status = "official"
[text.ru]
status = "translation"
"""
DAYS = ("2020-01-01", "2022-01-01")


def counting() -> Iterator[Row]:
    """A line a page; two countries without laws get some: one law with a cited article, and three."""
    one, three = Jurisdiction.objects.filter(laws=None).order_by("code").values_list("code", flat=True)[:2]
    with tempfile.TemporaryDirectory() as folder:
        for code, rows in ((one, 1), (three, 3)):
            for number in range(rows):
                write(Path(folder) / f"{code}-bees-{number}", code, f"bees-{number}", citing=rows)
        run(read_tree(Path(folder)))
    few, many = addresses(one), addresses(three)
    for page, address in few.items():
        asked = queries(address), queries(many[page])
        yield Row(
            f"Queries to the database: {page}",
            f"3 rows: {asked[1]}",
            f"1 row: {asked[0]}",
            "equal",
            asked[0] == asked[1],
        )


def write(folder: Path, code: str, slug: str, *, citing: int) -> None:
    """A law in two editions and two languages, its first article cited by so many others."""
    folder.mkdir()
    (folder / "law.toml").write_text(HEADER.format(slug=slug, code=code))
    for day in DAYS:
        cited = {1: 2} | dict.fromkeys(range(2, citing + 2), 1)
        english = [f"Article {n} Bees of kind {n} are kept on {day} as Article {m} says." for n, m in cited.items()]
        russian = [f"Статья {n} Пчёл вида {n} держат, как говорит статья {m}." for n, m in cited.items()]
        for language, lines in (("en", english), ("ru", russian)):
            (folder / f"{day}.{language}.md").write_text("\n".join([f"# Beekeeping {slug}", *lines]) + "\n")


def addresses(code: str) -> dict[str, str]:
    law = Law.objects.get(jurisdiction__code=code, slug="bees-0")
    place = [code, law.slug]
    with override("en"):
        whole = reverse("laws:law", args=place)
        return {
            "directory": f"{reverse('laws:list')}?jurisdiction={code}",
            "law": whole,
            "law in two languages": f"{whole}?with=ru",
            "article": reverse("laws:provision", args=[*place, DAYS[1], "article-1"]),
            "comparison": reverse("laws:compare", args=[*place, *DAYS]),
            "search": f"{reverse('search:results')}?q=bees+are+kept&jurisdiction={code}",
            "feed": f"{reverse('laws:feed')}?jurisdiction={code}",
        }


def queries(address: str) -> int:
    """How many a first visit takes; what a process reads once in its life has been read by then."""
    reader = Client(SERVER_NAME="127.0.0.1")
    for _ in range(2):
        cache.clear()
        with override_settings(PAGES_BEHIND=0), CaptureQueriesContext(connection) as captured:
            answer = reader.get(address)
        if answer.status_code != 200:
            raise FailedError(f"{address} was answered with {answer.status_code}.")
    return len(captured)
