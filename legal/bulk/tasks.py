"""What the worker does for the open data."""

import logging

from celery import shared_task

from legal.bulk import actions
from legal.bulk.folder import BusyError

logger = logging.getLogger(__name__)


@shared_task(ignore_result=True)
def make() -> None:
    """Make the files of the night; where they are being made already, that is enough."""
    try:
        actions.make()
    except BusyError:
        logger.info("open data is being made already")
