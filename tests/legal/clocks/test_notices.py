import pytest

from portal.notices import kinds
from portal.notices.models import Notice

pytestmark = pytest.mark.django_db


def test_notice_of_members_leads_to_the_deadline_on_the_page_of_its_matter(running) -> None:
    address = kinds.BY_SLUG["clocks.reminder"].address

    assert address(Notice(about=running)) == f"{running.matter.get_absolute_url()}#deadline-{running.uid}"
    assert address(Notice()) == "/en/enterprises/"


def test_notice_of_staff_leads_to_the_page_of_the_console(running) -> None:
    address = kinds.BY_SLUG["clocks.staff-reminder"].address

    assert address(Notice(about=running)) == running.get_console_url()
    assert address(Notice()) == "/console/clocks/deadline/"


def test_notice_of_a_calendar_leads_to_where_a_new_address_is_made(running) -> None:
    address = kinds.BY_SLUG["clocks.calendar-ended"].address

    assert address(Notice(about=running.matter.enterprise)).endswith(f"/{running.matter.enterprise.key}/deadlines/")
    assert address(Notice()) == "/en/enterprises/"
