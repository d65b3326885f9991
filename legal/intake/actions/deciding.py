"""What people do with an import: bring an archive, import it, try again, discard it."""

from django.db import transaction
from django.utils.translation import gettext as _

from legal.intake.actions.sending import send
from legal.intake.models import Intake
from legal.intake.states import ACTS
from portal.accounts.models import User
from portal.files import actions as files
from portal.files.models import File
from portal.reference.models import Jurisdiction
from portal.workflow.actions import advance, record
from portal.workflow.errors import NotAllowedError


@transaction.atomic
def bring(file: File, *, jurisdiction: Jurisdiction | None, by: User) -> Intake:
    """Hand in an archive of law; the worker looks through it as soon as it is clean, and writes nothing. Event.

    With a jurisdiction only laws of it are taken, and files that name none are laws of it.
    """
    intake = Intake.objects.create(
        name=file.name, size=file.size, sha256=file.sha256, jurisdiction=jurisdiction, brought_by=by
    )
    files.hand_in(file, owner=intake, by=by)
    record(intake, ACTS, "bring", by=by, details={"sha256": file.sha256})
    if file.is_served:
        send(intake)
    return intake


@transaction.atomic
def import_laws(intake: Intake, *, by: User) -> None:
    """Have the laws imported that a dry run of this very archive has shown; the worker does it. Event.

    `NotAllowedError` "state" or "moved" where there is no such dry run, or somebody has decided already.
    """
    advance(intake, "import", by=by, imported_by=by, done=0, total=0, attempts=0)
    send(intake)


@transaction.atomic
def retry(intake: Intake, *, by: User) -> None:
    """Begin anew, with a dry run, where the worker has failed. Event.

    `NotAllowedError` "state" where it has not, "file" where the archive must not be opened.
    """
    file = intake.file
    if file is None or not file.is_served:
        raise NotAllowedError(_("The archive must not be opened: upload it anew."), code="file")
    advance(
        intake,
        "retry",
        by=by,
        imported_by=None,
        failure="",
        done=0,
        total=0,
        attempts=0,
        foreseen={},
        result={},
    )
    send(intake)


@transaction.atomic
def discard(intake: Intake, *, by: User) -> None:
    """Remove an archive and all that was found in it, with nothing imported; who did so remains. Event.

    `NotAllowedError` "state" where its laws are, or are being, imported.
    """
    advance(intake, "discard", by=by, failure="", worker="", lease_until=None, foreseen={}, result={})
    intake.laws.all().delete()
    intake.findings.all().delete()
    for file in File.objects.belonging_to(intake):
        files.drop(file)
