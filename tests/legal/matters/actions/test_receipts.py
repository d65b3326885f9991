"""Each submission gets its receipt once, whoever was killed on the way."""

import io

import pypdf
import pytest
from django.db import transaction

from legal.matters import tasks
from legal.matters.actions import receipts, submitting
from legal.matters.models import Matter, Receipt, Submission
from portal import sending
from portal.files import storage
from portal.notices.models import Notice
from tests.at_once import at_once

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def test_receipt_is_made_once_and_kept_as_a_paper_of_the_submission(submitted: Matter) -> None:
    submission = submitted.submissions.get()

    receipt = receipts.make(submission.pk)
    again = receipts.make(submission.pk)

    assert receipt is not None
    assert (again, str(receipt), receipt.file.owner) == (None, str(submission.pk), submission)
    assert receipt.file.name == f"receipt-{submitted.number}-1.pdf"
    entry = submitted.entries.last()
    assert (entry.what, entry.actor, entry.by) == ("matters.receipt", "portal", None)
    assert entry.details == {"position": 1, "sha256": receipt.file.sha256}
    assert Notice.objects.filter(kind="matters.receipt").count() == 1
    with storage.papers().opened(storage.key(receipt.file)) as kept:
        text = pypdf.PdfReader(io.BytesIO(kept.read())).pages[0].extract_text()
    assert submitted.number in text


def test_submission_that_is_gone_has_no_receipt() -> None:
    assert receipts.make(0) is None


@pytest.mark.django_db(transaction=True)
def test_receipt_somebody_is_at_is_left_to_them(submitted: Matter) -> None:
    pk = submitted.submissions.get().pk

    with transaction.atomic():
        Submission.objects.select_for_update(no_key=True).get(pk=pk)
        (outcome,) = at_once(lambda: receipts.make(pk))

    assert (outcome, Receipt.objects.count()) == (None, 0)


def test_worker_hears_of_a_submission_when_it_is_committed(
    complete: Matter, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks() as committed:
        submitting.submit(complete, by=complete.begun_by)

    asked = [one for one in committed if getattr(one, "args", ())[:1] == ("legal.matters.tasks.make_receipt",)]
    assert [one.args[1] for one in asked] == [complete.submissions.get().pk]


def test_sweep_finds_what_was_lost_until_the_receipt_is_made(submitted: Matter, monkeypatch) -> None:
    told: list[tuple[object, ...]] = []
    monkeypatch.setattr(sending.current_app, "send_task", lambda name, args, **_: told.append((name, *args)))
    pk = submitted.submissions.get().pk

    tasks.sweep()
    tasks.make_receipt(pk)
    tasks.sweep()

    assert told.count(("legal.matters.tasks.make_receipt", pk)) == 1
    assert Receipt.objects.get().submission_id == pk
