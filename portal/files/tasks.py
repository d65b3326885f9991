"""What the worker does for files."""

from celery import shared_task
from django.utils import timezone

from portal.files import judging, scanning, sweeping
from portal.files.models import File


@shared_task(ignore_result=True)
def scan(key: str) -> None:
    """Have one file scanned; nothing where it was removed, or somebody else has done it."""
    for file in File.objects.filter(pk=key):
        judging.scan(file)


@shared_task(ignore_result=True)
def sweep_quarantine() -> None:
    """Come to files whose message was lost, or whose scanner was away."""
    if scanning.is_configured():
        sweeping.send_to_scanner(at=timezone.now())


@shared_task(ignore_result=True)
def sweep_leftovers() -> None:
    """Remove what nobody has handed in, and bytes that belong to nothing."""
    now = timezone.now()
    sweeping.drop_unclaimed(at=now)
    sweeping.destroy_orphans(at=now)
    sweeping.clear_folders(at=now)
