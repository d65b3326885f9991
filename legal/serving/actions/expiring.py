"""What the other side brought is removed with the matter when its term of retention is over."""

from django.db import transaction

from legal.matters.models import Matter
from legal.serving.models import AnswerReceipt, Certificate
from portal.files import actions as files


@transaction.atomic
def empty(matter: Matter) -> None:
    """Remove everything held of the other side: who took part, papers, services, answers; the history names nobody."""
    receipts = list(AnswerReceipt.objects.filter(answer__matter=matter).select_related("file"))
    certificates = list(Certificate.objects.filter(service__matter=matter).select_related("file"))
    papers = list(matter.papers.select_related("file"))
    held = [*(one.file for one in receipts), *(one.file for one in certificates), *(one.file for one in papers)]
    for rows in (matter.services, matter.papers, matter.answers, matter.participants, matter.invitations):
        rows.all().delete()
    matter.recipients.all().delete()
    for file in held:
        files.drop(file)
