"""A run of the import: every case of a path in a transaction of its own, the index brought up at the end."""

from collections.abc import Callable, Iterable

from legal.cases.importing.desk import Desk
from legal.cases.importing.report import Report
from legal.cases.parsing.records import ParsedCase
from legal.laws.importing.transactions import alone, fast, rolled_back
from legal.laws.parsing.records import Rejection
from portal.search import actions as search

Progress = Callable[[], object]


def run(
    cases: Iterable[ParsedCase | Rejection],
    *,
    dry_run: bool = False,
    progress: Progress = lambda: None,
    index: Progress = search.apply,
) -> Report:
    """Import cases as they are read; `progress` is called after each. A dry run is rolled back as a whole.

    `index` brings the index up to what was written. No law is imported meanwhile: it is what cases are linked to.
    """
    report = Report()
    with alone(), rolled_back() if dry_run else fast():
        desk = Desk(report)
        for case in cases:
            desk.receive(case)
            progress()
    if not dry_run:
        index()
    return report
