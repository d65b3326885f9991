"""Spreadsheets: asked for and written, brought, looked through, and imported as a whole or not at all."""

import datetime
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, BinaryIO, Final

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from enterprises import spreadsheets
from enterprises.actions.inviting import invite_first_owner
from enterprises.finding import beginning_with
from enterprises.models import CheckLevel, Enterprise, Identifier, Sheet
from enterprises.models.enterprise import new_key
from enterprises.papers import SHEET
from enterprises.rows import Choices, RowForm
from enterprises.states import PEOPLE, State
from portal import sending
from portal.accounts.models import User
from portal.files import actions as files
from portal.files.states import State as FileState
from portal.workflow.actions import record
from portal.workflow.errors import NotAllowedError

Fault = list[int | str]

# What is wrong with more rows than these is told when these are mended.
MOST_FAULTS: Final = 200
KEPT: Final = datetime.timedelta(days=7)
# What the worker has to do with a spreadsheet that is on its way.
TASKS: Final[dict[tuple[str, str], str]] = {
    (Sheet.Kind.EXPORT, Sheet.State.WAITING): "write",
    (Sheet.Kind.IMPORT, Sheet.State.WAITING): "look_through",
    (Sheet.Kind.IMPORT, Sheet.State.APPLYING): "import_rows",
}


@transaction.atomic
def ask_export(narrowing: Mapping[str, str], *, language: str, by: User) -> Sheet:
    """Ask for the list of enterprises as a spreadsheet; the worker writes it."""
    sheet = Sheet.objects.create(kind=Sheet.Kind.EXPORT, narrowing=dict(narrowing), language=language, by=by)
    _wake(sheet)
    return sheet


def bring(content: UploadedFile[Any], *, language: str, by: User) -> Sheet:
    """Receive a spreadsheet that is to be imported; the worker looks through it, and changes nothing.

    It is checked, scanned and counted as every file, and lies on the shelf of whoever brings it as long as it is
    needed here. `RefusedError` says why it is not taken. No transaction waits while it is checked.
    """
    until = timezone.now() + KEPT
    file = files.receive(content, name=content.name or "", owner=by, purpose=SHEET.slug, by=by, expires_at=until)
    sheet = Sheet.objects.create(kind=Sheet.Kind.IMPORT, language=language, by=by, file=file)
    _wake(sheet)
    return sheet


@transaction.atomic
def apply(sheet: Sheet, *, by: User) -> None:
    """Have a spreadsheet imported in which nothing is wrong.

    `NotAllowedError` "state" where it is not ready, or not one's own.
    """
    ready = Sheet.objects.filter(pk=sheet.pk, by=by, kind=Sheet.Kind.IMPORT, state=Sheet.State.READY)
    if not ready.update(state=Sheet.State.APPLYING):
        raise NotAllowedError(_("This cannot be done with it as it stands now."), code="state")
    sheet.state = Sheet.State.APPLYING
    _wake(sheet)


@transaction.atomic
def write(sheet: Sheet) -> None:
    """Write a spreadsheet that was asked for; nothing where another worker is at it."""
    held = _hold(sheet, Sheet.State.WAITING)
    if held is None:
        return
    rows = narrowed(held.narrowing).select_related("country", "industry").prefetch_related("identifiers")
    spreadsheets.write(rows.iterator(chunk_size=1000), held.path, told=held.tell)
    _conclude(held, Sheet.State.READY)


@transaction.atomic
def look_through(sheet: Sheet) -> None:
    """Say what is wrong with each row of a spreadsheet that was brought, in the language of who brought it.

    Nothing as long as it waits for the virus check, or where another worker is at it.
    """
    held = _hold(sheet, Sheet.State.WAITING)
    if held is None or (held.file and held.file.state == FileState.QUARANTINED):
        return
    with translation.override(held.language):
        rows, faults = _understood(held)
    held.total = len(rows)
    _conclude(held, Sheet.State.FAULTY if faults else Sheet.State.READY, faults)


@transaction.atomic
def import_rows(sheet: Sheet) -> None:
    """Take over every row of a spreadsheet, or none: Events, and an invitation to each first owner.

    The enterprises are verified, by the officer who brought the list; where something has become wrong since it was
    looked through, nothing is taken over and the spreadsheet says what.
    """
    held = _hold(sheet, Sheet.State.APPLYING)
    if held is None:
        return
    with translation.override(held.language):
        rows, faults = _understood(held)
    if not faults:
        for number, row in enumerate(rows, 1):
            _take_over(row, language=held.language, by=held.by)
            held.tell(number)
    _conclude(held, Sheet.State.FAULTY if faults else Sheet.State.DONE, faults)


def give_up(sheet: Sheet) -> None:
    """Say that the worker has failed at a spreadsheet, so that nobody waits for it and no worker tries again."""
    with translation.override(sheet.language):
        sentence = _("The portal has failed at this spreadsheet, and changed nothing. Its log says why.")
    moving = Sheet.objects.filter(pk=sheet.pk, state__in=Sheet.MOVING)
    moving.update(state=Sheet.State.FAULTY, faults=[[1, "", sentence]])


