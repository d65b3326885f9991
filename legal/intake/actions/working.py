"""What the worker does with an import: takes it, looks through the archive or imports it, and says what came of it."""

import logging
from pathlib import Path

import pghistory
from django.db import transaction
from django.utils import timezone

from legal.intake import lines, telling
from legal.intake.errors import ForsakenError
from legal.intake.holding import Hold
from legal.intake.models import Intake, Stage
from legal.intake.states import AT_WORK, State
from legal.intake.unpacking import unpacked
from legal.laws.importing import Report, run
from legal.laws.importing.progress import counted, files_below
from legal.laws.parsing.tree import read_tree
from portal.files.states import State as FileState
from portal.workflow.actions import advance

logger = logging.getLogger(__name__)

# While a file is in one of these, the scanner has not spoken.
UNDECIDED = (FileState.RECEIVING, FileState.QUARANTINED)


@transaction.atomic
def claim(pk: int, *, worker: str) -> Intake | None:
    """Take an import for one worker; None where another has it, nothing is to be done, or the file is not clean yet.

    A message given out again after its process died carries the same name, and takes its own import back at once.
    One whose file will never be clean fails, and so does one that has been tried often enough.
    """
    intake = Intake.objects.select_for_update().filter(pk=pk).first()
    if intake is None:
        return None
    if intake.state == State.UPLOADED:
        return _begun(intake, worker)
    if intake.state not in AT_WORK or not _is_free(intake, worker):
        return None
    if intake.attempts >= Intake.ATTEMPTS:
        _fail(intake, Intake.Failure.GONE)
        return None
    return _taken(intake, worker)


def work(intake: Intake) -> None:
    """Look through the archive, or import it: as its state says. `ForsakenError` where it is another's by now."""
    with unpacked(intake) as tree:
        with Hold(intake) as hold:
            report = _run(intake, hold, tree)
        _conclude(intake, report, tree)


@transaction.atomic
def fail(intake: Intake, failure: Intake.Failure) -> None:
    """Give an import up, and say why; notice to whoever waits for it. Nothing where it is another's by now. Event."""
    held = _still(intake)
    if held is not None:
        _fail(held, failure)


def _begun(intake: Intake, worker: str) -> Intake | None:
    file = intake.file
    if file is not None and file.state in UNDECIDED:
        return None
    if file is None or not file.is_served:
        _fail(intake, Intake.Failure.UNCLEAN)
        return None
    advance(intake, "check", by=None)
    return _taken(intake, worker)


def _is_free(intake: Intake, worker: str) -> bool:
    return intake.worker in {"", worker} or intake.lease_until is None or intake.lease_until <= timezone.now()


def _taken(intake: Intake, worker: str) -> Intake:
    intake.worker, intake.lease_until = worker, timezone.now() + Intake.LEASE
    intake.attempts += 1
    intake.done = intake.total = 0
    intake.save(update_fields=["worker", "lease_until", "attempts", "done", "total"])
    return intake


def _run(intake: Intake, hold: Hold, tree: Path) -> Report:
    """What is written by it is written by whoever ordered it."""
    hold.total = files_below(tree)
    laws = read_tree(tree, intake.jurisdiction.code if intake.jurisdiction else None)
    with pghistory.context(user=intake.imported_by_id):
        return run(counted(laws, hold.step), dry_run=intake.state == State.CHECKING)


@transaction.atomic
def _conclude(intake: Intake, report: Report, tree: Path) -> None:
    held = _still(intake)
    if held is None:
        raise ForsakenError
    counts = lines.counts(report)
    if held.state == State.CHECKING:
        lines.write(held, Stage.CHECK, report, tree)
        event = advance(held, "tell", by=None, worker="", lease_until=None, foreseen=counts)
    else:
        lines.write(held, Stage.IMPORT, report, tree)
        event = advance(held, "finish", by=None, worker="", lease_until=None, result=counts)
    telling.tell(held, event)
    logger.info("import of law %s: %s, %s laws", held.pk, event.move, len(report.met))


def _still(intake: Intake) -> Intake | None:
    """The import, locked, where it is this worker's still."""
    mine = Intake.objects.select_for_update().filter(pk=intake.pk, state__in=AT_WORK, worker=intake.worker)
    return mine.first()


def _fail(intake: Intake, failure: Intake.Failure) -> None:
    event = advance(intake, "fail", by=None, failure=failure, worker="", lease_until=None)
    telling.tell(intake, event)
    logger.warning("import of law %s failed: %s", intake.pk, failure)
