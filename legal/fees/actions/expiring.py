"""What fees hold beyond numbers and sums is removed with what their matter holds."""

from django.utils import timezone

from legal.fees.models import FeeLine, FeeNotice, Payment, Proof, ProofQuerySet, Relief
from legal.matters.models import Matter
from portal.files import actions as files


def forget(matter: Matter) -> None:
    """Remove papers, words, references and reasons of the fees of a matter; numbers, days and sums stay."""
    notices = FeeNotice.objects.filter(matter=matter)
    papers = [one.file for rows in (notices, _proofs(matter)) for one in rows.select_related("file") if one.file]
    FeeLine.objects.filter(notice__matter=matter).delete()
    notices.update(file=None, party=None, basis=None, reason="", emptied_at=timezone.now())
    _proofs(matter).update(file=None, reference="", reason="")
    Payment.objects.filter(notice__matter=matter).update(reference="")
    Relief.objects.filter(notice__matter=matter).update(reference="", reason="")
    for paper in papers:
        files.drop(paper)


def _proofs(matter: Matter) -> ProofQuerySet:
    return Proof.objects.filter(notice__matter=matter)
