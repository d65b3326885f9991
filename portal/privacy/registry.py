"""What each app promises about the personal data it holds: the plain functions of its `personal.py`.

They are found by name, so that an app below this one can have them without knowing it. Each is optional:

- `held_about(user)` yields what is held about a user, section by section: `{"slug", "heading", "labels", "rows",
  "files"}`. Rows are dicts of the keys that labels name, each with a text, number, day or time; files (may be left
  out) are pairs of a name and a function that opens it for reading. Nothing of anybody else may stand in it.
- `fates(user)` yields what an erasure does, without doing it: `(what, number, why, until)`. Where `why` is empty the
  rows are erased, else they are kept for that reason, `until` when or until what happens. All are translated texts.
- `erase(user, *, by)` does it, inside the caller's transaction; the upper apps come first, accounts last but for
  what stands below. Afterwards `fates` names nothing that would still be erased.
- `objections(user)` yields sentences saying why the account cannot be deleted now and what has to be done before.
- `EXPIRES` maps kinds of record, as retention rules name them, to `expire(before, *, rehearse) -> int`: how many
  records ended before that time; they are removed unless it is a rehearsal.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import IO, Final, NamedTuple, NotRequired, Protocol, TypedDict

from django.apps import apps
from django.contrib.auth.base_user import AbstractBaseUser
from django.utils.functional import Promise
from django.utils.module_loading import module_has_submodule

Words = str | Promise
Value = str | int | bool | datetime.date | datetime.datetime | Promise | None


class Section(TypedDict):
    """What one app holds about one user, of one kind."""

    slug: str
    heading: Words
    labels: Mapping[str, Words]
    rows: Iterable[Mapping[str, Value]]
    files: NotRequired[Iterable[tuple[str, Callable[[], IO[bytes]]]]]


class Fate(NamedTuple):
    """What becomes of some records of a user; kept where there is a reason why, `until` when or until what happens."""

    what: Words
    number: int
    why: Words = ""
    until: Words = ""


class Erase(Protocol):
    def __call__(self, user: AbstractBaseUser, *, by: AbstractBaseUser) -> None: ...


class Expire(Protocol):
    def __call__(self, before: datetime.datetime, *, rehearse: bool) -> int: ...


def _no_fates(user: AbstractBaseUser) -> Sequence[Fate]:
    return ()


def _no_sections(user: AbstractBaseUser) -> Sequence[Section]:
    return ()


def _no_sentences(user: AbstractBaseUser) -> Sequence[Words]:
    return ()


def _keep(user: AbstractBaseUser, *, by: AbstractBaseUser) -> None:
    """An app that says nothing of erasing holds nothing to erase."""


# What a `personal.py` may have, and where it goes.
FUNCTIONS: Final = {
    "held_about": "held_about",
    "fates": "told",
    "erase": "erase",
    "objections": "objections",
    "EXPIRES": "expires",
}


@dataclass(frozen=True, slots=True)
class Holder:
    """An app that holds personal data."""

    label: str
    held_about: Callable[[AbstractBaseUser], Iterable[Section]] = _no_sections
    told: Callable[[AbstractBaseUser], Iterable[tuple[Words, int, Words, Words]]] = _no_fates
    erase: Erase = _keep
    objections: Callable[[AbstractBaseUser], Iterable[Words]] = _no_sentences
    expires: Mapping[str, Expire] = field(default_factory=dict)

    def fates(self, user: AbstractBaseUser) -> Iterator[Fate]:
        """What an erasure does to what this app holds about a user."""
        return (Fate(*fate) for fate in self.told(user))


@cache
def holders() -> tuple[Holder, ...]:
    """The apps with a `personal.py`, in the order of the settings."""
    found = [config for config in apps.get_app_configs() if module_has_submodule(config.module, "personal")]
    return tuple(_holder(config.label, import_module(f"{config.name}.personal")) for config in found)


def _holder(label: str, module: ModuleType) -> Holder:
    given = {ours: getattr(module, name) for name, ours in FUNCTIONS.items() if hasattr(module, name)}
    return Holder(label, **given)
