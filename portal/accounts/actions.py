"""What is done with accounts: profiles, deactivation, the sample staff of a demonstration."""

from collections.abc import Mapping

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group, Permission
from django.contrib.sessions.models import Session
from django.db import transaction

from portal.accounts.models import User

SAMPLE = "示例账号 · Sample account · Демонстрационная учётная запись"
ADMINISTRATOR = "admin@law-valley.example"
# One for each language of the console.
EDITORS = {
    "zh-hans": "bianji@law-valley.example",
    "en": "editor@law-valley.example",
    "ru": "redaktor@law-valley.example",
}

# What an editor of law has nothing to do with: people, their sessions and their rights.
PEOPLE = ("accounts", "auth", "admin", "contenttypes", "sessions")


@transaction.atomic
def change_profile(user: User, *, full_name: str, language: str, phone: str, time_zone: str, by: User) -> User:
    """What a person says of themselves; `phone` in E.164 or empty."""
    user.full_name, user.language, user.phone, user.time_zone = full_name, language, phone, time_zone
    user.save(update_fields=["full_name", "language", "phone", "time_zone"])
    return user


@transaction.atomic
def change_address(user: User, *, by: User) -> None:
    """The address of the account, as it now stands, is its only one, and still to be confirmed by whoever signs in."""
    EmailAddress.objects.filter(user=user).delete()
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=False)
    end_sessions(user, by=by)


@transaction.atomic
def deactivate(user: User, *, by: User) -> None:
    """Nobody signs in with this account any more, and whoever is signed in with it is out at once."""
    user.is_active = False
    user.save(update_fields=["is_active"])
    end_sessions(user, by=by)


@transaction.atomic
def end_sessions(user: User, *, by: User) -> None:
    """Sign a person out everywhere."""
    sessions = UserSession.objects.filter(user=user)
    Session.objects.filter(session_key__in=list(sessions.values_list("session_key", flat=True))).delete()
    sessions.delete()


@transaction.atomic
def make_sample_staff(password: str, secrets: Mapping[str, str] | None = None) -> list[User]:
    """An administrator and an editor for each language, named as samples; made again, they get this password.

    `secrets` names, by e-mail address, what their apps for codes reckon with; who is not named gets a new one.
    """
    administrator = _sample(ADMINISTRATOR, password, is_superuser=True)
    editors = [_sample(email, password, language=language) for language, email in EDITORS.items()]
    editors_group().user_set.set(editors)
    for user in (administrator, *editors):
        _give_second_factor(user, (secrets or {}).get(user.email) or generate_totp_secret())
    return [administrator, *editors]


def editors_group() -> Group:
    """Those who may add and change law and reference data, and may delete nothing."""
    group, _ = Group.objects.get_or_create(name="editors")
    allowed = Permission.objects.exclude(content_type__app_label__in=PEOPLE).exclude(codename__startswith="delete_")
    group.permissions.set(allowed)
    return group


def _sample(email: str, password: str, **fields: object) -> User:
    user, _ = User.objects.get_or_create(email=email)
    for name, value in {"full_name": SAMPLE, "is_staff": True, "is_active": True, **fields}.items():
        setattr(user, name, value)
    # Setting the same password again would sign everybody out.
    if not user.check_password(password):
        user.set_password(password)
    user.save()
    EmailAddress.objects.get_or_create(user=user, email=email, defaults={"primary": True, "verified": True})
    return user


def _give_second_factor(user: User, secret: str) -> None:
    Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).delete()
    TOTP.activate(user, secret)
