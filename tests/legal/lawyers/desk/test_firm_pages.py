"""The pages of firms and of claims: for those who speak for a firm, and for those who say a profile is theirs."""

import pytest
from lxml import html

from legal.lawyers.actions.firms import invite
from legal.lawyers.models import Claim, FirmInvitation, FirmMember
from legal.lawyers.states import ClaimState, InvitationState
from tests.factories import FirmFactory, FirmMemberFactory, JurisdictionFactory, LawyerFactory, UserFactory
from tests.legal.lawyers.conftest import again
from tests.legal.lawyers.desk.conftest import at
from tests.legal.lawyers.desk.test_own_pages import LANGUAGES, post
from tests.legal.lawyers.paper import upload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates", "folder")]

# The session, who it is, the firm with its lawyers, members and invitations, what happened, the frame of the page.
FIRM_QUERIES = 11


@pytest.fixture
def firm(keeper):
    return FirmMemberFactory.create(user=keeper, administrator=True).firm


@pytest.mark.parametrize("language", LANGUAGES)
def test_firm_is_entered_or_found(own, language) -> None:
    JurisdictionFactory.create()
    unkept = FirmFactory.create(name_en="Silk Law")
    address = at("firm-enter", language=language)

    page = own.get(address, {"q": "silk"})
    wrong = own.post(address, {"kind": "prc-firm", "jurisdiction": "cn"})
    entered = own.post(address, {"name_en": "New Law", "kind": "prc-firm", "jurisdiction": "cn"})

    assert at("firm-claim", unkept.slug, language=language) in page.text
    assert 'role="alert"' in wrong.text
    assert entered["Location"] == at("firm-edit", "new-law", "firm", language=language)


def test_too_many_firms_are_refused_in_words(own, settings) -> None:
    JurisdictionFactory.create()
    settings.LAWYER_FIRMS = 0

    page = own.post(at("firm-enter"), {"name_en": "New Law", "kind": "prc-firm", "jurisdiction": "cn"})

    assert "Too many firms you have entered wait to be accepted." in page.text


@pytest.mark.parametrize(("language", "rows"), [("zh-hans", 3), ("en", 1), ("ru", 3)])
def test_page_of_a_firm_tells_everything_in_a_fixed_number_of_queries(
    own, firm, keeper, language, rows, django_assert_num_queries
) -> None:
    for _ in range(rows):
        LawyerFactory.create(firm=firm)
        FirmMemberFactory.create(firm=firm)
        invite(firm, lawyer=LawyerFactory.create(user=UserFactory.create()), by=keeper)
    own.get(at("firm", firm.slug, language=language))

    with django_assert_num_queries(FIRM_QUERIES):
        page = own.get(at("firm", firm.slug, language=language))

    assert page.text.count(at("firm-remove", firm.slug, language=language)) == rows
    assert page.text.count(at("firm-appoint", firm.slug, language=language)) == rows


def test_firm_that_is_not_verified_invites_nobody_yet(own, keeper) -> None:
    firm = FirmFactory.create(verified_at=None, verified_by=None, recheck_on=None)
    FirmMemberFactory.create(firm=firm, user=keeper, administrator=True)

    page = own.get(at("firm", firm.slug)).text

    assert at("firm-invite", firm.slug) not in page
    assert "Not published yet" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_of_a_firm_are_answered_and_compared(own, firm, language) -> None:
    answer = post(
        own, at("firm-edit", firm.slug, "firm", language=language), about_en="Something new.", website="firm.example"
    )

    page = own.get(at("firm-review", firm.slug, language=language)).text

    assert answer["Location"] == at("firm-edit", firm.slug, "firm-licence", language=language)
    assert own.get(answer["Location"]).status_code == 200
    assert "Something new." in html.fromstring(page).text_content()
    own.post(at("firm-move", firm.slug, "submit", language=language))
    assert again(firm).about_en == "A sample."
    assert own.post(at("firm-move", firm.slug, "withdraw", language=language)).status_code == 302


def test_lawyer_is_invited_by_the_address_of_the_page(own, firm) -> None:
    lawyer = LawyerFactory.create(user=UserFactory.create(), slug="ma-jun")

    refused = own.post(at("firm-invite", firm.slug), {"lawyer": "https://["})
    unknown = own.post(at("firm-invite", firm.slug), {"lawyer": "nobody"})
    own.post(at("firm-invite", firm.slug), {"lawyer": "https://portal.example/en/lawyers/ma-jun/?x=1"})
    twice = own.post(at("firm-invite", firm.slug), {"lawyer": "ma-jun"})

    assert "There is no lawyer of this portal at this address." in refused.text
    assert "There is no lawyer of this portal at this address." in unknown.text
    assert "This lawyer has been invited already." in twice.text
    assert FirmInvitation.objects.get().lawyer == lawyer


