"""Entries of the history as people read them: who, when, of what, from what to what."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Field, Model
from django.utils.translation import gettext as _

from portal.history import naming
from portal.history.models import Entry

Rows = dict[type[Model], dict[str, Model]]


@dataclass(frozen=True, slots=True)
class Line:
    """One field: what it was and what it became."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Told:
    """One entry in words; `part` is the kind of a row that belongs to the record, as a role to a user."""

    entry: Entry
    record: str
    name: str
    part: str
    who: str
    origin: str
    lines: Sequence[Line]


def told(entries: Iterable[Entry]) -> list[Told]:
    """The entries in words: as many queries as kinds of records are named in them, however many entries."""
    shown = list(entries)
    rows = _rows(shown)
    return [_told(entry, rows) for entry in shown]


def _told(entry: Entry, rows: Rows) -> Told:
    fields = naming.fields_of(entry.part or entry.model)
    kept = entry.after or entry.before or {}
    columns = [column for column, field in fields.items() if column in kept and not _is_owner(field, entry)]
    return Told(
        entry=entry,
        record=naming.kind_of(entry.model),
        name=_name(naming.model_of(entry.model), entry.key, rows),
        part=naming.kind_of(entry.part) if entry.part else "",
        who=_who(entry, rows),
        origin=_origin(entry.origin or {}),
        lines=[_line(fields[column], column, entry, rows) for column in columns],
    )


def _is_owner(field: Field[Any, Any], entry: Entry) -> bool:
    """Whether a field of a part leads to the record it is told of, which is named already."""
    related = field.related_model
    return bool(entry.part and related and related._meta.label_lower == entry.model)


def _line(field: Field[Any, Any], column: str, entry: Entry, rows: Rows) -> Line:
    before, after = (_value(field, (side or {}).get(column), rows) for side in (entry.before, entry.after))
    return Line(naming.field_name(field), before, after)


def _value(field: Field[Any, Any], value: Any, rows: Rows) -> str:
    if field.related_model and value is not None:
        return _name(field.related_model, str(value), rows)
    return naming.value_of(field, value)


def _name(model: type[Model] | None, key: str, rows: Rows) -> str:
    row = rows[model].get(key) if model in rows else None
    return naming.name_of(row) if row else _("No. %(key)s") % {"key": key}


def _who(entry: Entry, rows: Rows) -> str:
    if entry.by is None:
        return _("the portal itself") if entry.origin else _("nobody who signed in")
    return _name(get_user_model(), str(entry.by), rows)


def _origin(origin: dict[str, str]) -> str:
    """By which page, command or task; one of them."""
    sentences = {
        "page": _("by the page %(name)s"),
        "command": _("by the command %(name)s"),
        "task": _("by the task %(name)s"),
    }
    return next((sentences[way] % {"name": origin[way]} for way in sentences if way in origin), "")


def _rows(entries: Sequence[Entry]) -> Rows:
    """What the entries name, as it is called today: one query a kind of record."""
    wanted: defaultdict[type[Model], set[str]] = defaultdict(set)
    wanted[get_user_model()] = {str(entry.by) for entry in entries if entry.by is not None}
    for entry in entries:
        for model, key in _named(entry):
            wanted[model].add(key)
    return {
        model: {str(row.pk): row for row in model._default_manager.filter(pk__in=keys)}
        for model, keys in wanted.items()
    }


def _named(entry: Entry) -> Iterable[tuple[type[Model], str]]:
    model = naming.model_of(entry.model)
    if model:
        yield model, entry.key
    for column, field in naming.fields_of(entry.part or entry.model).items():
        for side in (entry.before or {}, entry.after or {}):
            if field.related_model and side.get(column) is not None:
                yield field.related_model, str(side[column])
