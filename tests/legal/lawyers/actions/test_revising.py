"""Keepers write profiles, submit them, take them back; nothing is shown before it was accepted."""

import datetime

import pytest
from django.utils import timezone

from legal.lawyers.actions.profiles import (
    begin,
    discard,
    name_work,
    set_availability,
    unname_work,
)
from legal.lawyers.actions.revising import (
    mark_of,
    put_paper,
    recall,
    revise,
    save,
    submit,
    withdraw,
)
from legal.lawyers.errors import ChangedMeanwhileError, IncompleteError
from legal.lawyers.facts import groups
from legal.lawyers.models import Firm, Lawyer, Mention, Revision
from legal.lawyers.papers import licence_papers
from legal.lawyers.states import RevisionState, State
from portal.files.models import File
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Assignment
from tests.at_once import at_once, behind, codes
from tests.factories import (
    CaseFactory,
    FirmMemberFactory,
    JurisdictionFactory,
    LawFactory,
    LawyerFactory,
    MentionFactory,
    UserFactory,
)
from tests.legal.lawyers.conftest import again
from tests.legal.lawyers.paper import moves, sent, told

pytestmark = pytest.mark.django_db

NAMES = {"name_zh_hans": "", "name_en": "Zhao Lan", "name_ru": ""}


def refused(code: str):
    return pytest.raises(NotAllowedError, check=lambda error: error.code == code)


def test_begun_profile_is_shown_to_nobody_and_has_a_revision_to_write_in(begun, keeper) -> None:
    lawyer = begun.lawyer

    assert (lawyer.slug, lawyer.state, lawyer.user) == ("zhao-lan", State.DRAFT, keeper)
    assert (begun.facts["name_zh_hans"], begun.facts["kind"], begun.facts["jurisdiction"]) == (
        "赵岚",
        "prc-lawyer",
        "cn",
    )
    assert (moves(lawyer), lawyer.sort_en) == (["begin"], "zhao lan")
    assert not Lawyer.objects.published().exists()


def test_person_has_one_profile_and_two_of_one_name_have_two_addresses(begun, keeper) -> None:
    with refused("own"):
        begin(names=NAMES, kind="prc-lawyer", jurisdiction=begun.lawyer.jurisdiction, by=keeper)
    other = begin(names=NAMES, kind="prc-lawyer", jurisdiction=begun.lawyer.jurisdiction, by=UserFactory.create())
    nameless = begin(
        names=NAMES | {"name_en": "", "name_ru": "!!!"},
        kind="prc-lawyer",
        jurisdiction=begun.lawyer.jurisdiction,
        by=UserFactory.create(),
    )

    assert other.slug.startswith("zhao-lan-")
    assert nameless.slug.startswith("lawyer-")


@pytest.mark.django_db(transaction=True)
def test_name_taken_in_the_same_moment_is_told() -> None:
    jurisdiction, (first, second) = JurisdictionFactory.create(), UserFactory.create_batch(2)

    def begin_as(by):
        return begin(names=NAMES, kind="prc-lawyer", jurisdiction=jurisdiction, by=by)

    outcome = behind(lambda: begin_as(first), lambda: begin_as(second), refused=NotAllowedError)

    assert outcome.code == "name"
    assert Lawyer.objects.get().user == first
    assert Revision.objects.count() == 1


def test_answers_of_a_group_are_saved_upon_what_the_page_showed(begun, keeper) -> None:
    shown = mark_of(begun, groups.FEES)
    answers = {"fees_zh_hans": "", "fees_en": "By the hour.", "fees_ru": "", "kind": "not of this group"}

    held = save(begun, groups.FEES, answers, seen=shown, by=keeper)

    assert (held.facts["fees_en"], held.facts["kind"]) == ("By the hour.", "prc-lawyer")
    with pytest.raises(ChangedMeanwhileError):
        save(begun, groups.FEES, answers, seen=shown, by=keeper)
    with refused("role"):
        save(begun, groups.FEES, answers, seen=shown, by=UserFactory.create())


def test_what_is_missing_is_named_before_anything_is_submitted(begun, keeper) -> None:
    begun.facts |= {"name_zh_hans": "", "name_en": ""}
    begun.save()

    with pytest.raises(IncompleteError) as lacking:
        submit(begun, by=keeper)

    assert [one.group for one in lacking.value.missing] == [
        *("person", "licence", "licence", "licence", "admissions", "languages"),
    ]


def test_foreign_lawyer_is_not_admitted_in_china(complete, keeper) -> None:
    complete.facts |= {"kind": "foreign-lawyer"}
    complete.save()

    with pytest.raises(IncompleteError) as lacking:
        submit(complete, by=keeper)

    assert [one.group for one in lacking.value.missing] == ["admissions"]


def test_submitted_profile_waits_and_its_keeper_and_moderators_are_told(complete, keeper, moderator) -> None:
    submit(complete, by=keeper)

    held = again(complete)
    assert (held.state, held.lawyer.state) == (RevisionState.SUBMITTED, State.SUBMITTED)
    assert (held.lawyer.licence_number, held.lawyer.admissions.count()) == ("16501201910123456", 1)
    assert (told("submitted"), told("waiting")) == ({keeper.email}, {moderator.email})
    with refused("state"):
        save(held, groups.FEES, {}, seen="", by=keeper)


def test_submitted_profile_is_taken_back_off_any_desk(on_the_desk, keeper) -> None:
    recall(on_the_desk, by=keeper)

    held = again(on_the_desk)
    assert (held.state, held.lawyer.state) == (RevisionState.DRAFT, State.DRAFT)
    assert not Assignment.objects.exists()
    with refused("state"):
        recall(held, by=keeper)


