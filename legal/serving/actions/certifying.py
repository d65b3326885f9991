"""Certificates of service and receipts of answers are made by the worker, each once."""

import logging
from io import BytesIO
from typing import Final

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from legal.matters.actions.guarding import lock
from legal.matters.models import Actor
from legal.serving import printing
from legal.serving.actions.guarding import note
from legal.serving.models import Answer, AnswerReceipt, Certificate, Service, Stage
from legal.serving.telling import tell_of_certificate, tell_of_receipt
from portal import sending
from portal.files import actions as files

logger = logging.getLogger(__name__)
CERTIFICATES: Final = "serving.certificate"
RECEIPTS: Final = "serving.receipt"
# More than these at once the worker is not told of: the sweep comes again.
MOST_SWEPT: Final = 100


def lacking(stage: Stage) -> "QuerySet[Service]":
    """The services that have come so far, and have no certificate of it yet."""
    there = Certificate.objects.filter(service=OuterRef("pk"), stage=stage)
    come = Q(arrived_at__isnull=False) if stage == Stage.ARRIVED else Q(opened_at__isnull=False)
    return Service.objects.filter(come).exclude(Exists(there))


def certify(pk: int, stage: str) -> Certificate | None:
    """Make a certificate of a service; Entry, notice. None where it is there, or not to be made.

    It is written before anything is locked, since nobody shall wait for it; of two who do so at once one keeps theirs.
    Whoever is killed on the way leaves nothing, and the sweep finds it.
    """
    wanted = Stage(stage)
    service = lacking(wanted).select_related("matter__enterprise", "party__country", "by").filter(pk=pk).first()
    return _keep(service, wanted, BytesIO(printing.certificate(service, wanted))) if service else None


@transaction.atomic
def _keep(service: Service, stage: Stage, paper: BytesIO) -> Certificate | None:
    # The matter before the service, as whoever opens it locks them: the other way round each would wait for the other.
    lock(service.matter)
    if not lacking(stage).filter(pk=service.pk).exists():
        return None
    name = f"service-{service.matter.number}-{service.position}-{stage}.pdf"
    file = files.receive(paper, name=name, owner=service, purpose=CERTIFICATES, by=service.by)
    made = Certificate.objects.create(
        service=service, stage=stage, file=file, sha256=file.sha256, made_at=timezone.now()
    )
    details = {"service": service.position, "stage": str(stage), "sha256": file.sha256}
    note(service.matter, "certify", by=None, actor=Actor.PORTAL, details=details)
    tell_of_certificate(made)
    logger.info("certificate %s of service %s made", stage, service.pk)
    return made


@transaction.atomic
def make_receipt(pk: int) -> AnswerReceipt | None:
    """Make the receipt of an answer; Entry, notice. None where it is there, or somebody is at it."""
    free = Answer.objects.select_for_update(of=("self",), skip_locked=True, no_key=True)
    answer = free.without_receipt().select_related("matter__enterprise", "party", "by").filter(pk=pk).first()
    if answer is None:
        return None
    name = f"receipt-{answer.matter.number}-answer-{answer.position}.pdf"
    paper = BytesIO(printing.receipt(answer))
    file = files.receive(paper, name=name, owner=answer, purpose=RECEIPTS, by=answer.by)
    made = AnswerReceipt.objects.create(answer=answer, file=file, made_at=timezone.now())
    details = {"answer": answer.position, "sha256": file.sha256}
    note(answer.matter, "receipt", by=None, actor=Actor.PORTAL, details=details)
    tell_of_receipt(answer)
    return made


def sweep() -> int:
    """Tell the worker of papers whose message was lost, or whose worker was killed; how many."""
    told = 0
    for stage in Stage:
        for pk in lacking(stage).order_by("pk").values_list("pk", flat=True)[:MOST_SWEPT]:
            sending.send("legal.serving.tasks.certify", pk, str(stage))
            told += 1
    for pk in Answer.objects.without_receipt().order_by("pk").values_list("pk", flat=True)[:MOST_SWEPT]:
        sending.send("legal.serving.tasks.make_receipt", pk)
        told += 1
    return told
