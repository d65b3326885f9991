"""Exhibits of the enterprise are produced in a matter under numbers, for an audience, and held from then on."""

import json

import pytest

from legal.exhibits.models import Exhibit
from legal.matters.actions import producing, submitting
from legal.matters.models import Matter, Produced
from portal.files.states import State as FileState
from portal.workflow.errors import NotAllowedError
from tests.factories import ExhibitFactory, MatterFactory, ProducedFactory, UserFactory

pytestmark = pytest.mark.django_db


def produced(matter: Matter, *exhibits: Exhibit, audience: str = "everyone", **changed: object) -> list[Produced]:
    return producing.produce(matter, exhibits, audience=audience, **({"by": matter.begun_by} | changed))


def numbers(matter: Matter) -> list[tuple[int, Exhibit]]:
    return [(one.number, one.exhibit) for one in matter.produced.all()]


def test_exhibits_get_their_numbers_in_the_order_they_are_produced(draft: Matter) -> None:
    first, second, third = ExhibitFactory.create_batch(3, enterprise=draft.enterprise)

    produced(draft, third, first)
    produced(draft, first, second, audience="institution")

    assert numbers(draft) == [(1, third), (2, first), (3, second)]
    assert [one.audience for one in draft.produced.all()] == ["everyone", "everyone", "institution"]
    assert [entry.details for entry in draft.entries.all()] == [
        {"numbers": [1, 2], "audience": "everyone"},
        {"numbers": [3], "audience": "institution"},
    ]
    assert str(draft.produced.first()) == f"1. {third.name}"


def test_what_is_produced_already_changes_nothing(draft: Matter) -> None:
    exhibit = ExhibitFactory.create(enterprise=draft.enterprise)
    produced(draft, exhibit)

    assert produced(draft, exhibit) == []
    assert draft.entries.count() == 1


def test_one_exhibit_serves_several_matters_and_is_held_by_them(draft: Matter) -> None:
    exhibit = ExhibitFactory.create(enterprise=draft.enterprise)
    other = MatterFactory.create(enterprise=draft.enterprise, begun_by=draft.begun_by)
    free = ExhibitFactory.create(enterprise=draft.enterprise)

    produced(draft, exhibit)
    produced(other, exhibit)

    assert (exhibit.is_held(), free.is_held()) == (True, False)


def test_exhibit_of_another_enterprise_or_withdrawn_is_refused(draft: Matter) -> None:
    withdrawn = ExhibitFactory.create(enterprise=draft.enterprise, withdrawn_at="2026-11-01T00:00Z")

    for exhibit in (ExhibitFactory.create(), withdrawn):
        with pytest.raises(NotAllowedError) as refusal:
            produced(draft, exhibit)
        assert refusal.value.code == "exhibit"
    assert not draft.produced.exists()


def test_more_exhibits_than_these_are_refused(draft: Matter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(producing, "MOST_PRODUCED", 1)

    with pytest.raises(NotAllowedError) as refusal:
        produced(draft, *ExhibitFactory.create_batch(2, enterprise=draft.enterprise))

    assert refusal.value.code == "many"


def test_stranger_produces_nothing(draft: Matter) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        produced(draft, ExhibitFactory.create(enterprise=draft.enterprise), by=UserFactory.create())

    assert refusal.value.code == "role"


def test_those_after_one_that_is_taken_out_move_up(draft: Matter) -> None:
    first, second, third = produced(draft, *ExhibitFactory.create_batch(3, enterprise=draft.enterprise))

    producing.take_out(first, version=2, by=draft.begun_by)

    assert numbers(draft) == [(1, second.exhibit), (2, third.exhibit)]
    assert draft.entries.last().details == {"number": 1}
    with pytest.raises(NotAllowedError) as refusal:
        producing.take_out(first, version=3, by=draft.begun_by)
    assert refusal.value.code == "gone"


def test_what_was_submitted_stays_and_a_supplement_follows_it(complete: Matter) -> None:
    before, after = ExhibitFactory.create_batch(2, enterprise=complete.enterprise)
    ours = produced(complete, before)[0]
    submission = submitting.submit(complete, by=complete.begun_by)
    Matter.objects.update(state="asked")
    produced(complete, after)

    complete.refresh_from_db()
    with pytest.raises(NotAllowedError) as refusal:
        producing.take_out(ours, version=complete.version, by=complete.begun_by)

    assert refusal.value.code == "submitted"
    assert [one.submission for one in complete.produced.all()] == [submission, None]


def test_exhibits_are_frozen_with_the_files_that_were_received(complete: Matter) -> None:
    original = ExhibitFactory.create(enterprise=complete.enterprise)
    translation = ExhibitFactory.create(enterprise=complete.enterprise, translation_of=original)
    produced(complete, original)
    produced(complete, translation, audience="institution")

    submission = submitting.submit(complete, by=complete.begun_by)

    frozen = json.loads(submission.content)["exhibits"]
    assert [(one["number"], one["audience"], one["translation_of"]) for one in frozen] == [
        (1, "everyone", ""),
        (2, "institution", original.sha256),
    ]
    assert [file["sha256"] for file in submission.files] == [original.sha256, translation.sha256]


def test_exhibit_whose_file_was_destroyed_keeps_the_matter_from_being_submitted(complete: Matter) -> None:
    file = ProducedFactory.create(matter=complete).exhibit.file
    type(file).objects.filter(pk=file.pk).update(state=FileState.INFECTED, finding="Eicar", scanner="ClamAV")

    with pytest.raises(NotAllowedError) as refusal:
        submitting.submit(complete, by=complete.begun_by)

    assert refusal.value.missing == ["The file of exhibit 1 cannot be used: take the exhibit out."]
