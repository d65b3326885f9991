"""The pages of the members, of invitations and of requests to join."""

import pytest

from enterprises.actions.inviting import invite
from enterprises.actions.joining import ask
from enterprises.models import Enterprise, Invitation, JoinRequest, Membership, Transfer
from enterprises.numbers import read
from enterprises.policies import Role
from enterprises.states import AskingState, InvitationState, State
from enterprises.views.people import MEMBERS_A_PAGE
from tests.factories import EnterpriseFactory, InvitationFactory, JurisdictionFactory, MembershipFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]

NUMBER = "916531010000000196"


@pytest.fixture
def browser(signed_in, owner):
    return signed_in(owner)


def test_owner_invites_resends_and_withdraws(browser, at, submitted) -> None:
    fields = {"email": "new@enterprise.example", "role": "viewer", "language": "zh-hans"}
    browser.post(at("invite", submitted.key), fields)
    invitation = Invitation.objects.get()
    assert "been invited already" in browser.post(at("invite", submitted.key), fields).text
    assert "notice error" in browser.post(at("invite", submitted.key), {}).text

    response = browser.post(at("resend", submitted.key), {"invitation": invitation.pk}, follow=True)
    assert "sent a moment ago" in response.text
    browser.post(at("withdraw", submitted.key), {"invitation": invitation.pk})
    invitation.refresh_from_db()
    assert invitation.state == InvitationState.WITHDRAWN


def test_invitation_of_a_draft_is_withdrawn_on_its_step(browser, at, enterprise, owner) -> None:
    invitation = invite(enterprise, email="new@enterprise.example", role="viewer", language="en", by=owner)

    response = browser.post(at("withdraw", enterprise.key), {"invitation": invitation.pk})

    assert response["Location"] == at("people", enterprise.key)


@pytest.mark.parametrize(
    ("state", "shown"), [(State.VERIFIED, True), (State.SUSPENDED, False), (State.REJECTED, False)]
)
def test_page_offers_to_invite_only_while_somebody_may_join(browser, at, submitted, state, shown) -> None:
    InvitationFactory.create(enterprise=submitted)
    Enterprise.objects.filter(pk=submitted.pk).update(state=state)

    page = browser.get(at("members", submitted.key)).text

    assert (f'"{at("invite", submitted.key)}"' in page, f'"{at("resend", submitted.key)}"' in page) == (shown, shown)
    assert f'"{at("withdraw", submitted.key)}"' in page


def test_role_of_an_owner_is_offered_for_nobody(browser, at, submitted, member) -> None:
    member(Role.VIEWER)

    page = browser.get(at("members", submitted.key)).text

    assert '<option value="representative"' in page
    assert '<option value="owner"' not in page


@pytest.mark.parametrize("name", ["resend", "withdraw"])
def test_invitation_of_another_enterprise_is_not_found(browser, at, submitted, name) -> None:
    foreign = InvitationFactory.create()

    assert browser.post(at(name, submitted.key), {"invitation": foreign.pk}).status_code == 404


@pytest.mark.parametrize("language", ["zh-hans", "en", "ru"])
def test_invitation_is_shown_and_accepted(signed_in, at, submitted, language) -> None:
    invitation = InvitationFactory.create(enterprise=submitted, email="new@enterprise.example")
    client = signed_in(UserFactory.create(email="new@enterprise.example"))
    address = at("invitation", invitation.token, language=language)

    page = client.get(address).text
    assert any(name in page for name in submitted.names().values())
    assert client.post(address)["Location"] == at("home", submitted.key, language=language)

    assert Membership.objects.filter(enterprise=submitted, person__email="new@enterprise.example").exists()


@pytest.mark.parametrize("method", ["get", "post"])
def test_invitation_for_another_address_discloses_nothing(signed_in, at, submitted, method) -> None:
    invitation = InvitationFactory.create(enterprise=submitted, email="new@enterprise.example")

    response = getattr(signed_in(UserFactory.create()), method)(at("invitation", invitation.token))

    assert response.status_code == 409
    assert "sent to another address" in response.text
    assert "new@enterprise.example" not in response.text
    assert submitted.name_en not in response.text


