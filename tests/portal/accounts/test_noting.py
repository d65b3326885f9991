"""What happens to an account stands in the security log."""

import pytest
from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from allauth.core.context import request_context
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from portal.accounts.actions import apply_roles, appoint
from portal.accounts.models import User
from portal.privacy.models import SecurityEvent
from tests.factories import UserFactory
from tests.portal.privacy.signing_in import sign_in
from tests.signing_in import code_of, signed_in_staff

pytestmark = pytest.mark.django_db

PASSWORD = "correct horse battery"
NEW = "seven quiet camels at noon"


@pytest.fixture
def person():
    person = UserFactory.create(email="aigerim@example.org")
    EmailAddress.objects.create(user=person, email=person.email, primary=True, verified=True)
    return person


def enter(client, password=PASSWORD, email="aigerim@example.org"):
    return client.post("/en/account/login/", {"login": email, "password": password}, HTTP_USER_AGENT="Firefox")


def noted():
    return list(SecurityEvent.objects.order_by("pk").values_list("kind", "user"))


def test_signing_in_and_out(client, person):
    enter(client)
    client.post("/en/account/logout/")

    assert noted() == [("signed-in", person.pk), ("signed-out", person.pk)]
    first = SecurityEvent.objects.last()
    assert (first.detail, first.address, first.agent) == ("password", "127.0.0.1", "Firefox")


def test_wrong_password_of_somebody_known(client, person):
    enter(client, "wrong password here")

    assert noted() == [("failed", person.pk)]


def test_name_nobody_has_is_not_kept(client):
    enter(client, email="nobody@example.org")

    assert noted() == [("failed", None)]
    assert "nobody" not in str(list(SecurityEvent.objects.values()))


def test_change_of_the_password(client, person):
    sign_in(client, person)

    client.post("/en/account/password/change/", {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})

    assert ("password-changed", person.pk) in noted()


def test_second_factor_added_used_wrongly_and_removed(client, person, django_capture_on_commit_callbacks):
    sign_in(client, person)
    client.get("/en/account/second-step/totp/activate/")
    secret = client.session["mfa.totp.secret"]

    client.post("/en/account/second-step/totp/activate/", {"code": "000000"})
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/en/account/second-step/totp/activate/", {"code": code_of(secret)})
    client.post("/en/account/second-step/totp/deactivate/")

    assert noted() == [("failed", person.pk), ("factor-added", person.pk), ("factor-removed", person.pk)]
    assert not Authenticator.objects.filter(user=person, type="totp").exists()


def test_new_recovery_codes(client, person, mailoutbox, django_capture_on_commit_callbacks):
    sign_in(client, person)
    TOTP.activate(person, generate_totp_secret())

    with django_capture_on_commit_callbacks(execute=True):
        client.post("/en/account/second-step/recovery-codes/generate/")

    assert noted() == [("factor-added", person.pk)]
    assert [letter.to for letter in mailoutbox] == [[person.email]]


def test_letter_about_no_change_is_not_noted(rf, person, mailoutbox):
    told = {"deleted_email": "former@example.org"}

    with request_context(rf.get("/")):
        get_adapter().send_notification_mail("account/email/email_deleted", person, told)

    assert ([letter.to for letter in mailoutbox], noted()) == ([[person.email]], [])


def test_other_sessions_ended(person):
    here, there = Client(headers={"user-agent": "Here"}), Client(headers={"user-agent": "There"})
    for client in (here, there):
        sign_in(client, person)
        client.get("/en/account/")

    here.post("/en/account/sessions/")

    assert SecurityEvent.objects.values_list("kind", "user", "detail").get() == ("session-ended", person.pk, "There")


def test_console_is_entered_once_a_session(client):
    staff = User.objects.create_superuser("staff@portal.example")
    signed_in_staff(client, staff)

    for _ in range(2):
        client.get("/console/")

    assert noted() == [("console-entered", staff.pk)]


def test_roles_given_and_given_again(person):
    apply_roles()
    administrator = User.objects.create_superuser("staff@portal.example")

    for _ in range(2):
        appoint(person, ["auditor"], by=administrator)

    assert SecurityEvent.objects.values_list("kind", "user", "detail").get() == ("role-changed", person.pk, "auditor")
