"""A run of the import: every firm with its lawyers in a transaction of its own, or none of it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from legal.laws.importing.jurisdictions import References
from legal.laws.importing.report import RefusedError, Remark, Tally
from legal.laws.importing.summary import counts, printable
from legal.laws.importing.transactions import alone, fast, rolled_back
from legal.laws.parsing.records import Rejection
from legal.lawyers.importing.reading import ParsedFirm
from legal.lawyers.importing.storing import Storing


@dataclass(slots=True)
class Report:
    """What a run has done; a file that was rejected has written nothing."""

    firms: Tally = field(default_factory=Tally)
    lawyers: Tally = field(default_factory=Tally)
    remarks: list[Remark] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)

    @property
    def succeeded(self) -> bool:
        return not self.rejections


def run(
    firms: Iterable[ParsedFirm | Rejection], *, dry_run: bool = False, progress: Callable[[], object] = lambda: None
) -> Report:
    """Import firms as they are read; `progress` is called after each. A dry run is rolled back as a whole."""
    report = Report()
    with alone(), rolled_back() if dry_run else fast():
        storing = Storing(References(), report.remarks)
        for firm in firms:
            _receive(storing, firm, report)
            progress()
    return report


def _receive(storing: Storing, parsed: ParsedFirm | Rejection, report: Report) -> None:
    if isinstance(parsed, Rejection):
        report.rejections.append(parsed)
        return
    try:
        with transaction.atomic():
            firm, firm_outcome = storing.firm(parsed.firm)
            met = [storing.lawyer(one, firm, parsed.file) for one in parsed.lawyers]
    except RefusedError as error:
        report.rejections.append(Rejection(parsed.file, 1, error.message, error.params))
    except DatabaseError as error:
        reason = str(error).partition("\n")[0]
        message = gettext_lazy("The database does not take the firm: %(reason)s.")
        report.rejections.append(Rejection(parsed.file, 1, message, {"reason": reason}))
    else:
        report.firms.add(firm.slug, firm_outcome)
        for lawyer, outcome in met:
            report.lawyers.add(lawyer.slug, outcome)


def summary(report: Report, *, dry_run: bool = False) -> Iterator[str]:
    """The lines of the summary: counts, and what was rejected with its file and reason."""
    if dry_run:
        yield _("This was a dry run: nothing was written.")
    yield counts(_("Firms"), report.firms)
    yield counts(_("Lawyers"), report.lawyers)
    for remark in report.remarks:
        yield printable(f"{remark.file}:{remark.line}: {remark.sentence}")
    rejected = len(report.rejections)
    yield ngettext("%(count)s file was rejected.", "%(count)s files were rejected.", rejected) % {"count": rejected}
    for rejection in report.rejections:
        yield printable(f"{rejection.file}:{rejection.line}: {rejection.reason}")