def test_invitation_leads_who_is_signed_out_to_sign_in(client, at) -> None:
    response = client.get(at("invitation", "0" * 64))

    assert response.status_code == 302
    assert "next=" in response["Location"]


def test_owner_changes_roles_and_removes_after_a_question(browser, at, submitted, member) -> None:
    colleague = member(Role.VIEWER)
    browser.post(at("role", submitted.key), {"member": colleague.pk, "role": "representative"})
    colleague.refresh_from_db()
    assert colleague.role == Role.REPRESENTATIVE

    assert "is told so" in browser.post(at("remove", submitted.key), {"member": colleague.pk}).text
    browser.post(at("remove", submitted.key), {"member": colleague.pk, "sure": "1"})
    assert not Membership.objects.filter(pk=colleague.pk).exists()


@pytest.mark.parametrize(
    ("name", "fields"),
    [("role", {"role": "viewer"}), ("remove", {"sure": "1"}), ("transfer", {})],
)
def test_member_of_another_enterprise_is_not_found(browser, at, submitted, name, fields) -> None:
    foreign = MembershipFactory.create()

    assert browser.post(at(name, submitted.key), {"member": foreign.pk, **fields}).status_code == 404


def test_member_leaves_after_a_question(signed_in, at, submitted, member) -> None:
    client = signed_in(member(Role.VIEWER).person)

    assert client.get(at("leave", submitted.key)).status_code == 200
    assert client.post(at("leave", submitted.key))["Location"] == at("list")
    assert client.get(at("home", submitted.key)).status_code == 404


def test_last_owner_is_told_why_they_stay(browser, at, submitted) -> None:
    assert "needs an owner" in browser.post(at("leave", submitted.key), follow=True).text


@pytest.mark.parametrize(("answer", "state"), [("agree", AskingState.AGREED), ("decline", AskingState.DECLINED)])
def test_transfer_is_asked_for_and_answered(browser, signed_in, at, submitted, member, answer, state) -> None:
    colleague = member(Role.REPRESENTATIVE)
    other = signed_in(colleague.person)
    browser.post(at("transfer", submitted.key), {"member": colleague.pk})
    assert "Be the owner" in other.get(at("home", submitted.key)).text
    assert "Be the owner" not in browser.get(at("members", submitted.key)).text

    assert other.post(at("transfer-answer", submitted.key), {"answer": "perhaps"}).status_code == 302
    other.post(at("transfer-answer", submitted.key), {"answer": answer})

    assert Transfer.objects.get().state == state
    assert browser.post(at("transfer-answer", submitted.key), {"answer": answer}).status_code == 404


def test_transfer_is_withdrawn(browser, at, submitted, member) -> None:
    browser.post(at("transfer", submitted.key), {"member": member(Role.VIEWER).pk})

    browser.post(at("transfer-withdraw", submitted.key))

    assert Transfer.objects.get().state == AskingState.WITHDRAWN


def test_who_asks_to_join_reads_the_same_whether_anybody_is_there(signed_in, at, verified) -> None:
    JurisdictionFactory.create()
    pages = []
    for number in (NUMBER, "916531010000000271"):
        client = signed_in(UserFactory.create())
        page = client.post(at("join") + "?country=cn", {"cn-uscc": number}, follow=True).text
        pages.append(page.replace(number, "").split("</header>", 1)[1].split("</main")[0])

    assert "its owners have been asked" in pages[0]
    first, second = (page.split("csrfmiddlewaretoken")[0] for page in pages)
    assert first == second
    assert JoinRequest.objects.count() == 2


