"""What happens to an account is noted in the security log, where allauth asks its adapters."""

from collections.abc import Iterable
from typing import Any, Final

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from allauth.usersessions.models import UserSession
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from typing_extensions import override

from portal.accounts.models import User
from portal.privacy.actions import record
from portal.privacy.models import SecurityEvent

Kind = SecurityEvent.Kind
# What allauth writes a mail about.
MAILED: Final = {
    "account/email/password_changed": Kind.PASSWORD_CHANGED,
    "account/email/password_reset": Kind.PASSWORD_CHANGED,
    "account/email/password_set": Kind.PASSWORD_CHANGED,
    "account/email/email_changed": Kind.EMAIL_CHANGED,
    "mfa/email/recovery_codes_generated": Kind.FACTOR_ADDED,
    "mfa/email/totp_activated": Kind.FACTOR_ADDED,
    "mfa/email/totp_deactivated": Kind.FACTOR_REMOVED,
    "mfa/email/webauthn_added": Kind.FACTOR_ADDED,
    "mfa/email/webauthn_removed": Kind.FACTOR_REMOVED,
}
# What allauth says of a code, a device or a password that does not open the account.
WRONG: Final = ("incorrect_code", "incorrect_password")
ENTERED: Final = "console_entered"


def noted(error: ValidationError) -> ValidationError:
    """The same, noted where a code, a device or a password does not fit, also of somebody signed in who confirms it."""
    if error.code in WRONG:
        record(Kind.FAILED, user=_signed_in(context.request), request=context.request)
    return error


class AccountNoted(DefaultAccountAdapter):
    """Signing in and out, and every change that is mailed about."""

    @override
    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **details: Any) -> HttpResponse:
        methods = (method["method"] for method in get_authentication_records(request, user))
        record(Kind.SIGNED_IN, user=user, request=request, detail=", ".join(methods))
        return super().post_login(request, user, **details)

    @override
    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        known = User.objects.with_address(str(credentials.get("email", ""))).first()
        record(Kind.FAILED, user=known, request=request)

    @override
    def logout(self, request: HttpRequest) -> None:
        record(Kind.SIGNED_OUT, user=_signed_in(request), request=request)
        super().logout(request)

    @override
    def send_notification_mail(
        self,
        template_prefix: str,
        user: AbstractBaseUser,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        if template_prefix in MAILED:
            record(MAILED[template_prefix], user=user, request=self.request)
        super().send_notification_mail(template_prefix, user, context, email)


class SessionsNoted(DefaultUserSessionsAdapter):
    @override
    def end_sessions(self, sessions: Iterable[UserSession]) -> None:
        for session in sessions:
            record(Kind.SESSION_ENDED, user=session.user, request=self.request, detail=session.user_agent)
            session.end()


def note_entrance(request: HttpRequest, user: User) -> None:
    """A session has come into the console for the first time."""
    if not request.session.get(ENTERED):
        request.session[ENTERED] = True
        record(Kind.CONSOLE_ENTERED, user=user, request=request)


def _signed_in(request: HttpRequest) -> User | None:
    return request.user if isinstance(request.user, User) else None
