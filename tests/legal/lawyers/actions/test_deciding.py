"""Moderators decide what readers see, and nothing else than what they were shown."""

import datetime

import pytest
from django.utils import timezone

from legal.lawyers.actions.deciding import accept, hide, put_back, send_back, show, take, verify
from legal.lawyers.actions.revising import put_paper, recall, revise, submit
from legal.lawyers.actions.works import accept_work, refuse_work
from legal.lawyers.checklist import Check
from legal.lawyers.errors import ChangedMeanwhileError
from legal.lawyers.facts.comparing import changes, needs_verification, seen
from legal.lawyers.models import Lawyer, Mention
from legal.lawyers.papers import licence_papers
from legal.lawyers.states import RevisionState, State
from portal.files.models import File
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Assignment, Event
from tests.at_once import at_once, codes
from tests.factories import FirmMemberFactory, LawyerFactory, MentionFactory, UserFactory
from tests.legal.lawyers.actions.test_revising import refused
from tests.legal.lawyers.conftest import again
from tests.legal.lawyers.paper import moves, sent, told

pytestmark = pytest.mark.django_db


def all_of(revision):
    return {"seen_mark": seen(revision), "checks": Check.values}


def test_accepted_profile_is_published_with_its_verified_licence(published, keeper, moderator) -> None:
    assert (published.state, published.verified_by) == (State.PUBLISHED, moderator)
    assert published.recheck_on == timezone.localdate() + datetime.timedelta(days=365)
    assert [skill.language for skill in published.skills.all()] == ["zh"]
    assert moves(published) == ["begin", "submit", "publish"]
    assert told("accepted") == {keeper.email}
    assert not Assignment.objects.exists()


def test_event_of_an_acceptance_keeps_what_was_looked_at(published) -> None:
    revision = published.revisions.get()

    accepted = Event.objects.of(revision).last()

    assert accepted is not None
    assert accepted.details["checks"] == sorted(Check.values)
    assert accepted.details["papers"] == [paper.sha256 for paper in licence_papers(revision)]
    assert "licence_number" in accepted.details["fields"]
    assert (revision.published, revision.is_open) == ({}, False)


def test_nothing_is_accepted_that_is_on_no_desk_or_another_ones(submitted, moderator, staff) -> None:
    with refused("free"):
        accept(submitted, **all_of(submitted), by=moderator)
    take(submitted, by=moderator)

    with refused("held"):
        accept(submitted, **all_of(submitted), by=staff())
    with refused("role"):
        accept(submitted, **all_of(submitted), by=UserFactory.create())


def test_new_licence_is_not_accepted_with_a_line_of_the_checklist_left_out(on_the_desk, moderator) -> None:
    with refused("checks"):
        accept(on_the_desk, seen_mark=seen(on_the_desk), checks=[Check.NAME], by=moderator)

    assert again(on_the_desk).state == RevisionState.SUBMITTED


def test_moderator_decides_no_profile_of_their_own(submitted, keeper, moderator) -> None:
    Lawyer.objects.filter(pk=submitted.lawyer_id).update(user=moderator)

    with refused("own"):
        take(again(submitted), by=moderator)


def test_readers_see_what_was_accepted_last_while_changes_wait(change, published) -> None:
    revision = change(summary_en="Something new.", topics=[])

    assert again(published).summary_en in {None, ""}
    assert [(str(one.label), one.before, one.after) for one in changes(revision)] == [
        ("About the practice, in English", [], ["Something new."])
    ]


def test_changes_that_no_licence_speaks_of_are_accepted_without_verifying_it(change, published, moderator) -> None:
    verified = published.verified_at
    revision = change(fees_en="By the hour.", skills=[{"language": "ru", "consult": "B2", "draft": "", "plead": ""}])

    accept(revision, seen_mark=seen(revision), by=moderator)

    held, decided = again(published), again(revision)
    assert (held.fees_en, held.verified_at) == ("By the hour.", verified)
    assert [skill.language for skill in held.skills.all()] == ["ru"]
    assert held.changed_at > published.changed_at
    assert (decided.published["fees_en"], [str(one.label) for one in changes(decided)]) == (
        "",
        ["Languages", "Fees, in English"],
    )


