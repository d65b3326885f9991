"""What the worker does for imports of law."""

import logging
from typing import Final

from celery import Task, shared_task
from celery.exceptions import SoftTimeLimitExceeded
from django.utils import timezone

from legal.intake.actions import sweeping, working
from legal.intake.errors import ForsakenError, UnreadError
from legal.intake.models import Intake

logger = logging.getLogger(__name__)

# In seconds; well below what Redis waits for before it gives a task out again.
SOFT_LIMIT: Final = 1500
HARD_LIMIT: Final = 1560


@shared_task(bind=True, ignore_result=True, soft_time_limit=SOFT_LIMIT, time_limit=HARD_LIMIT)
def work(task: "Task[[int], None]", pk: int) -> None:
    """Look through one archive of law, or import it, where that is still to be done."""
    intake = working.claim(pk, worker=str(task.request.id))
    if intake is None:
        return
    try:
        working.work(intake)
    except ForsakenError:
        logger.info("import of law %s is no longer this worker's", pk)
    except UnreadError as error:
        working.fail(intake, error.failure)
    except SoftTimeLimitExceeded:
        working.fail(intake, Intake.Failure.TOO_LONG)
    except Exception:
        working.fail(intake, Intake.Failure.BROKEN)
        raise


@shared_task(ignore_result=True)
def sweep() -> None:
    """Come to archives that are clean by now, and to runs nobody is at any more."""
    sweeping.send_again(at=timezone.now())


@shared_task(ignore_result=True)
def remove_old() -> None:
    """Remove what has been kept long enough."""
    sweeping.remove_old(at=timezone.now())
