"""What people do with an import, once for each way it ends."""

from functools import partial

import pytest
from django.core.exceptions import PermissionDenied

from legal.intake import tasks
from legal.intake.actions import deciding
from legal.intake.models import Finding, FoundLaw, Intake
from legal.intake.states import State
from legal.laws.models import Law
from portal.files.models import File
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Event
from tests.at_once import at_once, codes
from tests.factories import JurisdictionFactory
from tests.legal.intake.archives import LAW, brought, packed, received

pytestmark = pytest.mark.django_db


def moves(intake: Intake) -> list[tuple[str, object]]:
    return list(Event.objects.of(intake).values_list("move", "by"))


def test_archive_that_is_brought_is_handed_in_with_its_sum(editor) -> None:
    china = JurisdictionFactory.create()
    file = received(packed(LAW), by=editor)

    intake = deciding.bring(file, jurisdiction=china, by=editor)

    assert (intake.state, intake.file, intake.sha256, intake.jurisdiction) == (
        State.UPLOADED,
        file,
        file.sha256,
        china,
    )
    assert moves(intake) == [("bring", editor.pk)]
    assert intake.file.owner == intake


def test_archive_of_somebody_else_cannot_be_brought(editor, editors) -> None:
    file = received(packed(LAW), by=editors())

    with pytest.raises(PermissionDenied):
        deciding.bring(file, jurisdiction=None, by=editor)


def test_worker_hears_of_a_clean_archive_at_once(intake) -> None:
    intake.refresh_from_db()

    assert intake.sent_at is not None


def test_worker_does_not_hear_of_an_archive_that_waits_for_the_scanner(editor, settings) -> None:
    settings.CLAMD_URL = "unix:///nowhere"

    intake = brought(by=editor)

    intake.refresh_from_db()
    assert intake.sent_at is None


def test_import_of_what_was_not_looked_through_is_refused(intake, editor) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        deciding.import_laws(intake, by=editor)

    assert refusal.value.code == "state"


def test_import_is_ordered_by_somebody(checked, editors) -> None:
    colleague = editors()

    deciding.import_laws(checked, by=colleague)

    checked.refresh_from_db()
    assert (checked.state, checked.imported_by, checked.attempts) == (State.IMPORTING, colleague, 0)
    assert moves(checked)[-1] == ("import", colleague.pk)
    assert not Law.objects.exists()


def test_discarded_archive_is_gone_and_who_discarded_it_is_not(checked, editor) -> None:
    deciding.discard(checked, by=editor)

    checked.refresh_from_db()
    assert (checked.state, checked.file, checked.foreseen) == (State.DISCARDED, None, {})
    assert [model.objects.count() for model in (FoundLaw, Finding, File)] == [0, 0, 0]
    assert moves(checked)[-1] == ("discard", editor.pk)


@pytest.mark.parametrize("act", [deciding.discard, deciding.retry])
def test_what_is_being_imported_is_neither_discarded_nor_begun_anew(checked, editor, act) -> None:
    deciding.import_laws(checked, by=editor)

    with pytest.raises(NotAllowedError) as refusal:
        act(checked, by=editor)

    assert refusal.value.code == "state"


def test_failed_import_begins_anew_with_a_dry_run(checked, editor) -> None:
    deciding.import_laws(checked, by=editor)
    Intake.objects.update(state=State.FAILED, failure=Intake.Failure.BROKEN, attempts=3)
    checked.refresh_from_db()

    deciding.retry(checked, by=editor)
    tasks.work(checked.pk)

    checked.refresh_from_db()
    assert (checked.state, checked.failure, checked.imported_by, checked.attempts) == (State.CHECKED, "", None, 1)


def test_archive_that_must_not_be_opened_is_not_tried_again(intake, editor) -> None:
    File.objects.update(state="infected", finding="A virus", scanner="ClamAV")
    tasks.work(intake.pk)
    intake.refresh_from_db()

    with pytest.raises(NotAllowedError) as refusal:
        deciding.retry(intake, by=editor)

    assert (intake.failure, refusal.value.code) == (Intake.Failure.UNCLEAN, "file")


@pytest.mark.django_db(transaction=True)
def test_two_orders_at_once_are_one(checked, editors) -> None:
    orders = [partial(deciding.import_laws, Intake.objects.get(pk=checked.pk), by=editors()) for _ in range(2)]

    assert len(codes(at_once(*orders, refused=NotAllowedError))) == 1
    assert [move for move, _ in moves(checked)].count("import") == 1
