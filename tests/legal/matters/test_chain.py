"""The history of a matter is only added to, and whoever has downloaded it finds any change."""

import copy
from collections.abc import Callable

import pytest
from django.db import transaction
from django.db.models import F
from django.db.transaction import TransactionManagementError
from django.db.utils import ProgrammingError

from legal.matters import chain
from legal.matters.chain import BrokenChainError, MissingEntriesError
from legal.matters.models import Actor, Matter, Tip
from tests.at_once import at_once
from tests.factories import MatterFactory
from tests.legal.matters.cutting import cut_off

pytestmark = pytest.mark.django_db


@pytest.fixture
def history(draft: Matter) -> dict:
    chain.append(draft, "begin", by=draft.begun_by, actor=Actor.MEMBER, details={"kind": "tests-matter"})
    chain.append(draft, "read", by=draft.begun_by, actor=Actor.MEMBER)
    chain.append(draft, "tests.matter.submit", by=None, actor=Actor.PORTAL, details={"b": 2, "a": "один"})
    return chain.written_out(draft)


def test_entries_follow_each_other_and_each_carries_the_sum_before_it(draft: Matter, history: dict) -> None:
    entries = history["entries"]

    assert (history["format"], history["matter"], history["number"]) == (chain.FORMAT, draft.key, "")
    assert [entry["position"] for entry in entries] == [1, 2, 3]
    assert [entry["previous"] for entry in entries] == [chain.FIRST, *(entry["hash"] for entry in entries[:-1])]
    assert [entry["what"] for entry in entries] == ["matters.begin", "matters.read", "tests.matter.submit"]
    assert chain.verify(entries, draft.key) == 3


def test_entry_says_in_words_what_was_done(draft: Matter, history: dict) -> None:
    assert [str(entry) for entry in draft.entries.all()] == [
        "The matter was begun",
        "The matter was read",
        "Submitted to the institution",
    ]


def test_person_has_one_sign_in_a_matter_and_another_in_the_next(draft: Matter, history: dict) -> None:
    begun, read, submitted = (entry["person"] for entry in history["entries"])

    assert begun == read == chain.sign(draft, draft.begun_by)
    assert (len(begun), submitted) == (16, "")
    assert chain.sign(MatterFactory.create(), draft.begun_by) != begun


@pytest.mark.parametrize(
    ("change", "position"),
    [
        (lambda entries: entries[1].update(what="matters.save"), 2),
        (lambda entries: entries[2]["details"].update(b=3), 3),
        (lambda entries: entries.pop(1), 2),
        (lambda entries: entries.pop(0), 1),
        (lambda entries: entries.insert(1, copy.deepcopy(entries[0])), 2),
        (lambda entries: entries[0].update(matter="another"), 1),
    ],
)
def test_history_that_was_changed_is_found_out(draft: Matter, history: dict, change, position: int) -> None:
    change(history["entries"])

    with pytest.raises(BrokenChainError) as broken:
        chain.verify(history["entries"], draft.key)

    assert (broken.value.position, str(broken.value)) == (position, f"The chain breaks at entry {position}.")


@pytest.mark.django_db(transaction=True)
def test_entries_cut_off_at_the_end_are_missed(draft: Matter) -> None:
    with transaction.atomic():
        for _ in range(3):
            chain.append(draft, "read", by=None, actor=Actor.PORTAL)

    for left in (2, 0):
        cut_off(draft, after=left)
        with pytest.raises(MissingEntriesError) as cut:
            chain.verify_whole(chain.written_out(draft))
        assert (cut.value.position, cut.value.missing, cut.value.at_end) == (left + 1, 3 - left, True)

    with transaction.atomic():
        chain.append(draft, "read", by=None, actor=Actor.PORTAL)
    with pytest.raises(MissingEntriesError) as cut:
        chain.verify_whole(chain.written_out(draft))
    assert (cut.value.position, cut.value.missing, cut.value.at_end) == (1, 3, False)


@pytest.mark.parametrize("change", [{"hash": chain.FIRST}, {"length": 2}])
def test_end_of_a_history_that_is_another_is_found_out(history: dict, change: dict) -> None:
    with pytest.raises(BrokenChainError) as broken:
        chain.verify_whole(history | change)

    assert broken.value.position == 3


def test_history_without_an_entry_is_whole(draft: Matter) -> None:
    assert chain.verify_whole(chain.written_out(draft)) == 0


@pytest.mark.parametrize(
    "change",
    [
        lambda: Tip.objects.update(length=F("length") - 1),
        lambda: Tip.objects.update(hash=chain.FIRST),
        lambda: Tip.objects.all().delete(),
    ],
)
def test_end_of_a_history_only_moves_on(history: dict, change: Callable[[], object]) -> None:
    with pytest.raises(ProgrammingError, match="matters_tip"), transaction.atomic():
        change()

    assert str(Tip.objects.get()) == f"{history['number'] or Matter.objects.get()}: 3"


@pytest.mark.django_db(transaction=True)
def test_entry_belongs_into_a_transaction(draft: Matter) -> None:
    with pytest.raises(TransactionManagementError):
        chain.append(draft, "read", by=None, actor=Actor.PORTAL)


@pytest.mark.django_db(transaction=True)
def test_entries_written_at_once_stand_one_after_the_other(draft: Matter) -> None:
    def read() -> None:
        with transaction.atomic():
            chain.append(Matter.objects.get(pk=draft.pk), "read", by=None, actor=Actor.PORTAL)

    at_once(*[read] * 4)

    assert chain.verify(chain.written_out(draft)["entries"], draft.key) == 4
