"""What the worker does for personal data."""

import logging

from celery import Task, shared_task
from celery.exceptions import SoftTimeLimitExceeded
from django.utils import timezone, translation

from portal.notices.recipients import zone
from portal.privacy.actions import exports, retention

logger = logging.getLogger(__name__)

# Well below the lease: what is still taken when it ends, has nobody at it.
SOFT_LIMIT = 600
HARD_LIMIT = 660


@shared_task(bind=True, ignore_result=True, soft_time_limit=SOFT_LIMIT, time_limit=HARD_LIMIT)
def make(task: "Task[[int], None]", pk: int) -> None:
    """Make one copy of personal data, where it is still to be made."""
    export = exports.claim(pk, worker=str(task.request.id))
    if export is None:
        return
    try:
        with translation.override(export.language), timezone.override(zone(export.user)):
            exports.make(export)
    except SoftTimeLimitExceeded:
        logger.warning("copy %s took longer than %s seconds", pk, SOFT_LIMIT)
        exports.fail(export)
    except Exception:
        exports.fail(export)
        raise


@shared_task(ignore_result=True)
def sweep() -> None:
    """Find what a crashed worker left."""
    exports.sweep()
    exports.destroy_orphans(at=timezone.now())


@shared_task(ignore_result=True)
def apply_retention() -> None:
    """Remove what was kept long enough."""
    for _ in retention.apply(now=timezone.now()):
        pass