def test_rows_that_stay_the_same_stay_the_same_rows(change, published, moderator) -> None:
    admission, skill = published.admissions.get(), published.skills.get()
    revision = change(education=[{"institution": "A", "degree": "", "year": 2001, "language": "en"}])

    accept(revision, seen_mark=seen(revision), by=moderator)

    assert (published.admissions.get(), published.skills.get()) == (admission, skill)
    assert published.education.get().year == 2001


def test_changed_licence_is_verified_anew(published, keeper, moderator) -> None:
    revision = revise(published, by=keeper)
    revision.facts |= {"licence_number": "NEW-1"}
    revision.save()
    assert needs_verification(published, revision)
    first = File.objects.get()
    put_paper(revision, sent(keeper, colour="red"), by=keeper)
    submit(revision, by=keeper)
    take(revision, by=moderator)
    revision = again(revision)

    with refused("checks"):
        accept(revision, seen_mark=seen(revision), by=moderator)
    accept(revision, **all_of(revision), by=moderator)

    held = again(published)
    assert (held.licence_number, held.verified_at > published.verified_at) == ("NEW-1", True)
    # The paper it was verified by before was kept until now.
    assert first not in File.objects.all()
    assert File.objects.get() == licence_papers(revision)[0]


def test_number_another_verified_lawyer_has_is_not_accepted(on_the_desk, moderator) -> None:
    LawyerFactory.create(licence_number=on_the_desk.facts["licence_number"])

    with refused("taken"):
        accept(on_the_desk, **all_of(on_the_desk), by=moderator)

    assert again(on_the_desk).lawyer.state == State.SUBMITTED


def test_what_changed_since_the_moderator_looked_is_not_accepted(change, published, keeper, moderator) -> None:
    revision = change(fees_en="By the hour.")
    shown = seen(revision)
    recall(revision, by=keeper)
    revision = again(revision)
    revision.facts |= {"fees_en": "By the minute."}
    revision.save()
    submit(revision, by=keeper)
    take(revision, by=moderator)

    with pytest.raises(ChangedMeanwhileError):
        accept(revision, seen_mark=shown, by=moderator)

    assert again(published).fees_en in {None, ""}


def test_what_readers_see_by_now_counts_as_seen_too(change, published, moderator) -> None:
    revision = change(fees_en="By the hour.")
    shown = seen(revision)
    Lawyer.objects.filter(pk=published.pk).update(fees_ru="Почасовая оплата.")

    with pytest.raises(ChangedMeanwhileError):
        accept(again(revision), seen_mark=shown, by=moderator)


def test_returned_profile_can_be_mended_and_submitted_again(on_the_desk, keeper, moderator) -> None:
    with refused("reason"):
        send_back(on_the_desk, remark=" ", by=moderator)

    send_back(on_the_desk, remark="The licence cannot be read.", by=moderator)

    held = again(on_the_desk)
    assert (held.state, held.lawyer.state) == (RevisionState.RETURNED, State.DRAFT)
    assert (held.remark, told("returned")) == ("The licence cannot be read.", {keeper.email})
    submit(held, by=keeper)
    assert again(held).remark == ""


def test_returned_change_leaves_the_published_profile_as_it_is(change, published, moderator) -> None:
    revision = change(fees_en="By the hour.")

    send_back(revision, remark="Say what an hour costs.", by=moderator)

    assert again(published).state == State.PUBLISHED
    assert again(published).fees_en in {None, ""}


def test_revision_is_put_back_and_taken_by_another(on_the_desk, moderator, staff) -> None:
    with refused("held"):
        take(on_the_desk, by=staff())
    put_back(on_the_desk, by=moderator)
    other = staff()

    take(on_the_desk, by=other)

    assert Assignment.objects.get().holder == other


def test_revision_is_taken_off_the_desk_of_who_may_decide_no_more(on_the_desk, moderator, staff) -> None:
    moderator.user_permissions.clear()
    other = staff()

    take(on_the_desk, by=other)

    assert Assignment.objects.get().holder == other


def test_only_what_waits_is_taken(complete, moderator) -> None:
    with refused("state"):
        take(complete, by=moderator)


@pytest.mark.django_db(transaction=True)
def test_revision_accepted_twice_at_once_is_accepted_once(change, moderator, published) -> None:
    revision = change(fees_en="By the hour.")
    shown = seen(revision)

    outcomes = at_once(
        *(lambda: accept(revision, seen_mark=shown, by=moderator) for _ in range(2)), refused=NotAllowedError
    )

    assert codes(outcomes) == ["free"]
    assert moves(revision).count("accept") == 1


