"""What an account tells of its person, and that nothing of it is left afterwards."""

import pghistory
import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import CHANGE, LogEntry
from django.test import Client
from django.utils import translation

from portal.accounts import personal
from portal.accounts.models import User
from portal.history.models import Entry
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    person = UserFactory.create(full_name="Айгерим С.", phone="+77011234567", time_zone="Asia/Almaty", language="ru")
    EmailAddress.objects.create(user=person, email=person.email, primary=True, verified=True)
    TOTP.activate(person, "JBSWY3DPEHPK3PXP")
    client = Client(headers={"user-agent": "Firefox"})
    client.force_login(person)
    client.get("/en/account/")
    return person


def held(person):
    with translation.override("en"):
        return {section["slug"]: list(section["rows"]) for section in personal.held_about(person)}


def test_account_tells_all_it_holds_but_secrets(person):
    found = held(person)

    assert found["account"][0]["phone"] == "+77011234567"
    assert [row["what"] for row in found["ways-to-sign-in"]] == ["TOTP Authenticator"]
    assert [row["browser"] for row in found["sessions"]] == ["Firefox"]
    assert [secret for secret in ("JBSWY3DPEHPK3PXP", person.password) if secret in str(found)] == []


def test_account_tells_what_was_changed_and_not_by_whom(person):
    clerk = UserFactory.create(full_name="赵兰")
    with pghistory.context(user=clerk.pk):
        User.objects.filter(pk=person.pk).update(full_name="Айгерим Ахметова")

    row = held(person)["account-history"][-1]

    assert (row["what"], row["before"], row["after"]) == ("Full name", "Айгерим С.", "Айгерим Ахметова")
    assert "赵兰" not in str(held(person))


def test_account_tells_nothing_of_another(person):
    other = UserFactory.create()

    found = held(other)

    assert (found["account"][0]["email"], found["ways-to-sign-in"], found["sessions"]) == (other.email, [], [])


def test_nothing_personal_is_left_in_the_row_and_beside_it(person):
    personal.erase(person, by=person)

    left = User.objects.values().get(pk=person.pk)
    assert [value for value in ("Айгерим", "+7701", "Almaty", "law-valley") if value in str(left)] == []
    assert [model.objects.filter(user=person).count() for model in (EmailAddress, Authenticator, UserSession)] == [
        0
    ] * 3
    assert personal.is_erased(User.objects.get(pk=person.pk))


def test_console_keeps_no_name_beside_what_was_changed(person):
    LogEntry.objects.log_actions(person.pk, [person, UserFactory.create(full_name="赵兰")], CHANGE, [])

    personal.erase(person, by=person)

    assert set(LogEntry.objects.values_list("object_repr", flat=True)) == {
        f"deleted-{person.pk}@deleted.invalid",
        "赵兰",
    }


def test_history_of_the_account_is_named_as_kept(person):
    with translation.override("en"):
        kept = {str(fate.what): fate.number for fate in personal.fates(person) if fate.why}

    history = Entry.objects.filter(model="accounts.user", key=str(person.pk)).count()
    assert history > 0
    assert kept["Changes of your account, with the name and addresses it had"] == history
