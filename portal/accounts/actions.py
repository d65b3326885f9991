"""What is done with accounts: profiles, deactivation, roles, the sample staff of a demonstration."""

import logging
from collections.abc import Collection, Mapping

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group, Permission
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet

from portal.accounts import appointing, roles
from portal.accounts.models import User
from portal.accounts.notices import ADDRESS_CHANGED, CHANGED
from portal.notices.actions import notify
from portal.notices.recipients import Outsider
from portal.privacy.actions import record
from portal.privacy.models import SecurityEvent

logger = logging.getLogger(__name__)

SAMPLE = "示例 · Sample · Образец"
ADMINISTRATOR = "admin@law-valley.example"
AS_STAFF = {"full_name": SAMPLE, "is_staff": True, "is_superuser": False, "is_active": True}
# Law editors, one for each language of the console.
EDITORS = {
    "zh-hans": "bianji@law-valley.example",
    "en": "editor@law-valley.example",
    "ru": "redaktor@law-valley.example",
}

# Of the other roles one each.
OTHERS = {
    "registrar": "registrar@law-valley.example",
    "translator": "translator@law-valley.example",
    "case-officer": "officer@law-valley.example",
    "cashier": "cashier@law-valley.example",
    "rules-officer": "rules@law-valley.example",
    "training-officer": "training@law-valley.example",
    "arbitration-officer": "arbitration@law-valley.example",
    "notary-officer": "notary@law-valley.example",
    "appraisal-officer": "appraisal@law-valley.example",
    "advice-officer": "advice@law-valley.example",
    "mediation-officer": "mediation@law-valley.example",
    "auditor": "auditor@law-valley.example",
}


@transaction.atomic
def change_profile(user: User, *, full_name: str, language: str, phone: str, time_zone: str, by: User) -> User:
    """What a person says of themselves; `phone` in E.164 or empty."""
    user.full_name, user.language, user.phone, user.time_zone = full_name, language, phone, time_zone
    user.save(update_fields=["full_name", "language", "phone", "time_zone"])
    return user


@transaction.atomic
def change_address(user: User, *, former: str, by: User) -> None:
    """The address of the account, as it now stands, is its only one, and still to be confirmed by whoever signs in.

    The change is written to the security log and told to the former address.
    """
    EmailAddress.objects.filter(user=user).delete()
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=False)
    end_sessions(user, by=by)
    record(SecurityEvent.Kind.EMAIL_CHANGED, user=user)
    notify(ADDRESS_CHANGED, to=[Outsider(former, user.language)])
    logger.info("address of user %s changed by user %s", user.pk, by.pk)


@transaction.atomic
def tell_of_change(user: User, *, email: str) -> None:
    """Tell of a change of the account by the outbox, at this address: its own, or one it had before."""
    own = email == user.email
    notify(CHANGED, to=[user if own else Outsider(email, user.language)])


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
    """One for each role, of law editors one for each language, named as samples; made again, they get this password.

    `secrets` names, by e-mail address, what their apps for codes reckon with; who is not named gets a new one.
    """
    apply_roles()
    administrator = _sample(ADMINISTRATOR, password, role="administrator")
    editors = [_sample(email, password, role="law-editor", language=code) for code, email in EDITORS.items()]
    staff = [administrator, *editors, *(_sample(email, password, role=role) for role, email in OTHERS.items())]
    for user in staff:
        _give_second_factor(user, (secrets or {}).get(user.email) or generate_totp_secret())
    return staff


@transaction.atomic
def apply_roles() -> None:
    """Make each role's group have exactly the rights of the table.

    Groups that are no role of the table stay as they are.
    """
    known = {f"{one.content_type.app_label}.{one.codename}": one for one in _all_permissions()}
    for role in roles.ROLES:
        group, _ = Group.objects.get_or_create(name=role.slug)
        rights = [one for name, one in known.items() if name in role.permissions or _is_seen(name, role)]
        group.permissions.set(rights)


@transaction.atomic
def appoint(user: User, slugs: Collection[str], *, by: User) -> None:
    """Make these the roles of a user, at once: rights are read from the database at each request.

    A change is written to the security log.

    `NotAppointableError` where `by` may not. Of two who appoint at once one waits for the other: asked before the lock,
    whoever has just lost a role would act under it once more.
    """
    held = _locked(user, by)
    appointing.check(held[user.pk], slugs, by=held[by.pk])
    before = set(user.groups.values_list("name", flat=True))
    user.groups.set(Group.objects.filter(name__in=slugs))
    if before != set(slugs):
        record(SecurityEvent.Kind.ROLE_CHANGED, user=user, detail=", ".join(sorted(slugs)))
    logger.info("user %s has the roles %s by user %s", user.pk, ", ".join(sorted(slugs)), by.pk)


def _locked(*users: User) -> dict[int, User]:
    """These users as they stand now, by their keys, in one order: two who wait for each other would wait in a ring."""
    keys = {user.pk for user in users}
    rows = User.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk")
    return {row.pk: row for row in rows}


def _all_permissions() -> QuerySet[Permission]:
    return Permission.objects.select_related("content_type")


def _is_seen(name: str, role: roles.Duties) -> bool:
    return role.sees_all and name.partition(".")[2].startswith("view_") and name not in roles.DOORS


def _sample(email: str, password: str, *, role: str, **fields: object) -> User:
    user, new = User.objects.get_or_create(email=email)
    for name, value in {**AS_STAFF, **fields}.items():
        setattr(user, name, value)
    # Setting the same password again would sign everybody out.
    if new or not user.check_password(password):
        user.set_password(password)
    user.save()
    user.groups.set([Group.objects.get(name=role)])
    EmailAddress.objects.get_or_create(user=user, email=email, defaults={"primary": True, "verified": True})
    return user


def _give_second_factor(user: User, secret: str) -> None:
    Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).delete()
    TOTP.activate(user, secret)
