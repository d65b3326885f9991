"""Exhibits come into the list, and corrected files take the place of others."""

import dataclasses

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from enterprises.states import State
from legal.exhibits.actions.adding import add, replace
from legal.exhibits.actions.facts import Facts, facts_of
from legal.exhibits.models import Exhibit
from portal.files.models import File
from portal.files.refusals import RefusedError
from portal.workflow.errors import NotAllowedError
from tests.factories import EnterpriseFactory, ExhibitFactory, UserFactory

pytestmark = pytest.mark.django_db
FACTS = Facts(name="Contract", worded_in="en", kind="contract", form="original", language="kk", second_language="ru")


def told(**facts: object) -> Facts:
    return dataclasses.replace(FACTS, **facts)


def test_added_exhibit_is_the_next_of_the_list_with_the_checksum_of_its_file(enterprise, owner, exhibit, sent) -> None:
    file = sent()

    added = add(enterprise, file, facts=FACTS, by=owner)

    added.refresh_from_db()
    assert (added.number, added.sha256, added.added_by, facts_of(added)) == (2, file.sha256, owner, FACTS)
    assert (added.file.owner, added.file.expires_at, len(added.key)) == (added, None, 12)
    assert not File.objects.of(owner).exists()


def test_exhibit_is_added_by_who_may_write_down_facts(enterprise, viewer, sent) -> None:
    with pytest.raises(NotAllowedError) as refusal:
        add(enterprise, sent(by=viewer), facts=FACTS, by=viewer)

    assert refusal.value.code == "role"


@pytest.mark.parametrize("state", [State.DRAFT, State.SUSPENDED, State.REJECTED])
def test_exhibit_is_added_to_no_list_that_may_be_thrown_away_or_is_barred(owner, sent, state) -> None:
    enterprise = EnterpriseFactory.create(owner=owner, state=state, number="")

    with pytest.raises(NotAllowedError) as refusal:
        add(enterprise, sent(), facts=FACTS, by=owner)

    assert refusal.value.code == "state"


def test_same_file_is_not_added_twice(enterprise, owner, sent) -> None:
    add(enterprise, sent(), facts=FACTS, by=owner)

    with pytest.raises(NotAllowedError) as refusal:
        add(enterprise, sent(), facts=FACTS, by=owner)

    assert refusal.value.messages == ["This very file is in the list already: No. 1, “Contract”."]


def test_list_has_room_for_so_much(enterprise, owner, exhibit, sent, settings) -> None:
    settings.EXHIBITS_QUOTA = 3000

    with pytest.raises(RefusedError) as refusal:
        add(enterprise, sent(size=1801), facts=FACTS, by=owner)

    assert refusal.value.code == "no-room"
    assert add(enterprise, sent(size=1800), facts=FACTS, by=owner)


def test_file_of_somebody_else_is_not_added(enterprise, owner, sent) -> None:
    with pytest.raises(PermissionDenied):
        add(enterprise, sent(by=UserFactory.create()), facts=FACTS, by=owner)

    assert not Exhibit.objects.exists()


def test_translation_is_of_an_original_of_the_list_into_another_language(enterprise, owner, exhibit, sent) -> None:
    translation = add(
        enterprise, sent(), facts=told(translation_of=exhibit, translator="Bureau", second_language=""), by=owner
    )

    codes = {}
    for original in (translation, ExhibitFactory.create(), exhibit):
        facts = told(translation_of=original, language="ru", second_language="")
        with pytest.raises(NotAllowedError) as refusal:
            add(enterprise, sent(str(original)), facts=facts, by=owner)
        codes[original] = refusal.value.code

    assert list(codes.values()) == ["original", "original", "language"]
    assert list(exhibit.translations.all()) == [translation]
    assert (translation.is_translation, exhibit.is_translation) == (True, False)


def test_corrected_file_is_a_new_exhibit_and_the_old_one_stays(exhibit, owner, sent, held) -> None:
    held.add(exhibit.pk)
    file = sent()

    new = replace(exhibit, file, by=owner)

    exhibit.refresh_from_db()
    assert (new.replaces, new.number, new.sha256, facts_of(new)) == (exhibit, 2, file.sha256, facts_of(exhibit))
    assert (exhibit.is_listed, exhibit.successor, new.successor) == (False, new, None)
    assert File.objects.of(exhibit).exists()


def test_exhibit_is_replaced_once_and_by_another_file(exhibit, owner, sent) -> None:
    replace(exhibit, sent(), by=owner)

    with pytest.raises(NotAllowedError) as replaced:
        replace(exhibit, sent("More."), by=owner)
    with pytest.raises(NotAllowedError) as twice:
        replace(Exhibit.objects.listed().get(), sent(), by=owner)

    assert (replaced.value.code, twice.value.code) == ("replaced", "twice")


def test_withdrawn_exhibit_is_replaced_as_of_the_day_it_was_withdrawn(exhibit, owner, sent) -> None:
    day = timezone.now()
    Exhibit.objects.update(withdrawn_at=day)

    replace(exhibit, sent(), by=owner)

    exhibit.refresh_from_db()
    assert exhibit.withdrawn_at == day