def test_withdrawn_changes_leave_no_paper_and_make_room_for_others(submitted, keeper) -> None:
    withdraw(submitted, by=keeper)

    held = again(submitted)
    assert (held.state, held.facts, held.lawyer.state) == (RevisionState.WITHDRAWN, {}, State.DRAFT)
    assert not File.objects.exists()
    assert revise(held.lawyer, by=keeper).facts["licence_number"] == "16501201910123456"


def test_changes_of_a_published_profile_that_change_nothing_are_not_submitted(published, keeper) -> None:
    revision = revise(published, by=keeper)

    assert revise(published, by=keeper) == revision
    with refused("same"):
        submit(revision, by=keeper)
    with refused("role"):
        revise(published, by=UserFactory.create())


@pytest.mark.django_db(transaction=True)
def test_two_devices_begin_one_revision_between_them(published, keeper) -> None:
    outcomes = at_once(*(lambda: revise(published, by=keeper) for _ in range(3)))

    assert len({revision.pk for revision in outcomes}) == 1
    assert Revision.objects.open().count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_devices_that_save_at_once_one_is_told_what_the_other_saved(begun, keeper) -> None:
    shown = mark_of(begun, groups.FEES)

    def said(fees: str):
        answers = {"fees_zh_hans": "", "fees_en": fees, "fees_ru": ""}
        return lambda: save(begun, groups.FEES, answers, seen=shown, by=keeper)

    outcomes = at_once(said("One."), said("Two."), refused=NotAllowedError)

    assert codes(outcomes) == ["changed"]
    assert again(begun).facts["fees_en"] in {"One.", "Two."}


def test_another_paper_takes_the_place_of_the_first(complete, keeper) -> None:
    (first,) = licence_papers(complete)

    put_paper(complete, first, by=keeper)
    put_paper(complete, sent(keeper, colour="red"), by=keeper)
    (second,) = licence_papers(complete)
    put_paper(complete, None, by=keeper)

    assert first.sha256 != second.sha256
    assert not File.objects.exists()


def test_profile_never_published_is_discarded_with_its_papers(complete, keeper) -> None:
    with refused("role"):
        discard(complete.lawyer, by=UserFactory.create())

    discard(complete.lawyer, by=keeper)

    assert [model.objects.count() for model in (Lawyer, Revision, File)] == [0, 0, 0]
    with refused("gone"):
        submit(complete, by=keeper)


def test_published_profile_is_not_discarded(published, keeper) -> None:
    with refused("state"):
        discard(published, by=keeper)


def test_availability_is_shown_at_once(published, keeper) -> None:
    before = published.changed_at
    hours = [(1, datetime.time(10), datetime.time(14)), (1, datetime.time(16), datetime.time(20))]

    set_availability(published, takes_new_matters=False, time_zone="Asia/Almaty", hours=hours, by=keeper)

    held = again(published)
    assert (held.takes_new_matters, held.time_zone, held.office_hours.count()) == (False, "Asia/Almaty", 2)
    assert held.changed_at > before
    assert moves(held)[-1] == "availability"
    with refused("role"):
        set_availability(held, takes_new_matters=True, time_zone="", hours=(), by=UserFactory.create())


def test_named_case_waits_for_a_moderator(published, keeper, moderator) -> None:
    case, law = CaseFactory.create(), LawFactory.create()

    mention = name_work(published, case=case, by=keeper)
    name_work(published, law=law, path="article-1", by=keeper)

    assert (mention.accepted_at, Mention.objects.waiting().count()) == (None, 2)
    assert told("work-named") == {moderator.email}
    with refused("once"):
        name_work(published, case=case, by=keeper)
    with refused("role"):
        name_work(published, law=law, by=UserFactory.create())


def test_profile_names_no_more_than_it_can_show(begun, keeper, settings) -> None:
    settings.LAWYER_MENTIONS = 1
    name_work(begun.lawyer, case=CaseFactory.create(), by=keeper)

    with refused("many"):
        name_work(begun.lawyer, case=CaseFactory.create(), by=keeper)
    assert told("work-named") == set()


def test_named_case_is_taken_out_by_its_lawyer_but_not_once_it_was_refused(published, keeper) -> None:
    shown = MentionFactory.create(lawyer=published)
    refusal = MentionFactory.create(
        lawyer=published, accepted_at=None, accepted_by=None, refused_at=timezone.now(), refusal="Another lawyer."
    )

    unname_work(shown, by=keeper)
    unname_work(shown, by=keeper)

    assert [*published.mentions.all()] == [refusal]
    with refused("refused"):
        unname_work(refusal, by=keeper)
    with refused("role"):
        unname_work(refusal, by=UserFactory.create())


def test_firm_is_revised_by_its_administrators_alone() -> None:
    administrator, member = FirmMemberFactory.create(administrator=True), UserFactory.create()
    firm: Firm = administrator.firm
    FirmMemberFactory.create(firm=firm, user=member)

    revision = revise(firm, by=administrator.user)

    assert (revision.firm, revision.facts["city_en"], str(revision)) == (firm, "Kashgar", str(firm))
    assert [*Revision.objects.of_keeper(administrator.user)] == [revision]
    with refused("role"):
        revise(firm, by=member)


def test_lawyer_of_nobody_is_kept_by_nobody() -> None:
    with refused("role"):
        revise(LawyerFactory.create(), by=UserFactory.create())