def go_on() -> None:
    """Tell the worker of each spreadsheet on its way: its message may be lost, its worker dead, its file clean now."""
    for sheet in Sheet.objects.filter(state__in=Sheet.MOVING):
        _send(sheet)


def sweep(*, now: datetime.datetime | None = None) -> None:
    """Remove spreadsheets that are older than a week; what was brought goes from its shelf at the same time."""
    for sheet in Sheet.objects.filter(created_at__lte=(now or timezone.now()) - KEPT):
        sheet.path.unlink(missing_ok=True)
        sheet.delete()


def narrowed(narrowing: Mapping[str, str]) -> QuerySet[Enterprise]:
    """The enterprises a spreadsheet is narrowed to, but for drafts, which are nobody's affair yet."""
    rows: QuerySet[Enterprise] = Enterprise.objects.exclude(state=State.DRAFT)
    if "text" in narrowing:
        rows = beginning_with(rows, narrowing["text"])
    if "state" in narrowing:
        rows = rows.filter(state=narrowing["state"])
    if "country" in narrowing:
        rows = rows.filter(country__code=narrowing["country"])
    return rows.order_by("pk")


def _understood(sheet: Sheet) -> tuple[list[dict[str, Any]], list[Fault]]:
    """The rows as they are meant, and what is wrong: the number of the row, the column, the sentence."""
    rows: list[dict[str, Any]] = []
    faults: list[Fault] = []
    choices = Choices()
    seen: dict[tuple[str, str], int] = {}
    try:
        with _opened(sheet) as content:
            for number, values in spreadsheets.read(content):
                form = RowForm(values, choices=choices)
                form.full_clean()
                faults += [[number, column, str(text)] for column, texts in form.errors.items() for text in texts]
                faults += _repeated(number, form.cleaned_data, seen)
                rows.append(form.cleaned_data)
                sheet.tell(number)
    except ValidationError as error:
        faults.append([1, "", " ".join(error.messages)])
    return rows, faults


@contextmanager
def _opened(sheet: Sheet) -> Iterator[BinaryIO]:
    """A copy of what was brought, as that may lie in a bucket and a workbook is read back and forth."""
    if sheet.file is None:
        raise ValidationError(_("The spreadsheet is no longer there: bring it again."), code="gone")
    if not sheet.file.is_served:
        raise ValidationError(_("The virus check did not let the spreadsheet pass: it was not read."), code="unclean")
    with files.read(sheet.file, by=sheet.by, address=None) as stored, tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(stored, copy)
        copy.seek(0)
        yield copy


def _repeated(number: int, row: Mapping[str, Any], seen: dict[tuple[str, str], int]) -> list[Fault]:
    """Whether a row has the number of an earlier one, or of an enterprise that is verified already."""
    if {"number", "number_scheme"} - set(row) or isinstance(row["number"], str):
        return []
    key = (row["number_scheme"], row["number"].value)
    earlier = seen.setdefault(key, number)
    if earlier != number:
        return [[number, "number", _("Row %(row)s has the same number.") % {"row": earlier}]]
    holder = Identifier.objects.filter(scheme=key[0], value=key[1], held=True).select_related("enterprise").first()
    if holder is None:
        return []
    said = _("%(enterprise)s, which is verified, holds this number.") % {"enterprise": holder.enterprise}
    return [[number, "number", said]]


def _take_over(row: Mapping[str, Any], *, language: str, by: User) -> None:
    now = timezone.now()
    names = {"name_zh_hans": row["name_zh"], "name_en": row["name_en"], "name_ru": row["name_ru"]}
    facts = ("country", "register_name", "legal_form", "industry", "in_zone", "representative", "address", "phone")
    enterprise = Enterprise(
        key=new_key(),
        state=State.VERIFIED,
        submitted_at=now,
        verified_at=now,
        email=row["email"].lower(),
        website=row["website"],
        **names,
        **{fact: row[fact] for fact in facts},
    )
    enterprise.key_names()
    enterprise.save()
    Identifier.objects.create(
        enterprise=enterprise,
        scheme=row["number_scheme"],
        typed=row["number"].typed,
        value=row["number"].value,
        checked=CheckLevel.REGISTER,
        held=True,
        verified_by=by,
        verified_at=now,
    )
    record(enterprise, PEOPLE, "import", by=by)
    invite_first_owner(enterprise, email=row["owner_email"], language=language, by=by)


def _hold(sheet: Sheet, state: Sheet.State) -> Sheet | None:
    """The spreadsheet, where it stands so and no other worker is at it; none comes to it until the transaction ends."""
    free = Sheet.objects.select_for_update(of=("self",), skip_locked=True).select_related("file", "by")
    return free.filter(pk=sheet.pk, state=state).first()


def _conclude(sheet: Sheet, state: Sheet.State, faults: Sequence[Fault] = ()) -> None:
    sheet.state, sheet.faults = state, list(faults[:MOST_FAULTS])
    sheet.save(update_fields=["state", "faults", "total"])


def _wake(sheet: Sheet) -> None:
    transaction.on_commit(lambda: _send(sheet))


def _send(sheet: Sheet) -> None:
    sending.send(f"enterprises.tasks.{TASKS[sheet.kind, sheet.state]}", str(sheet.pk))