def test_request_to_join_wants_a_country_and_a_number(browser, at) -> None:
    JurisdictionFactory.create()

    assert "Choose a country" in browser.get(at("join")).text
    assert "notice error" in browser.get(at("join") + "?country=xx").text
    assert browser.get(at("join") + "?country=cn").status_code == 200
    assert "Give the number of the enterprise." in browser.post(at("join") + "?country=cn", {}).text
    assert "check digit" in browser.post(at("join") + "?country=cn", {"cn-uscc": "916531010000000197"}).text


def test_request_to_join_is_made_once_and_withdrawn(browser, at) -> None:
    JurisdictionFactory.create()
    address = at("join") + "?country=cn"
    browser.post(address, {"cn-uscc": NUMBER})
    assert "You have asked already" in browser.post(address, {"cn-uscc": NUMBER}).text

    browser.post(at("join-withdraw"), {"scheme": "cn-uscc", "value": NUMBER})

    assert JoinRequest.objects.get().state == AskingState.WITHDRAWN
    assert browser.post(at("join-withdraw"), {"scheme": "cn-uscc", "value": NUMBER}).status_code == 404
    assert browser.post(at("join-withdraw"), {"scheme": "cn-\0", "value": NUMBER}).status_code == 404


@pytest.mark.parametrize(("role", "state"), [("viewer", AskingState.AGREED), ("", AskingState.DECLINED)])
def test_owner_answers_who_asks_to_join(browser, at, verified, role, state) -> None:
    request = ask(read("cn-uscc", NUMBER), by=UserFactory.create(full_name="Somebody Who Asks"))
    assert "Somebody Who Asks" in browser.get(at("members", verified.key)).text

    browser.post(at("join-answer", verified.key), {"asking": request.pk, "role": role})

    request.refresh_from_db()
    assert request.state == state
    assert browser.post(at("join-answer", verified.key), {"asking": request.pk}).status_code == 404


POSTS = [
    "invite",
    "resend",
    "withdraw",
    "role",
    "remove",
    "join-answer",
    "transfer",
    "transfer-withdraw",
]


@pytest.mark.parametrize("name", POSTS)
def test_viewer_and_stranger_act_on_nobody(signed_in, at, submitted, member, name) -> None:
    for person, status in ((member(Role.VIEWER).person, 403), (UserFactory.create(), 404)):
        assert signed_in(person).post(at(name, submitted.key), {}).status_code == status
        assert signed_in(person).get(at(name, submitted.key)).status_code == 405


def test_viewer_sees_no_button_but_the_one_to_leave(signed_in, at, submitted, member) -> None:
    page = signed_in(member(Role.VIEWER).person).get(at("members", submitted.key)).text
    main = page.split("<main")[1].split("</main")[0]

    assert "<form" not in main
    assert at("leave", submitted.key) in main


@pytest.mark.parametrize("count", [1, 3])
def test_members_are_shown_in_a_fixed_number_of_queries(
    browser, at, submitted, member, count, django_assert_max_num_queries
) -> None:
    for number in range(count):
        member(Role.VIEWER, full_name=f"Member {number}")
        InvitationFactory.create(enterprise=submitted)
    browser.get(at("members", submitted.key))

    with django_assert_max_num_queries(9):
        page = browser.get(at("members", submitted.key)).text

    assert f"Member {count - 1}" in page


def test_members_are_turned_page_by_page(browser, at, submitted, member) -> None:
    for number in range(MEMBERS_A_PAGE):
        member(Role.VIEWER, full_name=f"Member {number}.")
    last = f"Member {MEMBERS_A_PAGE - 1}."

    first = browser.get(at("members", submitted.key)).text
    second = browser.get(at("members", submitted.key), {"page": 2}).text

    assert (last in first, "page=2" in first, last in second) == (False, True, True)


def test_foreign_enterprise_looks_like_none(browser, at) -> None:
    foreign = EnterpriseFactory.create()

    for name in ("home", "history", "members", "leave"):
        assert browser.get(at(name, foreign.key)).status_code == browser.get(at(name, "2" * 12)).status_code == 404
