"""The sample staff of a demonstration."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.contrib.auth import authenticate

from portal.accounts.actions import ADMINISTRATOR, EDITORS, OTHERS, SAMPLE, make_sample_staff
from portal.accounts.models import User
from portal.accounts.roles import BY_SLUG

pytestmark = pytest.mark.django_db


def test_sample_staff_has_one_for_each_role_and_an_editor_of_each_language() -> None:
    staff = make_sample_staff("a long password")

    assert [(user.email, user.language, user.groups.get().name) for user in staff] == [
        (ADMINISTRATOR, "zh-hans", "administrator"),
        *((email, language, "law-editor") for language, email in EDITORS.items()),
        *((email, "zh-hans", role) for role, email in OTHERS.items()),
    ]
    assert {user.groups.get().name for user in staff} == set(BY_SLUG)
    assert not any(user.is_superuser for user in staff)
    assert {(user.full_name, user.is_staff, user.is_active) for user in staff} == {(SAMPLE, True, True)}
    assert {user.email.rpartition(".")[2] for user in staff} == {"example"}


def test_sample_staff_made_again_is_the_same_and_stays_signed_in() -> None:
    first = make_sample_staff("a long password")

    second = make_sample_staff("a long password")

    assert [user.pk for user in second] == [user.pk for user in first]
    assert [user.get_session_auth_hash() for user in second] == [user.get_session_auth_hash() for user in first]
    assert User.objects.count() == len(first)


def test_sample_staff_made_with_another_password_signs_in_with_that() -> None:
    make_sample_staff("the first password")

    make_sample_staff("the second password")

    assert authenticate(username=ADMINISTRATOR, password="the first password") is None
    assert authenticate(username=ADMINISTRATOR, password="the second password") is not None


def test_editors_may_change_laws_and_delete_none() -> None:
    editor = make_sample_staff("a long password")[1]

    assert editor.has_perm("laws.change_law")
    assert not editor.has_perm("laws.delete_law")
    assert not editor.has_perm("accounts.view_user")


def test_sample_staff_enter_with_the_second_step_that_is_kept_for_them() -> None:
    secret = generate_totp_secret()

    staff = make_sample_staff("a long password", {ADMINISTRATOR: generate_totp_secret()})
    make_sample_staff("a long password", {ADMINISTRATOR: secret})

    assert Authenticator.objects.get(user=staff[0]).data == {"secret": secret}
    assert (
        Authenticator.objects.count() == EmailAddress.objects.filter(verified=True, primary=True).count() == len(staff)
    )
