import pytest
from django.contrib.auth.models import AnonymousUser

from legal.enquiries.models import Enquiry
from legal.enquiries.templatetags.enquiries import ask_lawyer
from tests.factories import AskableLawyerFactory

pytestmark = pytest.mark.django_db


def test_page_of_a_lawyer_says_on_which_law_the_lawyer_can_be_asked():
    lawyer = AskableLawyerFactory.create(kind="foreign-lawyer", admission="kz")

    assert [law.code for law in ask_lawyer(lawyer)["laws"]] == ["kz"]


def test_nobody_signed_in_sees_no_request(draft):
    assert not Enquiry.objects.visible_to(AnonymousUser()).exists()
