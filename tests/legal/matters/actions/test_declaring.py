"""An officer declares whether there is a conflict of interest; what there is stays declared for good."""

import hashlib

import pytest
from django.db import ProgrammingError
from django.db.models import F

from legal.matters.actions.declaring import declare
from legal.matters.actions.guarding import lock_for_officer, may_handle
from legal.matters.models import Declaration, Matter
from legal.matters.models.declaration import WORDS, WORDS_VERSION
from portal.accounts.models import User
from portal.workflow import actions as desk
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Assignment
from tests.factories import MembershipFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kept_apart")]


def test_matter_is_opened_to_the_officer_who_has_no_conflict(submitted: Matter, officer: User) -> None:
    assert not may_handle(submitted, officer)

    declaration = declare(submitted, conflict=False, by=officer)

    assert may_handle(submitted, officer)
    assert (str(declaration), declaration.words) == (f"{submitted.pk} {officer.pk}", WORDS_VERSION)
    assert submitted.entries.last().what == "matters.declare-none"


def test_declared_twice_it_stands_once(submitted: Matter, officer: User) -> None:
    first, second = (declare(submitted, conflict=False, by=officer) for _ in range(2))

    assert first == second
    assert submitted.entries.filter(what="matters.declare-none").count() == 1


def test_conflict_puts_the_file_back_and_closes_it_for_good(submitted: Matter, officer: User) -> None:
    declare(submitted, conflict=False, by=officer)
    desk.take(submitted, by=officer)

    declare(submitted, conflict=True, by=officer)

    with pytest.raises(NotAllowedError) as refusal:
        declare(submitted, conflict=False, by=officer)
    assert refusal.value.code == "conflict"
    assert not may_handle(submitted, officer)
    assert not Assignment.objects.of(submitted).exists()
    assert submitted.entries.last().what == "matters.declare-conflict"


def test_file_of_a_colleague_stays_on_their_desk(submitted: Matter, officer: User) -> None:
    desk.take(submitted, by=submitted.begun_by)

    declare(submitted, conflict=True, by=officer)

    assert Assignment.objects.of(submitted).get().holder == submitted.begun_by


def test_member_of_the_enterprise_cannot_say_there_is_no_conflict(submitted: Matter, officer: User) -> None:
    MembershipFactory.create(enterprise=submitted.enterprise, person=officer)

    with pytest.raises(NotAllowedError) as refusal:
        declare(submitted, conflict=False, by=officer)

    assert refusal.value.code == "own"


@pytest.mark.parametrize("who", ["begun_by", "auditor"])
def test_nobody_else_declares_anything(submitted: Matter, auditor: User, who: str) -> None:
    by = auditor if who == "auditor" else submitted.begun_by

    with pytest.raises(NotAllowedError) as refusal:
        declare(submitted, conflict=False, by=by)

    assert refusal.value.code == "role"


def test_declaration_is_neither_changed_nor_removed(submitted: Matter, officer: User) -> None:
    declare(submitted, conflict=True, by=officer)

    with pytest.raises(ProgrammingError):
        Declaration.objects.update(conflict=~F("conflict"))


@pytest.mark.parametrize(
    ("declared", "held_by", "code"), [(False, None, "declaration"), (True, None, "free"), (True, "begun_by", "held")]
)
def test_matter_is_decided_by_who_has_declared_and_holds_it(
    submitted: Matter, officer: User, declared: bool, held_by: str | None, code: str
) -> None:
    if declared:
        declare(submitted, conflict=False, by=officer)
    if held_by:
        desk.take(submitted, by=getattr(submitted, held_by))

    with pytest.raises(NotAllowedError) as refusal:
        lock_for_officer(submitted, by=officer)

    assert refusal.value.code == code


def test_holder_decides(submitted: Matter, officer: User) -> None:
    declare(submitted, conflict=False, by=officer)
    desk.take(submitted, by=officer)

    assert lock_for_officer(submitted, by=officer) == submitted


def test_words_have_the_version_they_were_given() -> None:
    # Who changes the words raises the version, and writes the new sum here.
    sums = {1: "82357e64a765f9678b29c86f818b60821d14e4df621b2ccc643150234b9c3f95"}

    assert hashlib.sha256(str(WORDS).encode()).hexdigest() == sums[WORDS_VERSION]
