import datetime

import pytest

from legal.clocks.models import Deadline
from legal.matters.models import Entry
from tests.factories import RuleFactory
from tests.legal.clocks.conftest import handler
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, running, officer):
    return signed_in_staff(client, officer)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-hans", ["为何是这一天", "按机构通知录入日期", "延长期限"]),
        ("en", ["Why this day", "Enter a day as the institution has notified it", "Extend the time"]),
        ("ru", ["Почему этот день", "Внести день по уведомлению учреждения", "Продлить срок"]),
    ],
)
def test_page_of_the_console_says_why_and_offers_what_may_be_done(
    desk, running, officer, language: str, words: list[str]
) -> None:
    type(officer).objects.update(language=language)

    page = desk.get(running.get_console_url())

    assert page.status_code == 200
    assert all(word in page.text for word in words)
    assert Entry.objects.filter(matter=running.matter).last().what == "matters.read"


def test_page_proposes_the_day_of_the_rule_of_the_extension(desk, running) -> None:
    RuleFactory.create(slug="extension", value=3)

    assert 'value="2026-07-16"' in desk.get(running.get_console_url()).text


def test_day_is_entered_on_the_page(desk, running) -> None:
    answer = desk.post(
        f"{running.get_console_url()}notify/", {"notify-day": "2026-07-20", "notify-reason": "By letter."}
    )

    running.refresh_from_db()
    assert (answer.status_code, answer["Location"]) == (302, running.get_console_url())
    assert running.due == datetime.date(2026, 7, 20)
    assert "By letter." in desk.get(running.get_console_url()).text


def test_day_that_cannot_be_keeps_what_was_typed_and_says_why(desk, running) -> None:
    page = desk.post(
        f"{running.get_console_url()}extend/", {"extend-day": "2026-07-10", "extend-reason": "It is difficult."}
    )

    assert page.status_code == 422
    assert "The new last day is later than the present one." in page.text
    assert "It is difficult." in page.text


@pytest.mark.parametrize("act", ["notify", "extend"])
def test_day_after_which_nothing_can_be_told_is_sent_back(desk, running, act: str) -> None:
    typed = {f"{act}-day": "9999-12-31", f"{act}-reason": "A slip."}

    page = desk.post(f"{running.get_console_url()}{act}/", typed)

    running.refresh_from_db()
    assert page.status_code == 422
    assert "A slip." in page.text
    assert running.due == datetime.date(2026, 7, 13)


def test_day_without_a_reason_is_sent_back(desk, running) -> None:
    assert desk.post(f"{running.get_console_url()}notify/", {"notify-day": "2026-07-20"}).status_code == 422


def test_it_is_computed_again_on_the_page(desk, running) -> None:
    assert desk.post(f"{running.get_console_url()}again/").status_code == 302


def test_address_of_an_act_leads_back_to_the_page(desk, running) -> None:
    assert desk.get(f"{running.get_console_url()}again/")["Location"] == running.get_console_url()


def test_what_has_ended_is_only_read(desk, running, moved) -> None:
    moved(running.matter, "decide", 9)

    page = desk.get(running.get_console_url())

    assert "Compute it again" not in page.text


def test_list_of_the_console_has_those_of_the_matters_somebody_handles(desk, running, officer) -> None:
    type(officer).objects.update(language="ru")

    page = desk.get("/console/clocks/deadline/")

    assert running.get_console_url() in page.text
    assert running.label in page.text
    assert "Label" not in page.text


def test_list_has_no_matter_of_a_kind_somebody_does_not_handle(client, running) -> None:
    stranger = handler()
    stranger.user_permissions.set(stranger.user_permissions.filter(codename="view_deadline"))

    page = signed_in_staff(client, stranger).get("/console/clocks/deadline/")

    assert page.status_code == 200
    assert running.get_console_url() not in page.text


def test_deadline_has_no_other_page_in_the_console(desk, running) -> None:
    assert desk.get(f"/console/clocks/deadline/{running.pk}/change/").status_code in {302, 403}


def test_deadline_of_another_matter_is_not_there(desk, running) -> None:
    address = running.get_console_url()
    Deadline.objects.update(uid="00000000-0000-4000-8000-000000000000")

    assert desk.get(address).status_code == 404
