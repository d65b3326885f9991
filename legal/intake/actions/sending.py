"""Telling the worker of an import."""

from django.db import transaction
from django.utils import timezone

from legal.intake.models import Intake
from portal import sending


def send(intake: Intake) -> None:
    """Tell the worker after commit; where the message is lost, the sweep tells it again."""
    Intake.objects.filter(pk=intake.pk).update(sent_at=timezone.now())
    transaction.on_commit(lambda: sending.send("legal.intake.tasks.work", intake.pk), robust=True)
