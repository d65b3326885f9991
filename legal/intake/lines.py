"""What a run has found, as rows that anybody can read in their own language."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import override

from legal.intake.models import KINDS, Finding, FoundLaw, Intake, Stage
from legal.laws.importing import Outcome, Remark, Report, Tally
from legal.laws.importing.summary import printable
from legal.laws.parsing.records import Param, Rejection
from portal.languages import CODES, LANGUAGES

BATCH: Final = 1000


def counts(report: Report) -> dict[str, Any]:
    """How many rows of each kind came to what, and how much there is to be read."""
    tallies = {kind: _tallied(getattr(report, kind)) for kind, _ in KINDS}
    return tallies | {
        "repeated": len(report.repeated),
        "days_unknown": len(report.days_unknown),
        "remarks": len(report.remarks),
        "rejections": len(report.rejections),
    }


def write(intake: Intake, stage: Stage, report: Report, tree: Path) -> None:
    """Keep what a run has found, in the caller's transaction, in place of what an earlier one of this kind has."""
    intake.laws.filter(stage=stage).delete()
    intake.findings.filter(stage=stage).delete()
    FoundLaw.objects.bulk_create(_laws(intake, stage, report), batch_size=BATCH)
    Finding.objects.bulk_create(_findings(intake, stage, report, tree), batch_size=BATCH)


def _tallied(tally: Tally) -> dict[str, int]:
    return {
        "created": tally.count(Outcome.CREATED),
        "changed": tally.count(Outcome.CHANGED),
        "removed": tally.removed,
        "unchanged": tally.count(Outcome.UNCHANGED),
    }


def _laws(intake: Intake, stage: Stage, report: Report) -> Iterator[FoundLaw]:
    for key, law in report.met.items():
        yield FoundLaw(
            intake=intake,
            stage=stage,
            outcome=report.laws.seen[key],
            code=law.jurisdiction.code,
            slug=law.slug,
            original_language=law.original_language,
            **{f"title_{one.column}": getattr(law, f"title_{one.column}") or "" for one in LANGUAGES},
        )


def _findings(intake: Intake, stage: Stage, report: Report, tree: Path) -> Iterator[Finding]:
    found: list[Rejection | Remark] = [*report.rejections, *report.remarks]
    with override(None):  # a sentence that is said in no language stays as it stands in the code
        for one in found:
            yield Finding(
                intake=intake,
                stage=stage,
                rejected=isinstance(one, Rejection),
                file=printable(_within(one.file, tree)),
                line=one.line,
                message=str(one.message),
                params=_kept(one.params),
            )


def _within(file: Path, tree: Path) -> str:
    """The path as it is in the archive: where that was unpacked is nobody's business."""
    return str(file.relative_to(tree)) if file.is_relative_to(tree) else file.name


def _kept(params: Mapping[str, Param]) -> dict[str, Any]:
    return {name: _kept_value(value) for name, value in params.items()}


def _kept_value(value: Param) -> dict[str, str] | str | int:
    if isinstance(value, Promise):
        return {code: _said(value, code) for code in CODES}
    return printable(value) if isinstance(value, str) else value


def _said(words: Promise, code: str) -> str:
    with override(code):
        return str(words)
