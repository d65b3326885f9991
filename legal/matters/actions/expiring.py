"""What is held of matters that ended long ago is removed; that there was one, and its history, stay."""

import datetime

from django.db import transaction

from legal.matters import chain, emptying
from legal.matters.models import Actor, Matter, Receipt
from portal.files import actions as files
from portal.files.models import File


def expired(before: datetime.datetime) -> list[Matter]:
    """Those that ended before a time, and hold something still."""
    return list(Matter.objects.filter(ended_at__lt=before).exclude(title="").order_by("pk"))


@transaction.atomic
def empty(matter: Matter) -> None:
    """Remove what a matter holds about anybody: parties, messages, exhibits, submissions, files.

    Representatives go with the parties, and the title, and what rooms above hold of it; its history names nobody and
    stays; Entry.
    """
    held = Matter.objects.locked().get(pk=matter.pk)
    emptying.elsewhere(held)
    receipts = list(Receipt.objects.filter(submission__matter=held).select_related("file"))
    papers = [receipt.file for receipt in receipts]
    Receipt.objects.filter(pk__in=[receipt.pk for receipt in receipts]).delete()
    held.produced.all().delete()
    held.submissions.all().delete()
    held.representatives.all().delete()
    held.parties.all().delete()
    held.messages.all().delete()
    for file in [*papers, *File.objects.of(held)]:
        files.drop(file)
    held.title = ""
    held.save(update_fields=["title"])
    chain.append(held, "expire", by=None, actor=Actor.PORTAL)
