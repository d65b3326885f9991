"""What an import of cases has done, and what it tells at its end."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from legal.cases.persons import Replaced
from legal.laws.importing.report import Remark, Tally
from legal.laws.importing.summary import counts, printable
from legal.laws.parsing.records import Rejection


@dataclass(frozen=True, slots=True)
class Shortened:
    """A name that was told by initials, in the case of this file and line."""

    file: Path
    line: int
    replaced: Replaced

    @property
    def sentence(self) -> str:
        """What was replaced, in the language active now."""
        told = {"name": self.replaced.name, "told": self.replaced.told, "around": self.replaced.around}
        return _("“%(name)s” is told as “%(told)s”: … %(around)s …") % told


@dataclass(slots=True)
class Report:
    """What a run has done; `linked` and `waiting` count the provisions of the cases it met."""

    cases: Tally = field(default_factory=Tally)
    texts: Tally = field(default_factory=Tally)
    linked: int = 0
    waiting: int = 0
    persons: int = 0
    replaced: list[Shortened] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)

    @property
    def succeeded(self) -> bool:
        """Whether nothing was rejected."""
        return not self.rejections


def summary(report: Report, *, dry_run: bool = False) -> Iterator[str]:
    """The lines of the summary: counts, what is worth knowing, and what was rejected with file, line and reason.

    A dry run lists every name that was told by initials.
    """
    if dry_run:
        yield _("This was a dry run: nothing was written.")
    yield counts(_("Cases"), report.cases)
    yield counts(_("Texts"), report.texts)
    yield _("Provisions applied: %(linked)s of laws held, %(waiting)s of laws not held yet") % {
        "linked": report.linked,
        "waiting": report.waiting,
    }
    yield _("Full names of natural persons told by initials: %(count)s") % {"count": report.persons}
    for one in dict.fromkeys(report.replaced) if dry_run else ():
        yield printable(f"{one.file}:{one.line}: {one.sentence}")
    for remark in report.remarks:
        yield printable(f"{remark.file}:{remark.line}: {remark.sentence}")
    rejected = len(report.rejections)
    yield ngettext("%(count)s case was rejected.", "%(count)s cases were rejected.", rejected) % {"count": rejected}
    for rejection in report.rejections:
        yield printable(f"{rejection.file}:{rejection.line}: {rejection.reason}")
