"""How a long file comes about: asked for once, taken by one worker at a time, kept, and swept when nobody wants it."""

import datetime

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from legal.downloads.models import Download
from legal.downloads.orders import Order
from portal import sending

State = Download.State
READ, WRITTEN, DONE = 30, 90, 100


@transaction.atomic
def ask(order: Order) -> Download:
    """The file of an order, sent to the worker where it is new, forsaken or lost. Who asks for the same shares it."""
    now = timezone.now()
    download, created = Download.objects.get_or_create(
        key=order.key,
        defaults={
            "edition": order.edition,
            "languages": list(order.languages),
            "format": order.suffix,
            "reader": order.reader,
            "site": order.site,
        },
    )
    if created:
        send(download)
        return download
    download = Download.objects.select_for_update().get(pk=download.pk)
    download.asked_at = now
    download.save(update_fields=["asked_at"])
    if Download.objects.forsaken(at=now).filter(pk=download.pk).exists() or is_lost(download):
        again(download, at=now)
        download.refresh_from_db()
    return download


def is_lost(download: Download) -> bool:
    """Whether the file was made and is no longer there: the folder may have been cleared by hand."""
    return download.state == State.READY and not download.file.storage.exists(str(download.file.name))


def retry(download: Download) -> None:
    """Begin anew with a file that failed; nothing where it has not, or somebody else has begun."""
    with transaction.atomic():
        row = Download.objects.select_for_update().get(pk=download.pk)
        if row.state == State.FAILED:
            row.attempts = 0
            row.save(update_fields=["attempts"])
            again(row, at=timezone.now())


def again(download: Download, *, at: datetime.datetime) -> None:
    """Send a file to the worker once more; give up where that has been tried often enough."""
    if download.attempts >= Download.ATTEMPTS and download.state == State.MAKING:
        fail(download, failure=Download.Failure.GONE)
        return
    Download.objects.filter(pk=download.pk).update(
        state=State.WAITING, progress=0, lease_until=None, worker="", failure="", file="", made_at=None, sent_at=at
    )
    send(download)


def send(download: Download) -> None:
    """Tell the worker after commit. Where the broker is away, asking again or the sweep sends it a moment later."""
    transaction.on_commit(lambda: sending.send("legal.downloads.tasks.make", download.pk), robust=True)


def claim(pk: int, *, worker: str) -> Download | None:
    """Take a file for one worker; None where another has it, it is made, or it is gone.

    A message given out again after its process died carries the same name, and takes its own file back at once.
    """
    now = timezone.now()
    free = Download.objects.filter(pk=pk, state=State.WAITING)
    mine = Download.objects.filter(pk=pk, state=State.MAKING, worker=worker)
    forsaken = Download.objects.forsaken(at=now).filter(pk=pk)
    with transaction.atomic():
        download = (free | mine | forsaken).select_for_update().first()
        if download is None:
            return None
        download.state, download.worker, download.progress = State.MAKING, worker, 0
        download.attempts += 1
        download.lease_until = now + Download.LEASE
        download.save(update_fields=["state", "worker", "progress", "attempts", "lease_until"])
    return download


def make(download: Download, *, day: datetime.date) -> None:
    """Make the file and keep it. The reader's language must be active."""
    order = Order(download.edition, tuple(download.languages), download.format, download.reader, download.site, day)
    document = order.document()
    advance(download, progress=READ)
    written = order.format.write(document)
    advance(download, progress=WRITTEN)
    download.file.save(f"{download.key}.{download.format}", ContentFile(written), save=False)
    made = Download.objects.filter(pk=download.pk, state=State.MAKING, worker=download.worker).update(
        state=State.READY, progress=DONE, lease_until=None, file=download.file.name, made_at=timezone.now()
    )
    if not made:
        # Another worker took it over: this file is nobody's.
        download.file.storage.delete(str(download.file.name))


def advance(download: Download, *, progress: int) -> None:
    """Note how far it is, and hold on to it."""
    Download.objects.filter(pk=download.pk, state=State.MAKING, worker=download.worker).update(
        progress=progress, lease_until=timezone.now() + Download.LEASE
    )


def fail(download: Download, *, failure: Download.Failure) -> None:
    """Give a file up, and say why."""
    Download.objects.filter(pk=download.pk, state=State.MAKING).update(
        state=State.FAILED, failure=failure, lease_until=None
    )


def sweep() -> None:
    """Send forsaken files again; delete what nobody has asked for in a week, its file first."""
    now = timezone.now()
    with transaction.atomic():
        for download in Download.objects.forsaken(at=now).select_for_update(skip_locked=True):
            again(download, at=now)
    for download in Download.objects.stale(at=now).exclude(state=State.MAKING):
        if download.file:
            download.file.delete(save=False)
        download.delete()
