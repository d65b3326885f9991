"""A notice leads to the matter it is about."""

import pytest
from django.urls import reverse

from legal.matters.notices import page
from portal.notices.actions import notify
from tests.factories import NoticeFactory

pytestmark = pytest.mark.django_db


def test_notice_leads_to_its_matter_and_without_one_to_the_enterprises(draft) -> None:
    (told,) = notify("matters.withdrawn", to=[draft.begun_by], about=draft, params={"reference": draft.key})
    gone = NoticeFactory.create(kind="matters.withdrawn")

    assert (page(told), page(gone)) == (draft.get_absolute_url(), reverse("enterprises:list"))