@pytest.mark.django_db(transaction=True)
def test_revision_taken_back_while_it_is_accepted_is_one_or_the_other(change, keeper, moderator, published) -> None:
    revision = change(fees_en="By the hour.")
    shown = seen(revision)

    outcomes = at_once(
        lambda: accept(revision, seen_mark=shown, by=moderator),
        lambda: recall(revision, by=keeper),
        refused=NotAllowedError,
    )

    accepted = again(revision).state == RevisionState.ACCEPTED
    assert codes(outcomes) == (["state"] if accepted else ["free"])
    assert (again(published).fees_en == "By the hour.") == accepted


@pytest.mark.django_db(transaction=True)
def test_of_two_profiles_with_one_licence_accepted_at_once_one_is(submitted, moderator, staff) -> None:
    rival = LawyerFactory.create(
        state=State.SUBMITTED, verified_at=None, verified_by=None, recheck_on=None, licence_number="X"
    )
    other = rival.revisions.create(facts=submitted.facts, state=RevisionState.SUBMITTED, submitted_at=timezone.now())
    desks = [(submitted, moderator), (other, staff())]
    for revision, by in desks:
        take(revision, by=by)

    outcomes = at_once(
        *(lambda revision=revision, by=by: accept(revision, **all_of(revision), by=by) for revision, by in desks),
        refused=NotAllowedError,
    )

    assert codes(outcomes) == ["taken"]
    assert Lawyer.objects.published().count() == 1


def test_licence_is_verified_again_as_it_stands(published, keeper, moderator) -> None:
    Lawyer.objects.filter(pk=published.pk).update(recheck_on=timezone.localdate())

    with refused("checks"):
        verify(published, checks=[], by=moderator)
    verify(published, checks=Check.values, by=moderator)

    assert not again(published).is_recheck_due()
    assert told("verified") == {keeper.email}


def test_licence_of_a_draft_is_verified_with_the_profile(begun, moderator) -> None:
    with refused("state"):
        verify(begun.lawyer, checks=Check.values, by=moderator)
    with refused("role"):
        verify(begun.lawyer, checks=Check.values, by=UserFactory.create())


def test_profile_is_hidden_for_a_reason_and_shown_again(published, keeper, moderator) -> None:
    with refused("reason"):
        hide(published, reason="", by=moderator)

    hide(published, reason="The licence is being looked into.", by=moderator)
    assert not Lawyer.objects.published().exists()
    show(published, by=moderator)

    assert Lawyer.objects.published().exists()
    assert told("hidden") == told("shown") == {keeper.email}


def test_named_cases_are_accepted_and_refused_one_by_one(published, keeper, moderator) -> None:
    good, bad = MentionFactory.create_batch(2, lawyer=published, accepted_at=None, accepted_by=None)

    accept_work(good, by=moderator)
    with refused("reason"):
        refuse_work(bad, reason="", by=moderator)
    refuse_work(bad, reason="The judgment names another lawyer.", by=moderator)

    assert [*Mention.objects.accepted()] == [good]
    assert again(bad).refusal == "The judgment names another lawyer."
    assert told("work-accepted") == told("work-refused") == {keeper.email}
    with refused("state"):
        accept_work(bad, by=moderator)


def test_changes_of_a_firm_are_decided_like_those_of_a_lawyer(moderator) -> None:
    administrator = FirmMemberFactory.create(administrator=True)
    revision = revise(administrator.firm, by=administrator.user)
    revision.facts |= {"about_en": "Something new.", "website": "https://firm.example"}
    revision.save()
    submit(revision, by=administrator.user)
    take(revision, by=moderator)
    revision = again(revision)

    accept(revision, seen_mark=seen(revision), by=moderator)

    assert again(administrator.firm).about_en == "Something new."
    assert told("accepted") == {administrator.user.email}


def test_moderator_who_belongs_to_a_firm_decides_nothing_of_it(moderator) -> None:
    administrator = FirmMemberFactory.create(administrator=True)
    FirmMemberFactory.create(firm=administrator.firm, user=moderator)

    with refused("own"):
        verify(administrator.firm, checks=Check.values, by=moderator)
