"""Where the notices of imports lead, and what waits for editors."""

import pytest
from django.urls import reverse

from legal.intake import notices
from legal.intake.waiting import imports
from portal.notices.models import Notice
from tests.factories import NoticeFactory

pytestmark = pytest.mark.django_db


def test_notice_leads_to_its_import(checked) -> None:
    assert notices.page(Notice.objects.get()) == checked.get_absolute_url()


def test_notice_of_an_import_that_is_gone_leads_to_the_list() -> None:
    assert notices.page(NoticeFactory.create(kind="intake.checked")) == reverse("admin:intake_intake_changelist")


@pytest.mark.usefixtures("checked")
def test_import_that_was_looked_through_waits_for_a_decision() -> None:
    waiting = imports()

    assert (waiting.count, waiting.link) == (1, reverse("admin:intake_intake_changelist"))
    assert "1" in waiting.sentence


@pytest.mark.usefixtures("intake")
def test_import_that_was_not_looked_through_does_not() -> None:
    assert imports().count == 0
