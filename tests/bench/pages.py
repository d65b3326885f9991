"""How long the pages take over HTTP, and how many a second two processes answer."""

import itertools
import statistics
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlencode

from django.core.cache import cache
from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import override

from legal.laws.kinds import ProvisionKind, TextStatus
from legal.laws.models import Edition, Provision, ProvisionText
from portal.languages import BY_TEXT
from tests.bench.addresses import BARE
from tests.bench.measuring import Row, Times, settled
from tests.bench.searching import Question, questions
from tests.bench.serving import Answer, Reader, per_second
from tests.bench.site import FailedError

CODE: Final = "中华人民共和国民法典"
VISITS: Final = 30
RUNS: Final = 3
ROUNDS: Final = 5
ROUND_SECONDS: Final = 4.0
ARTICLES: Final = 200


def search_page(reader: Reader) -> Row:
    """The results page for each question, as a reader of its language asks for it."""
    asked = [address_of(question) for question in questions()]
    page = visits(reader, asked, runs=RUNS)
    empty = visits(reader, [f"{BARE}?{number}" for number in range(len(asked))], runs=RUNS)
    return Row("The search page over HTTP", str(page), f"bare Django page {empty}", "p95 ≤ 60 ms", page.p95 <= 60)


def address_of(question: Question) -> str:
    with override(BY_TEXT[question.language].code):
        return f"{reverse('search:results')}?{urlencode({'q': question.words, 'all': 1})}"


def long_law(reader: Reader) -> Iterator[Row]:
    """A code of 1,260 articles in one language, in two, and seen again."""
    edition = longest_code()
    articles = edition.provisions.filter(kind=ProvisionKind.ARTICLE).count()
    with override("zh-hans"):
        address = edition.get_absolute_url()
    plain = cold(reader, f"{address}?")
    size = reader.get(address).length
    yield Row(
        f"The page of a law of {articles:,} articles, nothing kept",
        str(plain),
        f"{size / 1e6:.1f} MB of HTML",
        "p95 ≤ 120 ms",
        plain.p95 <= 120,
    )
    translate(edition)
    double = cold(reader, f"{address}?with=en&")
    size = reader.get(f"{address}?with=en").length
    yield Row(
        "The same beside a translation, nothing kept",
        str(double),
        f"{size / 1e6:.1f} MB of HTML",
        "p95 ≤ 200 ms",
        double.p95 <= 200,
    )
    tag = reader.get(address).headers["etag"]
    again = [[seen(reader, address, tag) for _ in range(VISITS)] for _ in range(RUNS)]
    repeated = settled(again)
    yield Row("A repeated visit, answered 304", str(repeated), f"first visit {plain}", "≤ 10 ms", repeated.p95 <= 10)


def longest_code() -> Edition:
    articles = Count("provisions", filter=Q(provisions__kind=ProvisionKind.ARTICLE))
    editions = Edition.objects.filter(law__names__name=CODE).annotate(articles=articles).order_by("-articles")
    return editions.select_related("law__jurisdiction")[0]


def translate(edition: Edition) -> None:
    """A second column as long as translations are: articles of English law, one for each place that has no English."""
    english = ProvisionText.objects.filter(language="en").exclude(body="").values_list("body", flat=True)
    bodies = itertools.cycle(english.order_by("pk")[:2000])
    missing = Provision.objects.filter(edition=edition).exclude(texts__language="en").order_by("position")
    ProvisionText.objects.bulk_create(
        ProvisionText(
            provision=provision,
            language="en",
            label=f"Article {provision.number}",
            body=next(bodies),
            status=TextStatus.MACHINE,
        )
        for provision in missing
    )
    edition.law.languages = sorted({*edition.law.languages, "en"})
    edition.law.save(update_fields=["languages"])


def cold(reader: Reader, address: str) -> Times:
    """Visits to a page for the first time: the cache is emptied before each, and no address is asked for twice."""
    numbers = itertools.count()
    runs = []
    for _ in range(RUNS + 1):
        run = []
        for _ in range(VISITS):
            cache.clear()
            run.append(answered(reader.get(f"{address}visit={next(numbers)}"), 200))
        runs.append(run)
    return settled(runs[1:])


def seen(reader: Reader, address: str, tag: str) -> float:
    return answered(reader.get(address, {"If-None-Match": tag}), 304)


def answered(answer: Answer, status: int) -> float:
    if answer.status != status:
        raise FailedError(f"A page was answered with {answer.status} instead of {status}.")
    return answer.milliseconds


def visits(reader: Reader, addresses: list[str], *, runs: int) -> Times:
    """Visits to each address, the first run unmeasured."""
    return settled([[answered(reader.get(one), 200) for one in addresses] for _ in range(runs + 1)][1:])


def throughput(port: int) -> Iterator[Row]:
    """The article page, as signed-out readers meet it and made anew each time, in turns with a page of nothing."""
    kept = article_addresses()
    numbers = itertools.count()
    rounds: list[tuple[float, float, float]] = []
    for _ in range(ROUNDS + 1):
        anew = [f"{address}?visit={next(numbers)}" for address in kept]
        rounds.append(
            (
                per_second(port, [BARE], seconds=ROUND_SECONDS),
                per_second(port, kept, seconds=ROUND_SECONDS),
                per_second(port, anew, seconds=ROUND_SECONDS),
            )
        )
    empty, page, made = (statistics.median(figures) for figures in zip(*rounds[1:], strict=True))
    share = statistics.median(round_[1] / round_[0] for round_ in rounds[1:])
    yield Row(
        "The article page, answers a second of 2 processes",
        f"{page:.0f}/s",
        f"bare Django page {empty:.0f}/s: {share:.2f}",
        "≥ 0.5 of bare",
        share >= 0.5,
    )
    yield Row("The same, made anew at each visit", f"{made:.0f}/s", f"{made / empty:.2f} of bare", "")


def article_addresses() -> list[str]:
    edition = longest_code()
    articles = Provision.objects.filter(edition=edition, kind=ProvisionKind.ARTICLE).order_by("position")
    places = articles.select_related("edition__law__jurisdiction")[:ARTICLES]
    with override("zh-hans"):
        return [place.get_absolute_url() for place in places]
