"""A notice leads to the fee it is about, as the side that owes it has it."""

import pytest
from django.urls import reverse

from legal.fees.notices import page
from portal.notices.models import Notice
from tests.factories import NoticeFactory

pytestmark = pytest.mark.django_db


def test_notice_leads_to_its_fee_and_without_one_to_the_enterprises(notice) -> None:
    told = Notice.objects.get(kind="fees.issued")
    gone = NoticeFactory.create(kind="fees.issued")

    assert (page(told), page(gone)) == (notice.get_absolute_url(), reverse("enterprises:list"))


def test_notice_says_neither_amounts_nor_names(notice) -> None:
    told = Notice.objects.get(kind="fees.issued")

    assert set(told.params) == {"number", "reference"}