def test_administrator_withdraws_removes_and_appoints_within_the_firm_alone(own, firm, keeper) -> None:
    invitation = invite(firm, lawyer=LawyerFactory.create(user=UserFactory.create()), by=keeper)
    lawyer, member = LawyerFactory.create(firm=firm), FirmMemberFactory.create(firm=firm)
    foreign = LawyerFactory.create(firm=FirmFactory.create())

    own.post(at("firm-withdraw", firm.slug), {"invitation": invitation.pk})
    own.post(at("firm-remove", firm.slug), {"lawyer": lawyer.pk})
    own.post(at("firm-appoint", firm.slug), {"member": member.pk})

    assert again(invitation).state == InvitationState.WITHDRAWN
    assert (again(lawyer).firm, again(member).administrator) == (None, True)
    assert own.post(at("firm-remove", firm.slug), {"lawyer": foreign.pk}).status_code == 404
    assert own.post(at("firm-remove", firm.slug)).status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_last_administrator_hands_the_firm_back_with_a_tick(own, firm, language) -> None:
    address = at("firm-step-down", firm.slug, language=language)
    assert "handing_back" in own.get(address).text

    assert own.post(address)["Location"] == address
    assert own.post(address, {"handing_back": "on"})["Location"] == at("home", language=language)

    assert not FirmMember.objects.exists()


def test_one_of_two_administrators_steps_down_without_a_tick(own, firm) -> None:
    FirmMemberFactory.create(firm=firm, administrator=True)

    assert "handing_back" not in own.get(at("firm-step-down", firm.slug)).text
    own.post(at("firm-step-down", firm.slug))

    assert firm.members.count() == 1


@pytest.mark.parametrize("joins", [True, False])
def test_lawyer_answers_an_invitation_and_leaves(own, published, joins) -> None:
    administrator = FirmMemberFactory.create(administrator=True)
    invitation = invite(administrator.firm, lawyer=published, by=administrator.user)
    assert at("answer") in own.get(at("home")).text

    own.post(at("answer"), {"invitation": invitation.pk} | ({"joins": "on"} if joins else {}))

    assert again(published).firm == (administrator.firm if joins else None)
    assert own.post(at("answer"), {"invitation": 0}).status_code == 404
    own.post(at("leave"))
    assert again(published).firm is None


def test_firm_one_does_not_speak_for_is_not_there(own, keeper) -> None:
    member = FirmMemberFactory.create(user=keeper)

    assert own.get(at("firm", member.firm.slug)).status_code == 404
    assert own.get(at("firm-edit", FirmFactory.create().slug, "firm")).status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_profile_is_claimed_with_a_paper(own, language) -> None:
    lawyer = LawyerFactory.create()
    address = at("claim", lawyer.slug, language=language)
    assert own.get(address).status_code == 200

    without = own.post(address, {"statement": "I am this lawyer."})
    own.post(address, {"statement": "I am this lawyer.", "proof": upload()})

    assert 'role="alert"' in without.text
    assert Claim.objects.get().statement == "I am this lawyer."
    page = own.get(at("home", language=language)).text
    assert at("claim-withdraw", language=language) in page


def test_claim_that_is_refused_at_once_says_why(own, settings) -> None:
    settings.LAWYER_CLAIMS = 0

    page = own.post(at("claim", LawyerFactory.create().slug), {"statement": "Mine.", "proof": upload()})

    assert "Too many of your claims wait" in page.text


@pytest.mark.usefixtures("published")
def test_form_that_cannot_be_understood_is_answered_as_such(own, firm) -> None:
    unkept = LawyerFactory.create()
    forms = {
        at("claim", unkept.slug): {"statement": ""},
        at("firm-enter"): {"name_en": ""},
        at("firm-invite", firm.slug): {"lawyer": "nobody"},
        at("availability"): {"time_zone": "Nowhere"},
        at("work"): {"address": "nowhere"},
    }

    assert {address: own.post(address, typed).status_code for address, typed in forms.items()} == dict.fromkeys(
        forms, 422
    )


def test_claim_is_withdrawn_by_whoever_made_it(own, keeper) -> None:
    own.post(at("firm-claim", FirmFactory.create().slug), {"statement": "Mine.", "proof": upload()})
    foreign = Claim.objects.create(user=UserFactory.create(), lawyer=LawyerFactory.create(), statement="Mine.")

    own.post(at("claim-withdraw"), {"claim": Claim.objects.get(user=keeper).pk})

    assert Claim.objects.get(user=keeper).state == ClaimState.WITHDRAWN
    assert own.post(at("claim-withdraw"), {"claim": foreign.pk}).status_code == 404


def test_profile_somebody_keeps_looks_like_one_there_is_not(own, published) -> None:
    assert own.get(at("claim", published.slug)).status_code == 404
    assert own.get(at("claim", "nobody")).status_code == 404
    assert own.get(at("firm-claim", "nobody")).status_code == 404
