"""What the worker does for lawyers and firms."""

from celery import shared_task

from legal.lawyers.actions import rechecking


@shared_task(ignore_result=True)
def remind() -> None:
    """Tell of licences that are to be verified again."""
    rechecking.remind()
