"""How the index follows the database: changes are written down with the rows, and applied under the one writer lock."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from django.db import transaction
from django.utils import timezone

from portal import sending
from portal.search.damage import may_be_damage, sound
from portal.search.documents import Document
from portal.search.folder import Folder, State
from portal.search.models import Change, Progress
from portal.search.reading import folder, open_all
from portal.search.registry import sources
from portal.search.schema import owner_term
from portal.search.writing import Writing

logger = logging.getLogger(__name__)

# The key of this source stands for the termbase as a whole: readers take it anew.
TERMS: Final = "terms"
# So many changes are one commit, each at least one segment a shelf: a whole import of them is seldom more than one.
BATCH: Final = 5000

Report = Callable[[int], object]


def record(source: str, keys: Iterable[int], *, wake: bool = True) -> None:
    """Write down, in the transaction that changes the rows, that the index must read them again.

    With `wake`, the worker is told after commit; without, whoever changed the rows applies the changes.
    """
    Change.objects.bulk_create([Change(source=source, key=key) for key in keys], batch_size=2000)
    if wake:
        transaction.on_commit(send, robust=True)


def send() -> None:
    """Tell the worker. Where the broker is away, its sweep finds the changes a moment later."""
    sending.send("portal.search.tasks.apply")


def apply(*, wait: bool = True, report: Report = lambda _: None) -> bool:
    """Bring the index up to the database, from nothing where it has been lost; False where another writer is at it.

    A change row is deleted only when the index holds it durably, so a writer may be killed at any moment.
    """
    place = folder()
    with place.locked(wait=wait) as mine:
        if not mine:
            return False
        state = current(place)
        if state is None:
            build(place, report)
        else:
            follow_or_mend(place, state, report)
    return True


def check() -> None:
    """Build the index anew where a file of it is no longer what was written, though no reader has met that yet."""
    place = folder()
    with place.locked(wait=False) as mine:
        state = current(place) if mine else None
        if state is not None and not sound(place, state):
            mend(place, "its files are not what was written")


def rebuild(*, report: Report = lambda _: None) -> None:
    """Build a new index beside the one in use and swap it in; changes made meanwhile are applied to it."""
    place = folder()
    with place.locked() as _:
        build(place, report)


def current(place: Folder) -> State | None:
    """The state of the index in use; None where it is lost, or not this database's, or behind what it was given."""
    state = place.state()
    progress = progress_row()
    if state is None or state.generation != progress.generation:
        return None
    if open_all(place, state) is None:
        return None
    # A writer killed between index and database leaves the index one batch ahead, with its changes still to come.
    return state if state.applied - progress.applied in {0, 1} else None


def progress_row() -> Progress:
    return Progress.objects.get_or_create(pk=1)[0]


def build(place: Folder, report: Report) -> None:
    """All documents of all sources into a new generation, then the changes made since it began."""
    covered = list(Change.objects.values_list("pk", flat=True))
    progress = progress_row()
    writing = Writing(place, place.create(), timezone.localdate())
    for name, source in sources.items():
        writing.add(name, reported(source.documents(None), report))
    state = replace(writing.state, shelves=writing.commit(), applied=progress.applied + 1, terms=progress.terms + 1)
    place.record(state)
    place.swap(state)
    settle(state, covered)
    logger.info("search index built: generation %s", state.generation)
    follow(place, state, report)


def follow(place: Folder, state: State, report: Report) -> None:
    """Apply the changes that wait, batch by batch, in order; a row changed several times is read once."""
    while changes := list(Change.objects.order_by("pk")[:BATCH]):
        keys: dict[str, dict[int, None]] = {}
        for change in changes:
            keys.setdefault(change.source, {})[change.key] = None
        covered = [change.pk for change in changes] + waiting(keys)
        terms = keys.pop(TERMS, {})
        writing = Writing(place, state, timezone.localdate())
        for name, owners in keys.items():
            if name in sources:
                writing.delete([owner_term(name, key) for key in owners])
                writing.add(name, reported(sources[name].documents(list(owners)), report))
        state = replace(state, shelves=writing.commit(), applied=state.applied + 1, terms=state.terms + len(terms))
        place.record(state)
        settle(state, covered)


def waiting(keys: Mapping[str, Iterable[int]]) -> list[int]:
    """All changes of these rows that are there before the rows are read: what is read holds them."""
    return [
        pk
        for name, some in keys.items()
        for pk in Change.objects.filter(source=name, key__in=some).values_list("pk", flat=True)
    ]


def follow_or_mend(place: Folder, state: State, report: Report) -> None:
    """Apply the changes that wait; where a shelf turns out to be damaged, build all of it anew instead."""
    try:
        follow(place, state, report)
    except BaseException as error:  # a panic of Tantivy's is no Exception
        if not may_be_damage(error) or sound(place, place.state() or state):
            raise
        mend(place, error, report)


def mend(place: Folder, reason: object, report: Report = lambda _: None) -> None:
    logger.error("The search index is damaged and is built anew: %s", reason)
    build(place, report)


def reported(documents: Iterable[Document], report: Report) -> Iterator[Document]:
    for document in documents:
        yield document
        report(1)


@transaction.atomic
def settle(state: State, applied: Sequence[int]) -> None:
    """The index holds these changes: forget them, and remember how far it has come."""
    Change.objects.filter(pk__in=applied).delete()
    Progress.objects.update_or_create(
        pk=1, defaults={"generation": state.generation, "applied": state.applied, "terms": state.terms}
    )
