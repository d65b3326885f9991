"""The triggers of the history: one that records each change of a row, and one that refuses any change.

Both run a function of the owner's that a migration of this app made, never the one that pgtrigger makes for a trigger:
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

    def __init__(self, *, exclude: Sequence[str] = (), secret: Sequence[str] = ()) -> None:
        self.exclude = tuple(exclude)
        self.secret = tuple(secret)
        super().__init__()

    def render_execute(self, model: Model) -> str:
        """The function of the owner's with the model, the column of its key, and the columns it must not keep."""
        real = model._meta.concrete_model or model
        arguments = (real._meta.label_lower, real._meta.pk.column, _columns(real, self.exclude))
        quoted = ", ".join(f"'{argument}'" for argument in (*arguments, _columns(real, self.secret)))
        return f"public.history_record({quoted})"


class AppendOnly(pgtrigger.Trigger):
    """Rows are added and never changed or deleted again, whoever asks; the site's role cannot truncate any table."""

    name = "append_only"
    when = pgtrigger.Before
    operation = pgtrigger.Update | pgtrigger.Delete
    func = UNUSED

    def render_execute(self, model: Model) -> str:
        return "public.history_refuse()"


def tracked(*, exclude: Sequence[str] = (), secret: Sequence[str] = ()) -> Callable[[M], M]:
    """Record every change of the rows of a model; proxies stand for models that are not ours.

    Fields in `exclude` are not kept, and a change of them alone is no entry; of those in `secret` it is kept that they
    changed, and never what they hold. The migration that adds the trigger depends on the newest of this app.
    """

    def decorate(model: M) -> M:
        pgtrigger.register(Recorded(exclude=exclude, secret=secret))(model)
        return model

    return decorate


def _columns(model: Model | type[Model], fields: Sequence[str]) -> str:
    columns = {field.name: field.column for field in model._meta.concrete_fields}
    return ",".join(str(columns[name]) for name in fields)
