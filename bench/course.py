"""The whole course of measuring, in its order."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from django.utils import timezone, translation

from bench import million, pages, searching, serving, texts
from bench.measuring import Times
from bench.place import PROJECT, manage
from bench.report import Line, document, milliseconds
from bench.searching import Asked
from legal.laws.kinds import ProvisionKind
from legal.laws.models import Edition, Law, Provision

IMPORT_SECONDS: Final = 120
IMPORT_MEMORY: Final = 1.5 * 1024**3
SEARCH: Final = 0.015
TIMES_BARE: Final = 3
SEARCH_MILLION: Final = 0.040
SEARCH_PAGE: Final = 0.060
LAW_PAGE: Final = 0.120
TWO_COLUMNS: Final = 0.200
REPEATED: Final = 0.010
SHARE_OF_BARE: Final = 0.5
LOAD_SECONDS: Final = 10.0


def course(corpus: Path, part: str, var: Path, provisions: int) -> str:
    """Measure everything, line by line, and return the document."""
    lines = []
    with translation.override("zh-hans"):
        for line in measured(corpus, part, var, provisions):
            sys.stderr.write(f"{line.what}: {line.measured} {line.beside}\n")
            lines.append(line)
    notes = (
        "The search is asked after one round to warm up; ten results with highlights, their rows from the database.",
        "The bare Tantivy query is any of the words of the same question on the shelf of its language, ten hits.",
        "The large index repeats the texts, each copy with other characters exchanged; hits show the rows of the first.",
        "Pages are asked over HTTP from one connection on the same machine, whose cores client and servers share.",
        "The bare Django page is one view and one template with the middleware of a new project, on the same server.",
    )
    return document(lines, timezone.localdate().isoformat(), notes)


def measured(corpus: Path, part: str, var: Path, provisions: int) -> Iterator[Line]:
    yield from imported(corpus / part, var)
    asked = [
        Asked("questions of laypeople", "zh", texts.questions(corpus)),
        *(
            Asked(f"short queries ({one})", one, texts.short(PROJECT / "demo" / "terms.tsv", one))
            for one in texts.LANGUAGES
        ),
    ]
    yield from searched(asked, f"{Provision.objects.count():,} provisions", SEARCH, compared=True)
    yield from served(asked[0], var)
    number = million.build(var, provisions)
    yield from searched(asked, f"{number:,} documents", SEARCH_MILLION, compared=False)


def imported(path: Path, var: Path) -> Iterator[Line]:
    done = manage("import_laws", var, str(path), "--jurisdiction", "cn", needed=False)
    articles = Provision.objects.filter(kind=ProvisionKind.ARTICLE).count()
    what = f"import and index {path.name}: {Law.objects.count():,} laws, {articles:,} articles"
    reached = done.seconds <= IMPORT_SECONDS
    yield Line(what, f"{done.seconds:.0f} s", "", f"under {IMPORT_SECONDS} s", reached)
    memory = f"{done.memory / 1024**3:.2f} GiB"
    yield Line("memory of the import", memory, "", "under 1.5 GiB", done.memory <= IMPORT_MEMORY)


def searched(asked: list[Asked], held: str, goal: float, *, compared: bool) -> Iterator[Line]:
    for one in asked:
        times = searching.portal(one)
        beside, within = "", True
        if compared and one.language == "zh":
            bare = searching.bare(one)
            ratio = times.p95 / bare.p95
            beside, within = f"bare Tantivy p95 {milliseconds(bare.p95)}: × {ratio:.1f}", ratio <= TIMES_BARE
        reach = f"p95 ≤ {milliseconds(goal)}" + (f", ≤ {TIMES_BARE} × bare" if beside else "")
        yield Line(f"search, {held}, {one.name}", spread(times), beside, reach, times.p95 <= goal and within)


def served(asked: Asked, var: Path) -> Iterator[Line]:
    law = pages.longest()
    log = var / "web.log"
    with serving.server("portal.wsgi:application", log) as port:
        client = serving.Client(port)
        times = pages.searches(client, asked.questions)
        yield Line("search page over HTTP", spread(times), "", "p95 ≤ 60 ms", times.p95 <= SEARCH_PAGE)
        yield from law_pages(client, law)
        ours = serving.requests_a_second(port, law.article, LOAD_SECONDS)
        client.close()
    with serving.server("bench.bare:application()", log) as port:
        bare = serving.requests_a_second(port, "/", LOAD_SECONDS)
    share = ours / bare
    beside = f"bare Django page {bare:.0f} a second: {share:.0%} of it"
    yield Line("article page, 2 web processes", f"{ours:.0f} a second", beside, "at least half", share >= SHARE_OF_BARE)
    yield from asking(law)


def law_pages(client: serving.Client, law: pages.Longest) -> Iterator[Line]:
    name = f"page of a law of {law.articles:,} articles"
    for what, address, goal in (
        (f"{name}, one language, cold", law.address, LAW_PAGE),
        (f"{name}, two columns, cold", f"{law.address}?with=ru", TWO_COLUMNS),
    ):
        times = pages.cold(client, address)
        yield Line(what, spread(times), "", f"p95 ≤ {milliseconds(goal)}", times.p95 <= goal)
    times = pages.repeated(client, law.address)
    yield Line(f"{name}, repeat visit (304)", spread(times), "", "≤ 10 ms", times.p95 <= REPEATED)


def asking(law: pages.Longest) -> Iterator[Line]:
    """The same page of a long law and of a short one: the queries must not grow with it."""
    short = Edition.objects.exclude(law__slug=law.address.split("/")[4]).select_related("law__jurisdiction").first()
    if short is None:
        return
    counts = pages.queries(short.get_absolute_url()), pages.queries(law.address)
    told = f"{counts[1]} queries"
    yield Line("queries of the page of a law", told, f"a short law: {counts[0]}", "constant", counts[0] == counts[1])


def spread(times: Times) -> str:
    return f"p50 {milliseconds(times.p50)}, p95 {milliseconds(times.p95)}"
