"""What happens to an account is noted in the security log, where allauth asks its adapters."""

from collections.abc import Iterable
from typing import Any, Final

from allauth.account.authentication import get_authentication_records
from allauth.core import context
from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from allauth.usersessions.models import UserSession
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse

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
    "mfa/email/totp_activated": Kind.FACTOR_ADDED,
    "mfa/email/totp_deactivated": Kind.FACTOR_REMOVED,
    "mfa/email/webauthn_added": Kind.FACTOR_ADDED,
    "mfa/email/webauthn_removed": Kind.FACTOR_REMOVED,
}
# What allauth says of a code, a device or a password that does not open the account.
WRONG: Final = ("incorrect_code", "incorrect_password")
ENTERED: Final = "console_entered"


class FailuresNoted:
    """Codes, devices and passwords that do not fit, also where somebody signed in has to confirm it."""

    def validation_error(self, code: str, *args: Any) -> ValidationError:
        if code in WRONG:
            record(Kind.FAILED, user=_signed_in(context.request), request=context.request)
        error: ValidationError = super().validation_error(code, *args)  # type: ignore[misc]  # of allauth's adapter
        return error


class AccountNoted(FailuresNoted):
    """Signing in and out, and every change that is mailed about."""

    def post_login(self, request: HttpRequest, user: User, **details: Any) -> HttpResponse:
        methods = (method["method"] for method in get_authentication_records(request, user))
        record(Kind.SIGNED_IN, user=user, request=request, detail=", ".join(methods))
        response: HttpResponse = super().post_login(request, user, **details)  # type: ignore[misc]
        return response

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        known = User.objects.with_address(str(credentials.get("email", ""))).first()
        record(Kind.FAILED, user=known, request=request)

    def logout(self, request: HttpRequest) -> None:
        record(Kind.SIGNED_OUT, user=_signed_in(request), request=request)
        super().logout(request)  # type: ignore[misc]

    def send_notification_mail(
        self, template_prefix: str, user: User, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        if template_prefix in MAILED:
            record(MAILED[template_prefix], user=user, request=self.request)  # type: ignore[attr-defined]
        super().send_notification_mail(template_prefix, user, context, email)  # type: ignore[misc]


class SessionsNoted(DefaultUserSessionsAdapter):  # type: ignore[misc]  # allauth has no types
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
