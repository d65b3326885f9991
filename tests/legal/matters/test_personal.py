"""What matters hold about a person is told; it stays with the enterprise until its term ends."""

import datetime

import pytest
from django.utils import timezone

from legal.matters import chain, personal
from legal.matters.actions import receipts
from legal.matters.actions.declaring import declare
from legal.matters.actions.moving import withdraw
from legal.matters.models import Matter, Submission
from portal.accounts.models import User
from portal.files.models import File
from tests.factories import MatterMessageFactory, RepresentativeFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_person_is_told_of_their_matters_and_messages(submitted: Matter) -> None:
    person = submitted.begun_by
    MatterMessageFactory.create(matter=submitted, author=person, body="We paid.")
    MatterMessageFactory.create(matter=submitted)

    matters, messages, declarations = (section["rows"] for section in personal.held_about(person))

    assert [(row["number"], row["title"]) for row in matters] == [(submitted.number, submitted.title)]
    assert [(row["number"], row["message"]) for row in messages] == [(submitted.number, "We paid.")]
    assert [number for _what, number, _why, _until in personal.fates(person)] == [1, 1, 0]
    assert [number for _what, number, _why, _until in personal.fates(UserFactory.create())] == [0, 0, 0]
    assert declarations == []


@pytest.mark.parametrize(("conflict", "said"), [(False, "no"), (True, "yes")])
def test_officer_is_told_of_what_they_declared(submitted: Matter, officer: User, conflict: bool, said: str) -> None:
    declare(submitted, conflict=conflict, by=officer)

    *_, declarations = (section["rows"] for section in personal.held_about(officer))

    assert [(row["number"], row["conflict"]) for row in declarations] == [(submitted.number, said)]


def test_matter_that_ended_long_ago_is_emptied_and_its_history_stays(complete: Matter, kept_apart: None) -> None:
    from legal.matters.actions.submitting import submit  # noqa: PLC0415

    RepresentativeFactory.create(matter=complete)
    submission = submit(complete, by=complete.begun_by)
    receipts.make(submission.pk)
    withdraw(complete, by=complete.begun_by)
    MatterMessageFactory.create(matter=complete)
    later = timezone.now() + datetime.timedelta(days=1)

    rehearsed = personal.expire(later, rehearse=True)
    assert (rehearsed, complete.parties.count(), File.objects.count()) == (1, 2, 2)
    done = [personal.expire(moment, rehearse=False) for moment in (later - datetime.timedelta(days=2), later, later)]

    complete.refresh_from_db()
    assert done == [0, 1, 0]
    assert (complete.title, complete.parties.count(), complete.messages.count()) == ("", 0, 0)
    assert (File.objects.count(), Submission.objects.count()) == (0, 0)
    entries = chain.written_out(complete)["entries"]
    assert (entries[-1]["what"], chain.verify(entries, complete.key)) == ("matters.expire", len(entries))
