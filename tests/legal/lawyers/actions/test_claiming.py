"""Claims to profiles nobody keeps: nothing is gained before a moderator has decided, and nobody wins twice."""

import datetime

import pytest
from django.utils import timezone

from legal.lawyers.actions.claiming import accept, claim, is_free, refuse, withdraw
from legal.lawyers.actions.revising import revise
from legal.lawyers.models import Claim, FirmMember, Lawyer
from legal.lawyers.papers import PROOF, proofs
from legal.lawyers.states import ClaimState, State
from portal.files.models import File
from portal.workflow.errors import NotAllowedError
from tests.at_once import at_once, codes
from tests.factories import FirmFactory, FirmMemberFactory, LawyerFactory, UserFactory
from tests.legal.lawyers.actions.test_revising import refused
from tests.legal.lawyers.conftest import again
from tests.legal.lawyers.paper import moves, sent, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("folder")]


def claimed(subject, by) -> Claim:
    return claim(subject, statement="I am this lawyer.", proof=sent(by, PROOF), by=by)


def test_claim_gives_nothing_before_it_is_decided(keeper, moderator) -> None:
    lawyer = LawyerFactory.create()

    made = claimed(lawyer, keeper)

    assert (again(lawyer).user, len(proofs(made))) == (None, 1)
    assert told("claim-waiting") == {moderator.email}
    with refused("role"):
        revise(lawyer, by=keeper)
    with refused("once"):
        claimed(lawyer, keeper)


def test_accepted_claim_hands_the_profile_over_and_refuses_its_rivals(keeper, moderator) -> None:
    lawyer, rival = LawyerFactory.create(), UserFactory.create()
    won, lost = claimed(lawyer, keeper), claimed(lawyer, rival)

    accept(won, by=moderator)

    assert (again(lawyer).user, again(lost).state) == (keeper, ClaimState.REFUSED)
    assert (told("claim-accepted"), told("claim-refused")) == ({keeper.email}, {rival.email})
    assert [File.objects.get()] == proofs(won)
    assert "hand-to" in moves(lawyer)
    with refused("state"):
        accept(lost, by=moderator)


def test_page_of_a_claimed_profile_is_made_anew(keeper, moderator) -> None:
    lawyer = LawyerFactory.create()
    made = claimed(lawyer, keeper)

    accept(made, by=moderator)

    assert again(lawyer).changed_at > lawyer.changed_at


@pytest.mark.django_db(transaction=True)
def test_of_two_claimants_accepted_at_once_one_has_the_profile(moderator, staff) -> None:
    lawyer, people = LawyerFactory.create(), UserFactory.create_batch(2)
    made = [claimed(lawyer, person) for person in people]

    outcomes = at_once(
        *(lambda one=one, by=by: accept(one, by=by) for one, by in zip(made, (moderator, staff()), strict=True)),
        refused=NotAllowedError,
    )

    assert codes(outcomes) == ["state"]
    assert sorted(one.state for one in Claim.objects.all()) == [ClaimState.ACCEPTED, ClaimState.REFUSED]
    assert again(lawyer).user in people


@pytest.mark.django_db(transaction=True)
def test_one_claimant_gets_one_of_two_profiles_accepted_at_once(keeper, moderator, staff) -> None:
    made = [claimed(lawyer, keeper) for lawyer in LawyerFactory.create_batch(2)]

    outcomes = at_once(
        *(lambda one=one, by=by: accept(one, by=by) for one, by in zip(made, (moderator, staff()), strict=True)),
        refused=NotAllowedError,
    )

    assert codes(outcomes) == ["own"]
    assert Lawyer.objects.filter(user=keeper).count() == 1


@pytest.mark.django_db(transaction=True)
def test_person_claims_no_more_at_once_than_may_wait(keeper, settings) -> None:
    settings.LAWYER_CLAIMS = 1
    pairs = [(lawyer, sent(keeper, PROOF)) for lawyer in LawyerFactory.create_batch(3)]

    outcomes = at_once(
        *(
            lambda lawyer=lawyer, proof=proof: claim(lawyer, statement="Mine.", proof=proof, by=keeper)
            for lawyer, proof in pairs
        ),
        refused=NotAllowedError,
    )

    assert codes(outcomes) == ["many", "many"]


def test_claims_of_a_day_are_bounded_also_where_they_are_withdrawn(keeper, settings) -> None:
    settings.LAWYER_CLAIMS_A_DAY = 1
    lawyer = LawyerFactory.create()
    made = claimed(lawyer, keeper)
    withdraw(made, by=keeper)

    with refused("many"):
        claimed(lawyer, keeper)
    Claim.objects.update(asked_at=timezone.now() - datetime.timedelta(days=2))

    assert claimed(lawyer, keeper).state == ClaimState.ASKED


def test_withdrawn_claim_leaves_no_paper_and_is_withdrawn_by_nobody_else(keeper) -> None:
    made = claimed(LawyerFactory.create(), keeper)
    with refused("role"):
        withdraw(made, by=UserFactory.create())

    withdraw(made, by=keeper)

    assert (again(made).state, again(made).statement) == (ClaimState.WITHDRAWN, "")
    assert not File.objects.exists()


def test_refused_claim_says_why(keeper, moderator) -> None:
    made = claimed(LawyerFactory.create(), keeper)
    with refused("reason"):
        refuse(made, reason="", by=moderator)

    refuse(made, reason="The licence names somebody else.", by=moderator)

    assert again(made).remark == "The licence names somebody else."
    assert not File.objects.exists()


def test_only_what_nobody_keeps_and_readers_see_can_be_claimed(published, keeper) -> None:
    hidden = LawyerFactory.create(state=State.HIDDEN)
    someone = UserFactory.create()

    for subject in (published, hidden, FirmMemberFactory.create(administrator=True).firm):
        with refused("kept"):
            claimed(subject, someone)
    with refused("own"):
        claimed(LawyerFactory.create(), keeper)
    assert is_free(LawyerFactory.create())
    assert not is_free(FirmFactory.create(verified_at=None, verified_by=None, recheck_on=None))


def test_moderator_decides_no_claim_of_their_own(moderator, staff) -> None:
    made = claimed(LawyerFactory.create(), moderator)

    with refused("own"):
        accept(made, by=moderator)
    with refused("role"):
        accept(made, by=UserFactory.create())
    accept(made, by=staff())
    assert again(made).state == ClaimState.ACCEPTED


def test_firm_is_claimed_by_who_speaks_for_it(keeper, moderator) -> None:
    firm = FirmFactory.create()

    accept(claimed(firm, keeper), by=moderator)

    assert FirmMember.objects.get().administrator
    assert not is_free(firm)
