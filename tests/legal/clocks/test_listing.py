import pytest
from icalendar import Calendar

from enterprises.policies import Role
from legal.clocks.models import Deadline, Feed
from legal.matters.models import Entry
from tests.factories import MembershipFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]


@pytest.fixture
def owner(client, running):
    client.force_login(running.matter.begun_by)
    return running.matter.begun_by


def address(running, more: str = "", language: str = "en") -> str:
    return f"/{language}/enterprises/{running.matter.enterprise.key}/deadlines/{more}"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-hans", ["2026年7月13日", "期限", "在您的日历中"]),
        ("en", ["13 July 2026", "Deadlines", "In your calendar"]),
        ("ru", ["13 июля 2026", "Сроки", "В вашем календаре"]),
    ],
)
def test_page_lists_the_deadlines_of_an_enterprise(client, running, owner, language: str, words: list[str]) -> None:
    page = client.get(address(running, language=language))

    assert page.status_code == 200
    assert all(word in page.text for word in [*words, "TRY-2026-00001"])


def test_page_tells_apart_what_stands_still_and_what_is_not_known(client, running, owner, moved) -> None:
    moved(running.matter, "ask", 8)

    page = client.get(address(running))

    assert "Standing still" in page.text
    assert "As notified by the institution" in page.text


def test_page_without_a_deadline_says_so(client, running, owner) -> None:
    Deadline.objects.update(internal=True)

    assert "No deadline runs" in client.get(address(running)).text


def test_number_of_queries_does_not_grow_with_the_deadlines(
    client, running, owner, django_assert_max_num_queries
) -> None:
    for number in range(3):
        Deadline.objects.create(
            matter=running.matter, clock=f"clock-{number}", whose="applicant", started_at=running.started_at
        )

    with django_assert_max_num_queries(18):
        client.get(address(running))


def test_owner_makes_an_address_and_a_new_one(client, running, owner) -> None:
    made = client.post(address(running, "calendar/"), {"language": "ru"}, follow=True)
    first = Feed.objects.get()

    client.post(address(running, "calendar/"), {"language": "en"})

    assert first.address in made.text
    assert Feed.objects.working().get() != first


def test_language_that_is_none_is_refused(client, running, owner) -> None:
    page = client.post(address(running, "calendar/"), {"language": "tlh"})

    assert page.status_code == 422
    assert not Feed.objects.exists()


def test_owner_switches_the_calendar_off(client, running, owner) -> None:
    client.post(address(running, "calendar/"), {"language": "ru"})

    page = client.post(address(running, "calendar/end/"), follow=True)

    assert "The address there was is switched off since" in page.text
    assert not Feed.objects.working().exists()


@pytest.mark.parametrize("made", [False, True])
def test_others_are_told_whether_there_is_an_address_and_not_which(client, running, owner, made: bool) -> None:
    if made:
        client.post(address(running, "calendar/"), {"language": "ru"})
    viewer = MembershipFactory.create(enterprise=running.matter.enterprise, role=Role.VIEWER).person
    client.force_login(viewer)

    page = client.get(address(running))

    assert ("There is such an address." in page.text) is made
    assert "/deadlines/" + (Feed.objects.get().token if made else "none.ics") not in page.text
    assert client.post(address(running, "calendar/"), {"language": "ru"}).status_code == 403


def test_one_deadline_is_taken_into_a_calendar(client, running, owner) -> None:
    response = client.get(f"{running.matter.get_absolute_url()}deadlines/{running.uid}.ics")

    (entry,) = Calendar.from_ical(response.content).walk("VEVENT")
    assert entry["UID"] == str(running.uid)
    assert response["Content-Disposition"] == 'attachment; filename="TRY-2026-00001-examination.ics"'
    assert Entry.objects.filter(matter=running.matter).last().what == "matters.read"


def test_deadline_without_a_last_day_is_no_entry_of_a_calendar(client, running, owner, moved) -> None:
    moved(running.matter, "ask", 8)

    response = client.get(f"{running.matter.get_absolute_url()}deadlines/{running.uid}.ics")

    assert response.status_code == 404
