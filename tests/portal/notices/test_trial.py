"""`manage.py send_trial`: a notice to oneself, to see whether notices arrive."""

import pytest
from django.core.management import CommandError, call_command

from portal.notices.models import Notice
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_trial_is_written_for_each_user_named(capsys: pytest.CaptureFixture) -> None:
    first, second = UserFactory.create_batch(2)

    call_command("send_trial", first.email, second.email)

    assert {notice.user for notice in Notice.objects.all()} == {first, second}
    assert capsys.readouterr().out == "2 trial notices are on their way: the worker delivers them.\n"


def test_nobody_is_written_to_where_one_address_is_nobodys() -> None:
    user = UserFactory.create()

    with pytest.raises(CommandError, match=r"No user has the address nobody@people\.example"):
        call_command("send_trial", user.email, "nobody@people.example")

    assert not Notice.objects.exists()
