"""The list of one's enterprises and the home page of each."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import engines
from django.test import RequestFactory

from enterprises.access import CURRENT
from enterprises.actions.deciding import suspend
from enterprises.actions.people import remove
from enterprises.models import Enterprise
from enterprises.policies import Role
from enterprises.states import PEOPLE, State
from enterprises.trail import LINES_A_PAGE
from enterprises.views.home import LATEST
from portal.accounts.models import User
from portal.workflow.actions import record
from tests.factories import EnterpriseFactory, PaperFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]


@pytest.fixture
def browser(signed_in, owner):
    return signed_in(owner)


@pytest.mark.parametrize("language", ["zh-hans", "en", "ru"])
def test_who_has_no_enterprise_is_shown_the_way(signed_in, at, language) -> None:
    page = signed_in(UserFactory.create()).get(at("list", language=language)).text

    assert at("register", language=language) in page
    assert at("join", language=language) in page


@pytest.mark.parametrize("count", [1, 3])
def test_own_enterprises_are_listed_in_a_fixed_number_of_queries(
    browser, owner, at, count, django_assert_max_num_queries
) -> None:
    mine = [EnterpriseFactory.create(owner=owner) for _ in range(count)]
    EnterpriseFactory.create(name_en="Not Mine")

    with django_assert_max_num_queries(13):
        page = browser.get(at("list")).text

    assert all(one.name_en in page for one in mine)
    assert "Not Mine" not in page


@pytest.mark.parametrize("language", ["zh-hans", "en", "ru"])
@pytest.mark.parametrize("state", State.values)
def test_home_page_says_what_comes_next_in_each_state(browser, at, enterprise, state, language) -> None:
    type(enterprise).objects.filter(pk=enterprise.pk).update(state=state, submitted_at=enterprise.created_at)

    page = browser.get(at("home", enterprise.key, language=language)).text

    assert "916531010000000196" in page
    assert "next-step" in page


def test_home_page_shows_everything_to_a_viewer_and_no_way_to_change_it(signed_in, at, verified, member) -> None:
    page = signed_in(member(Role.VIEWER).person).get(at("home", verified.key)).text

    for shown in (verified.name_en, "Aigerim Sample", "营业执照.pdf", "Enterprise verified", "Compared by an officer"):
        assert shown in page
    assert at("identify", verified.key) not in page
    assert "<form" not in page.split("<main")[1].split("</main")[0]


@pytest.mark.parametrize("on_the_staff", [True, False], ids=["still on the staff", "no more"])
def test_officer_is_not_named_to_the_enterprise(browser, at, verified, officer, on_the_staff) -> None:
    User.objects.filter(pk=officer.pk).update(is_staff=on_the_staff)

    page = browser.get(at("history", verified.key)).text

    assert "An officer of the zone" in page
    assert "Officer Sample" not in page


def test_reason_stands_on_the_home_page(browser, at, verified, officer) -> None:
    suspend(verified, reason="The licence has run out.", by=officer)

    assert "Reason: The licence has run out." in browser.get(at("home", verified.key)).text


def test_reason_stands_there_whatever_has_happened_since(browser, at, verified, officer) -> None:
    suspend(verified, reason="The licence has run out.", by=officer)
    for _ in range(LATEST + 1):
        record(verified, PEOPLE, "expire-transfer", by=None)

    page = browser.get(at("home", verified.key)).text

    assert "Reason: The licence has run out." in page
    assert page.count("A transfer of ownership expired") == LATEST
    assert at("history", verified.key) in page


def test_history_names_those_who_came_and_went(browser, at, submitted, owner, member) -> None:
    colleague = member(Role.VIEWER, full_name="Gone Colleague")
    remove(colleague, by=owner)

    page = browser.get(at("history", submitted.key)).text

    assert "Gone Colleague" in page
    assert "Somebody was removed" in page


def test_history_says_what_the_portal_did_and_of_whom_nothing_is_left(browser, at, submitted) -> None:
    record(submitted, PEOPLE, "expire-transfer", by=None)
    record(submitted, PEOPLE, "remove", by=None, details={"person": 0})

    page = browser.get(at("history", submitted.key)).text

    assert "The portal itself" in page
    assert "An account that was deleted" in page


def test_long_history_is_turned_over_page_by_page(browser, at, submitted) -> None:
    for _number in range(LINES_A_PAGE):
        record(submitted, PEOPLE, "expire-transfer", by=None)

    first, second = (browser.get(at("history", submitted.key), {"page": page}).text for page in (1, 2))

    assert first.count("A transfer of ownership expired") == LINES_A_PAGE
    assert ("Registration submitted" in first, "Registration submitted" in second) == (False, True)
    assert "?page=2" in first


def test_history_names_a_paper(browser, owner, at, submitted) -> None:
    record(submitted, PEOPLE, "receive-paper", by=owner, details={"purpose": "licence"})

    assert "Business licence" in browser.get(at("history", submitted.key)).text


def test_history_names_a_role(browser, owner, at, submitted) -> None:
    record(submitted, PEOPLE, "change-role", by=owner, details={"person": owner.pk, "role": "viewer"})

    assert "Viewer" in browser.get(at("history", submitted.key)).text


def test_who_is_signed_out_sees_nothing(enterprise) -> None:
    assert not Enterprise.objects.visible_to(AnonymousUser()).exists()


def test_home_page_is_made_in_a_fixed_number_of_queries(browser, at, verified, django_assert_max_num_queries) -> None:
    browser.get(at("home", verified.key))
    PaperFactory.create(owner=verified, purpose="enterprises.other")

    with django_assert_max_num_queries(18):
        browser.get(at("home", verified.key))


def test_enterprise_looked_at_is_the_one_worked_for(browser, at, owner) -> None:
    first, second = EnterpriseFactory.create(owner=owner), EnterpriseFactory.create(owner=owner)
    browser.get(at("home", first.key))
    assert browser.session[CURRENT] == first.key

    response = browser.post(at("switch", second.key))

    assert browser.session[CURRENT] == second.key
    assert response["Location"] == at("home", second.key)
    assert browser.post(at("switch", EnterpriseFactory.create().key)).status_code == 404


def header(request) -> str:
    template = engines["django"].from_string("{% load enterprises %}{% enterprise_switch %}")
    return str(template.render({}, request))


def test_header_names_the_enterprise_and_the_way_to_the_others(owner, django_assert_num_queries) -> None:
    first, second = EnterpriseFactory.create(owner=owner), EnterpriseFactory.create(owner=owner)
    request = RequestFactory().get("/")
    request.user, request.session = owner, {CURRENT: first.key}

    with django_assert_num_queries(1):
        text = header(request)
        header(request)

    assert text.index(first.get_absolute_url()) < text.index(second.key)


def test_header_says_nothing_to_who_is_signed_out_or_has_none(db) -> None:
    request = RequestFactory().get("/")
    assert header(request).strip() == ""

    request.user, request.session = UserFactory.create(), {}
    assert header(request).strip() == ""
