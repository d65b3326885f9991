"""What the worker does for the index."""

from celery import shared_task

from portal.search import actions


@shared_task(ignore_result=True)
def apply() -> None:
    """Apply the changes that wait. Sent after each commit; beat sends it too, for what a lost message left."""
    actions.apply(wait=False)


@shared_task(ignore_result=True)
def check() -> None:
    """Look through the files of the index: sent by beat, for damage that no search has come upon."""
    actions.check()
