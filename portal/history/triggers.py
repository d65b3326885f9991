"""The triggers of the history: one records each change of a row, the others refuse.

Each runs a function of the owner's that a migration of this app made, never the one that pgtrigger makes for a trigger:
that one runs with the rights of whoever changes the row, and stands still where a setting of the session says so.
"""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

import pgtrigger
from django.db.models import Model

M = TypeVar("M", bound=type[Model])
# The body of the function that pgtrigger makes and nothing calls.
UNUSED: Final = "RETURN NULL;"


class Recorded(pgtrigger.Trigger):
    """Each row inserted, changed or deleted becomes an entry of the history, in the same transaction."""

    name = "history"
    when = pgtrigger.After
    operation = pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete
    func = UNUSED

    def __init__(self, *, exclude: Sequence[str] = (), secret: Sequence[str] = (), part_of: str = "") -> None:
        self.exclude = tuple(exclude)
        self.secret = tuple(secret)
        self.part_of = part_of
        super().__init__()

    def render_execute(self, model: Model) -> str:
        """The function of the owner's with what it is told of the model, in the order it takes it."""
        real = model._meta.concrete_model or type(model)
        told = [real._meta.label_lower, str(real._meta.pk.column), ""]
        if self.part_of:
            owner, column = _owner(real, self.part_of)
            told = [owner._meta.label_lower, column, real._meta.label_lower]
        arguments = "', '".join([*told, _columns(real, self.exclude), _columns(real, self.secret)])
        return f"public.history_record('{arguments}')"


class AppendOnly(pgtrigger.Trigger):
    """Rows are added and never changed or deleted again, whoever asks; the site's role cannot truncate any table."""

    name = "append_only"
    when = pgtrigger.Before
    operation = pgtrigger.Update | pgtrigger.Delete
    func = UNUSED

    def render_execute(self, model: Model) -> str:
        return "public.history_refuse()"


class Guarded(pgtrigger.Trigger):
    """Rows are written by functions of the owner's alone, whatever rights anybody has been given."""

    name = "guarded"
    when = pgtrigger.Before
    operation = pgtrigger.Insert
    func = UNUSED

    def render_execute(self, model: Model) -> str:
        return "public.history_guard()"


def tracked(*, exclude: Sequence[str] = (), secret: Sequence[str] = (), part_of: str = "") -> Callable[[M], M]:
    """Record every change of the rows of a model; proxies stand for models that are not ours.

    Fields in `exclude` are not kept, and a change of them alone is no entry; of those in `secret` it is kept that they
    changed, and never what they hold. Rows that are `part_of` another, by the foreign key of that name, are told in
    its history. The migration that adds the trigger depends on the newest of this app.
    """

    def decorate(model: M) -> M:
        pgtrigger.register(Recorded(exclude=exclude, secret=secret, part_of=part_of))(model)
        return model

    return decorate


def tracked_labels() -> list[str]:
    """The models whose records have a history; parts of a record are in the history of that."""
    whole = {model for model, trigger in pgtrigger.registered() if _is_whole(trigger)}
    return sorted({_concrete(model) for model in whole})


def tracked_by(label: str) -> Model | type[Model] | None:
    """The model that is decorated for the rows of another: a proxy has a name where the table of Django's has none."""
    return next((model for model, _ in pgtrigger.registered() if _concrete(model) == label), None)


def _concrete(model: Model | type[Model]) -> str:
    return str((model._meta.concrete_model or model)._meta.label_lower)


def _is_whole(trigger: pgtrigger.Trigger) -> bool:
    return isinstance(trigger, Recorded) and not trigger.part_of


def _columns(model: type[Model], fields: Sequence[str]) -> str:
    columns = {field.name: field.column for field in model._meta.concrete_fields}
    return ",".join(str(columns[name]) for name in fields)


def _owner(model: type[Model], name: str) -> tuple[type[Model], str]:
    """What a foreign key leads to, and its column."""
    key = {field.name: field for field in model._meta.concrete_fields}[name]
    if key.related_model is None:
        raise TypeError(f"{model._meta.label}.{name} leads to no other model.")
    return key.related_model, str(key.column)
