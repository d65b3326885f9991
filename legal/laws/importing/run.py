"""A run of the import: every law of a tree in a transaction of its own, the index brought up at the end."""

from collections.abc import Callable, Iterable

from legal.laws.importing.desk import Desk
from legal.laws.importing.report import Report
from legal.laws.importing.transactions import alone, fast, rolled_back
from legal.laws.parsing.records import ParsedLaw, Rejection
from portal.search import actions as search

Progress = Callable[[], object]


def run(
    laws: Iterable[ParsedLaw | Rejection],
    *,
    dry_run: bool = False,
    progress: Progress = lambda: None,
    index: Progress = search.apply,
) -> Report:
    """Import laws as they are read; `progress` is called after each. A dry run is rolled back as a whole.

    `index` brings the index up to what was written.
    """
    report = Report()
    with alone(), rolled_back() if dry_run else fast():
        desk = Desk(report)
        for law in laws:
            desk.receive(law)
            progress()
        desk.close()
    if not dry_run:
        index()
    return report
