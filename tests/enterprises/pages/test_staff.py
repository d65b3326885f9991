"""Officers decide registrations in the console; lists stay quick; who may not look is refused."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from enterprises.actions.deciding import suspend, take
from enterprises.actions.registering import submit
from enterprises.checklist import Check
from enterprises.desk import A_PAGE
from enterprises.models import Enterprise, Identifier, Industry
from enterprises.policies import Role
from enterprises.states import State
from portal.accounts.models import User
from portal.workflow.models import Assignment
from tests.factories import EnterpriseFactory, IdentifierFactory, IndustryFactory, UserFactory
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db
# The session, who it is, their rights, and the rows.
LIST_QUERIES = 7
# A search asks first who is found.
SEARCH_QUERIES = 8
# Those, with the numbers, the members and the count of their pages.
CHANGE_QUERIES = 10
MEMBERS_A_PAGE = 20


def at(name: str, *parts: object) -> str:
    return reverse(f"admin:enterprises_enterprise_{name}", args=parts)


@pytest.fixture
def desk(client, officer):
    signed_in_staff(client, officer)
    return client


def test_queue_shows_the_longest_waiting_first(desk, submitted) -> None:
    younger = EnterpriseFactory.create(state=State.SUBMITTED)
    EnterpriseFactory.create(name_en="A Draft")

    page = desk.get(at("queue")).text

    assert page.index(str(submitted.register_name)) < page.index(str(younger.register_name))
    assert "A Draft" not in page


def test_queue_is_turned_page_by_page(desk) -> None:
    for _ in range(A_PAGE + 1):
        last = EnterpriseFactory.create(state=State.SUBMITTED)
    first = desk.get(at("queue")).text
    assert last.register_name not in first

    shown = Enterprise.objects.waiting()[A_PAGE - 1]
    page = desk.get(at("queue"), {"at": shown.submitted_at.isoformat(), "key": shown.pk}).text

    assert last.register_name in page
    assert shown.register_name not in page


@pytest.mark.parametrize("moment", ["yesterday", "2026-13-45T00:00:00+08:00", "2026-01-01T00:00:00"])
def test_queue_begins_anew_where_its_page_makes_no_sense(desk, submitted, moment) -> None:
    assert submitted.register_name in desk.get(at("queue"), {"at": moment, "key": 1}).text


def test_queue_shows_ones_own_desk(desk, in_review, officer) -> None:
    other = EnterpriseFactory.create(state=State.SUBMITTED)

    page = desk.get(at("queue") + "?mine").text

    assert in_review.register_name in page
    assert other.register_name not in page
    assert "没有待办登记" not in page
    assert "没有待办登记" in desk.get(at("queue"), {"mine": "", "at": "2999-01-01T00:00:00+08:00", "key": 1}).text


@pytest.mark.parametrize("language", ["zh-hans", "en", "ru"])
@pytest.mark.parametrize("state", [State.SUBMITTED, State.IN_REVIEW, State.VERIFIED, State.SUSPENDED])
def test_registration_is_shown_in_each_language(client, officer, verified, language, state) -> None:
    officer.language = language
    officer.save()
    Enterprise.objects.filter(pk=verified.pk).update(state=state)
    signed_in_staff(client, officer)

    page = client.get(at("registration", verified.pk)).text

    assert "916531010000000196" in page
    assert "营业执照.pdf" in page


def test_officer_takes_returns_takes_again_and_verifies(desk, submitted, owner) -> None:
    desk.post(at("take", submitted.pk))
    desk.post(at("return", submitted.pk), {"address": "Which street?"})
    submitted.refresh_from_db()
    assert submitted.state == State.RETURNED
    submit(submitted, by=owner)

    desk.post(at("take", submitted.pk))
    assert "Which street?" in desk.get(at("registration", submitted.pk)).text
    desk.post(at("verify", submitted.pk), {"checks": Check.values, "note": "Looked up."})

    submitted.refresh_from_db()
    assert submitted.state == State.VERIFIED
    assert "Looked up." in desk.get(at("registration", submitted.pk)).text


def test_unticked_checklist_is_answered_with_a_sentence_and_what_was_typed(desk, in_review) -> None:
    page = desk.post(at("verify", in_review.pk), {"checks": [Check.NAME], "note": "Half done."}).text

    assert "核对清单" in page
    assert "Half done." in page


def test_return_without_a_remark_is_refused(desk, in_review) -> None:
    assert 'role="alert"' in desk.post(at("return", in_review.pk), {"address": ""}).text


def test_officer_hands_over_and_puts_back(desk, in_review, registrar) -> None:
    colleague = registrar(full_name="Colleague")
    assert "Colleague" in desk.get(at("registration", in_review.pk)).text

    desk.post(at("hand_over", in_review.pk), {"to": colleague.pk})
    assert Assignment.objects.of(in_review).get().holder == colleague
    assert 'role="alert"' in desk.post(at("put_back", in_review.pk)).text


def test_registration_on_the_desk_of_who_has_left_can_be_taken(client, in_review, officer, registrar) -> None:
    desk = signed_in_staff(client, registrar())
    assert at("take", in_review.pk) not in desk.get(at("registration", in_review.pk)).text

    officer.user_permissions.clear()

    assert at("take", in_review.pk) in desk.get(at("registration", in_review.pk)).text


def test_officer_puts_back(desk, in_review) -> None:
    desk.post(at("put_back", in_review.pk))

    assert not Assignment.objects.of(in_review).exists()


def test_officer_rejects_with_a_reason(desk, in_review) -> None:
    desk.post(at("reject", in_review.pk), {"reject-reason": ""})
    desk.post(at("reject", in_review.pk), {"reject-reason": "No such enterprise."})

    in_review.refresh_from_db()
    assert in_review.state == State.REJECTED


def test_officer_suspends_and_reinstates(desk, verified) -> None:
    desk.post(at("suspend", verified.pk), {"suspend-reason": "The licence has run out."})
    verified.refresh_from_db()
    assert verified.state == State.SUSPENDED

    desk.post(at("reinstate", verified.pk), {"reinstate-reason": "There is a new one."})
    verified.refresh_from_db()
    assert verified.state == State.VERIFIED


def test_officer_invites_an_owner_where_there_is_none(desk, verified) -> None:
    assert at("invite_owner", verified.pk) not in desk.get(at("registration", verified.pk)).text
    verified.memberships.all().delete()
    assert at("invite_owner", verified.pk) in desk.get(at("registration", verified.pk)).text

    desk.post(at("invite_owner", verified.pk), {"email": "new@enterprise.example", "language": "ru"})

    assert (verified.invitations.get().email, verified.invitations.get().role) == ("new@enterprise.example", "owner")


def test_rival_for_a_number_is_pointed_out(desk, in_review) -> None:
    rival = EnterpriseFactory.create(state=State.VERIFIED, name_zh_hans="早已核验的企业")
    Identifier.objects.filter(enterprise=rival).update(held=True)

    page = desk.get(at("registration", in_review.pk)).text

    assert "早已核验的企业" in page
    assert at("registration", rival.pk) in page


def test_draft_is_no_affair_of_the_staff(desk, enterprise) -> None:
    assert desk.get(at("registration", enterprise.pk)).status_code == 404
    assert desk.post(at("take", enterprise.pk)).status_code == 404


def test_reading_an_action_acts_on_nothing(desk, submitted) -> None:
    assert desk.get(at("take", submitted.pk))["Location"] == at("registration", submitted.pk)
    assert not Assignment.objects.exists()


def test_who_may_look_and_not_decide_sees_no_button(client, in_review, verified_viewer) -> None:
    page = client.get(at("registration", in_review.pk)).text

    assert '<form method="post" action="/console/enterprises' not in page


@pytest.fixture
def verified_viewer(client) -> User:
    auditor = UserFactory.create(is_staff=True)
    auditor.user_permissions.set(Permission.objects.filter(codename="view_enterprise"))
    signed_in_staff(client, auditor)
    return auditor


@pytest.mark.parametrize("page", ["queue", "registration"])
def test_staff_without_the_right_are_refused(client, submitted, page) -> None:
    signed_in_staff(client, UserFactory.create(is_staff=True))

    parts = [] if page == "queue" else [submitted.pk]
    assert client.get(at(page, *parts)).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_queue_is_read_in_a_fixed_number_of_queries(desk, officer, count, django_assert_max_num_queries) -> None:
    for _ in range(count):
        take(EnterpriseFactory.create(state=State.SUBMITTED), by=officer)
    desk.get(at("queue"))

    with django_assert_max_num_queries(12):
        desk.get(at("queue"))


@pytest.mark.parametrize(
    "typed",
    [
        "喀什天山",
        "kashgar TIANSHAN",
        "ооо «тянь",
        "9165 3101 0000 0001 96",
        "Office@Tianshan",
        "owner@enterprise.example",
    ],
)
def test_list_finds_by_the_beginning_of_what_is_known(desk, owner, typed) -> None:
    EnterpriseFactory.create(
        owner=owner,
        name_zh_hans="喀什天山棉业",
        register_name="喀什天山棉业",
        name_en="Kashgar Tianshan Cotton",
        name_ru="ООО «Тяньшань»",
        email="office@tianshan.example",
    )
    other = EnterpriseFactory.create(name_zh_hans="别的", register_name="别的", number="916531010000000271")

    page = desk.get(reverse("admin:enterprises_enterprise_changelist"), {"q": typed}).text

    assert "喀什天山棉业" in page
    assert f"/{other.pk}/change/" not in page


def test_list_is_whole_where_nothing_is_searched_for(desk, submitted) -> None:
    page = desk.get(reverse("admin:enterprises_enterprise_changelist"), {"q": " "}).text

    assert f"/{submitted.pk}/change/" in page


def test_enterprise_is_shown_and_not_changed(desk, verified) -> None:
    page = desk.get(reverse("admin:enterprises_enterprise_change", args=[verified.pk])).text

    assert at("registration", verified.pk) in page
    assert "916531010000000196" in page
    assert desk.get(reverse("admin:enterprises_enterprise_add")).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_enterprise_is_shown_by_a_fixed_number_of_queries(
    desk, verified, registrar, member, count, django_assert_num_queries
) -> None:
    for number in range(count):
        member(Role.VIEWER)
        officer = registrar()
        IdentifierFactory.create(
            enterprise=verified, scheme=f"other-{number}", verified_by=officer, verified_at=timezone.now()
        )
    address = reverse("admin:enterprises_enterprise_change", args=[verified.pk])
    desk.get(address)

    with django_assert_num_queries(CHANGE_QUERIES):
        assert desk.get(address).status_code == 200


def test_members_are_shown_page_by_page(desk, verified, member) -> None:
    for _ in range(MEMBERS_A_PAGE):
        last = member(Role.VIEWER)
    address = reverse("admin:enterprises_enterprise_change", args=[verified.pk])

    first, second = desk.get(address).text, desk.get(address, {"memberships-page": 2}).text

    assert (str(last.person) in first, str(last.person) in second) == (False, True)


@pytest.mark.parametrize("query", [{}, {"state__exact": "submitted"}, {"q": "喀什"}, {"_facets": "True"}])
def test_list_is_never_counted(desk, submitted, query, django_assert_num_queries) -> None:
    address = reverse("admin:enterprises_enterprise_changelist")
    desk.get(address, query)

    with django_assert_num_queries(SEARCH_QUERIES if "q" in query else LIST_QUERIES) as captured:
        desk.get(address, query)

    assert not [one["sql"] for one in captured.captured_queries if "COUNT(" in one["sql"]]


@pytest.mark.parametrize("count", [1, 3])
def test_list_is_read_in_a_fixed_number_of_queries(desk, count, django_assert_num_queries) -> None:
    for _ in range(count):
        EnterpriseFactory.create(state=State.SUBMITTED)
    address = reverse("admin:enterprises_enterprise_changelist")
    desk.get(address)

    with django_assert_num_queries(LIST_QUERIES):
        desk.get(address)


def test_industry_is_edited(client) -> None:
    signed_in_staff(client, UserFactory.create(is_staff=True, is_superuser=True))
    industry = IndustryFactory.create()
    address = reverse("admin:enterprises_industry_change", args=[industry.pk])
    fields = {"slug": industry.slug, "weight": "key", "position": 1, "name_zh_hans": "国际物流", "name_en": "Logistics"}

    client.post(address, {**fields, "name_ru": "Логистика"})

    industry.refresh_from_db()
    assert (industry.weight, industry.name_en) == (Industry.Weight.KEY, "Logistics")


def test_history_of_suspension_shows_reasons_to_staff(desk, verified, registrar) -> None:
    suspend(verified, reason="The licence has run out.", by=registrar(full_name="Another Officer"))

    page = desk.get(at("registration", verified.pk)).text

    assert "The licence has run out." in page
    assert "Another Officer" in page
