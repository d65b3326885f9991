"""Spreadsheets: asked for and written, brought, looked through, and imported as a whole or not at all."""

import datetime
from collections.abc import Mapping
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from enterprises import spreadsheets
from enterprises.actions.inviting import invite_first_owner
from enterprises.models import CheckLevel, Enterprise, Identifier, Sheet
from enterprises.models.enterprise import new_key
from enterprises.rows import Choices, RowForm
from enterprises.states import PEOPLE, State
from portal import sending
from portal.accounts.models import User
from portal.workflow.actions import record
from portal.workflow.errors import NotAllowedError

Fault = list[int | str]

# What is wrong with more rows than these is told when these are mended.
MOST_FAULTS: Final = 200
KEPT: Final = datetime.timedelta(days=7)


@transaction.atomic
def ask_export(narrowing: Mapping[str, str], *, language: str, by: User) -> Sheet:
    """Ask for the list of enterprises as a spreadsheet; the worker writes it."""
    sheet = Sheet.objects.create(kind=Sheet.Kind.EXPORT, narrowing=dict(narrowing), language=language, by=by)
    _wake("write", sheet)
    return sheet


@transaction.atomic
def bring(file: UploadedFile[Any], *, language: str, by: User) -> Sheet:
    """Keep a spreadsheet that is to be imported; the worker looks through it, and changes nothing."""
    sheet = Sheet(kind=Sheet.Kind.IMPORT, language=language, by=by)
    sheet.path.parent.mkdir(parents=True, exist_ok=True)
    with sheet.path.open("wb") as kept:
        for chunk in file.chunks():
            kept.write(chunk)
    sheet.save()
    _wake("look_through", sheet)
    return sheet


@transaction.atomic
def apply(sheet: Sheet, *, by: User) -> None:
    """Have a spreadsheet imported in which nothing is wrong.

    `NotAllowedError` "state" where it is not ready, or not one's own.
    """
    ready = Sheet.objects.filter(pk=sheet.pk, by=by, kind=Sheet.Kind.IMPORT, state=Sheet.State.READY)
    if not ready.update(state=Sheet.State.APPLYING):
        raise NotAllowedError(_("This cannot be done with it as it stands now."), code="state")
    _wake("import_rows", sheet)


def write(sheet: Sheet) -> None:
    """Write a spreadsheet that was asked for; written twice, it is the same."""
    rows = narrowed(sheet.narrowing).select_related("country", "industry").prefetch_related("identifiers")
    spreadsheets.write(rows.iterator(chunk_size=1000), sheet.path, told=sheet.tell)
    Sheet.objects.filter(pk=sheet.pk).update(state=Sheet.State.READY)


def look_through(sheet: Sheet) -> None:
    """Say what is wrong with each row of a spreadsheet that was brought, in the language of who brought it."""
    with translation.override(sheet.language):
        rows, faults = _understood(sheet)
    state = Sheet.State.FAULTY if faults else Sheet.State.READY
    Sheet.objects.filter(pk=sheet.pk, state=Sheet.State.WAITING).update(
        state=state, faults=faults[:MOST_FAULTS], total=len(rows)
    )


@transaction.atomic
def import_rows(sheet: Sheet) -> None:
    """Take over every row of a spreadsheet, or none: Events, and an invitation to each first owner.

    The enterprises are verified, by the officer who brought the list; where something has become wrong since it was
    looked through, nothing is taken over and the spreadsheet says what.
    """
    held = Sheet.objects.select_for_update().get(pk=sheet.pk)
    if held.state != Sheet.State.APPLYING:
        return
    with translation.override(held.language):
        rows, faults = _understood(held)
    if not faults:
        for number, row in enumerate(rows, 1):
            _take_over(row, language=held.language, by=held.by)
            held.tell(number)
    held.state, held.faults = (Sheet.State.FAULTY, faults[:MOST_FAULTS]) if faults else (Sheet.State.DONE, [])
    held.save(update_fields=["state", "faults"])


def sweep(*, now: datetime.datetime | None = None) -> None:
    """Remove spreadsheets that are older than a week."""
    for sheet in Sheet.objects.filter(created_at__lte=(now or timezone.now()) - KEPT):
        sheet.path.unlink(missing_ok=True)
        sheet.delete()


def narrowed(narrowing: Mapping[str, str]) -> QuerySet[Enterprise]:
    """The enterprises a spreadsheet is narrowed to, but for drafts, which are nobody's affair yet."""
    rows: QuerySet[Enterprise] = Enterprise.objects.exclude(state=State.DRAFT)
    if "text" in narrowing:
        rows = rows.filter(pk__in=Enterprise.objects.beginning_with(narrowing["text"]).order_by().values("pk"))
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
        for number, values in spreadsheets.read(sheet.path):
            form = RowForm(values, choices=choices)
            form.full_clean()
            faults += [[number, column, str(text)] for column, texts in form.errors.items() for text in texts]
            faults += _repeated(number, form.cleaned_data, seen)
            rows.append(form.cleaned_data)
            sheet.tell(number)
    except ValidationError as error:
        faults.append([1, "", " ".join(error.messages)])
    return rows, faults


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


def _wake(task: str, sheet: Sheet) -> None:
    transaction.on_commit(lambda: sending.send(f"enterprises.tasks.{task}", str(sheet.pk)))
