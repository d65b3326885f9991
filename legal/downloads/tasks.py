"""What the worker does for downloads."""

from celery import Task, shared_task
from celery.exceptions import SoftTimeLimitExceeded
from django.utils import timezone, translation

from legal.downloads import actions
from legal.downloads.models import Download

# Well below the lease: what is still taken when it ends, has nobody at it.
SOFT_LIMIT = 150
HARD_LIMIT = 165


@shared_task(bind=True, ignore_result=True, soft_time_limit=SOFT_LIMIT, time_limit=HARD_LIMIT)
def make(task: "Task[[int], None]", pk: int) -> None:
    """Make one file, where it is still to be made."""
    download = actions.claim(pk, worker=str(task.request.id))
    if download is None:
        return
    try:
        with translation.override(download.reader):
            actions.make(download, day=timezone.localdate())
    except SoftTimeLimitExceeded:
        actions.fail(download, failure=Download.Failure.TOO_LONG)
    except Exception:
        actions.fail(download, failure=Download.Failure.BROKEN)
        raise


@shared_task(ignore_result=True)
def sweep() -> None:
    """Find what a crashed worker left, and what nobody wants any more."""
    actions.sweep()
