"""What an account itself holds about its person, and the row without a name that stays of it."""

from collections.abc import Iterator

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.admin.models import LogEntry
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_lazy as _

from portal.accounts import time_zones
from portal.accounts.actions import end_sessions
from portal.accounts.models import User
from portal.history import telling
from portal.history.models import Entry
from portal.languages import DEFAULT
from portal.privacy.registry import Fate, Section


def held_about(user: AbstractBaseUser) -> Iterator[Section]:
    account = User.objects.get(pk=user.pk)
    yield _profile(account)
    yield {
        "slug": "ways-to-sign-in",
        "heading": _("Ways to sign in"),
        "labels": {"what": _("What"), "added": _("Added"), "used": _("Last used")},
        "rows": [
            {"what": str(way), "added": way.created_at, "used": way.last_used_at}
            for way in Authenticator.objects.filter(user=account).order_by("pk")
        ],
    }
    yield {
        "slug": "sessions",
        "heading": _("Devices signed in"),
        "labels": {
            "browser": _("Browser"),
            "address": _("Network address"),
            "begun": _("Signed in"),
            "seen": _("Last used"),
        },
        "rows": [
            {
                "browser": session.user_agent,
                "address": session.ip,
                "begun": session.created_at,
                "seen": session.last_seen_at,
            }
            for session in UserSession.objects.filter(user=account).order_by("pk")
        ],
    }
    yield _changes(account)


def _changes(account: User) -> Section:
    """What its history tells of the person; who did it may be somebody else."""
    return {
        "slug": "account-history",
        "heading": _("Changes of your account, with the name and addresses it had"),
        "labels": {"when": _("When"), "what": _("What"), "before": _("before"), "after": _("after")},
        "rows": [
            {"when": told.entry.at, "what": line.field, "before": line.before, "after": line.after}
            for told in telling.told(Entry.objects.of(User, str(account.pk)).reverse())
            for line in told.lines
        ],
    }


def _profile(account: User) -> Section:
    return {
        "slug": "account",
        "heading": _("Account"),
        "labels": {
            "number": _("Number"),
            "email": _("E-mail address"),
            "full_name": _("Full name"),
            "language": _("Preferred language"),
            "phone": _("Phone"),
            "time_zone": _("Time zone"),
            "joined": _("Joined"),
            "last_login": _("Last signed in"),
        },
        "rows": [
            {
                "number": account.pk,
                "email": account.email,
                "full_name": account.full_name,
                "language": account.get_language_display(),
                "phone": account.phone,
                "time_zone": time_zones.name(account.time_zone),
                "joined": account.joined_at,
                "last_login": account.last_login,
            }
        ],
    }


def fates(user: AbstractBaseUser) -> Iterator[Fate]:
    yield Fate(_("Your name, e-mail address, password and everything else in your account"), int(not is_erased(user)))
    yield Fate(
        _("The number of your account"),
        1,
        _("Records of others say who acted, by this number; nothing in it tells who you are."),
        _("As long as those records are kept."),
    )
    yield Fate(
        _("Changes of your account, with the name and addresses it had"),
        Entry.objects.of(User, str(user.pk)).count(),
        _("Nobody can change the history of changes, so that it proves who changed what. Only auditors read it."),
        _("Until the operator decides how long."),
    )


def is_erased(user: AbstractBaseUser) -> bool:
    """Whether nothing but the number is left of an account."""
    return user.get_username() == erased_address(user)


def erased_address(user: AbstractBaseUser) -> str:
    """Stands in the place of the address, which has to be there: no mail can ever reach it (RFC 2606)."""
    return f"deleted-{user.pk}@deleted.invalid"


def erase(user: AbstractBaseUser, *, by: AbstractBaseUser) -> None:
    account = User.objects.select_for_update().get(pk=user.pk)
    EmailAddress.objects.filter(user=account).delete()
    # The console writes beside each change what the record was called.
    kind = ContentType.objects.get_for_model(User)
    LogEntry.objects.filter(content_type=kind, object_id=str(account.pk)).update(object_repr=erased_address(account))
    Authenticator.objects.filter(user=account).delete()
    end_sessions(account, by=User.objects.get(pk=by.pk))
    account.email = erased_address(account)
    account.full_name = account.phone = ""
    account.language, account.time_zone = DEFAULT.code, time_zones.BEIJING
    account.is_active = account.is_staff = account.is_superuser = False
    account.last_login = None
    # Whoever is still signed in anywhere is so no longer: sessions hold a sum of the password.
    account.set_unusable_password()
    account.save()
    account.groups.clear()
    account.user_permissions.clear()
