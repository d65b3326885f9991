import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory

from portal.accounts.acting import acting
from portal.accounts.models import User


def test_who_is_signed_in_acts_and_nobody_else(rf: RequestFactory) -> None:
    request = rf.get("/")
    request.user = somebody = User(email="a@example.com")
    assert acting(request) == somebody

    request.user = AnonymousUser()
    with pytest.raises(PermissionDenied):
        acting(request)
