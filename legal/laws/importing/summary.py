"""What a run tells at its end, in the language active now."""

import unicodedata
from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from legal.laws.importing.report import Outcome, Report, Tally

# Names and words of files may hold what steers a terminal, turns the order of the line, or cannot be printed at all.
STEERING: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def summary(report: Report, *, dry_run: bool = False) -> Iterator[str]:
    """The lines of the summary: counts, what is worth knowing, and what was rejected with file, line and reason."""
    if dry_run:
        yield _("This was a dry run: nothing was written.")
    yield counts(_("Laws"), report.laws)
    yield counts(_("Editions"), report.editions)
    yield counts(_("Provisions"), report.provisions)
    yield counts(_("Texts"), report.texts)
    yield _("Numbers repeated in the text and kept: %(count)s") % {"count": len(report.repeated)}
    yield _("Editions whose entry into force is not known: %(count)s") % {"count": len(report.days_unknown)}
    for remark in report.remarks:
        yield printable(f"{remark.file}:{remark.line}: {remark.sentence}")
    yield ngettext(
        "%(count)s law or file was rejected.", "%(count)s laws or files were rejected.", len(report.rejections)
    ) % {"count": len(report.rejections)}
    for rejection in report.rejections:
        yield printable(f"{rejection.file}:{rejection.line}: {rejection.reason}")


def printable(line: str) -> str:
    """The line with its steering characters spelt out, such as `\\x1b`."""
    return "".join(
        letter.encode("unicode_escape").decode("ascii") if unicodedata.category(letter) in STEERING else letter
        for letter in line
    )


def counts(name: str, tally: Tally) -> str:
    """A line of counts of one kind of rows."""
    # Translators: one line of the summary of an import; “name” is Laws, Editions, Provisions or Texts.
    return _("%(name)s: %(created)s created, %(changed)s changed, %(removed)s removed, %(unchanged)s unchanged") % {
        "name": name,
        "created": tally.count(Outcome.CREATED),
        "changed": tally.count(Outcome.CHANGED),
        "removed": tally.removed,
        "unchanged": tally.count(Outcome.UNCHANGED),
    }
