"""How allauth does things here: what it keeps of a new account, how it writes, what it says while nobody counts."""

from http import HTTPStatus
from typing import Any, Final
from zoneinfo import ZoneInfo

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.http import HttpRequest
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.translation import gettext
from typing_extensions import override

from portal.accounts import second_factor
from portal.accounts.actions import tell_of_change
from portal.accounts.mails import letter
from portal.accounts.models import User
from portal.accounts.noting import AccountNoted, noted
from portal.letters import UnsentError, compose, send
from portal.outage import cache as outage

# As long as a mail server takes to come back.
RETRY_SECONDS: Final = 60


class LetterUnsentError(ImmediateHttpResponse):
    """A letter was not sent; allauth answers with the page that says so."""

    def __init__(self, request: HttpRequest) -> None:
        page = render(request, "accounts/unsent.html", status=HTTPStatus.SERVICE_UNAVAILABLE)
        page["Retry-After"] = str(RETRY_SECONDS)
        super().__init__(page)


class AccountAdapter(AccountNoted):
    @override
    def save_user(
        self, request: HttpRequest, user: AbstractBaseUser, form: BaseForm, commit: bool = True
    ) -> AbstractBaseUser:
        for fact in ("full_name", "language"):
            setattr(user, fact, form.cleaned_data[fact])
        return super().save_user(request, user, form, commit)

    @override
    def send_notification_mail(
        self,
        template_prefix: str,
        user: AbstractBaseUser,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """What is changed is changed: a letter about it that was not taken is told by the outbox instead."""
        try:
            super().send_notification_mail(template_prefix, user, {**(context or {}), "user": user}, email)
        except LetterUnsentError:
            told = User.objects.get(pk=user.pk)
            tell_of_change(told, email=email or told.email)

    @override
    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """In the language and the hours of whoever gets it; where nobody has the address, of whoever asked.

        `LetterUnsentError` where the mail server does not take it.
        """
        reader = context.get("user") or User.objects.with_address(email).first()
        language = reader.language if reader else translation.get_language()
        zone = ZoneInfo(reader.time_zone) if reader else timezone.get_current_timezone()
        with translation.override(language), timezone.override(zone):
            composed = compose(letter(template_prefix, {**context, "email": email}), to=email)
        try:
            send(composed)
        except UnsentError as error:
            raise LetterUnsentError(self.request) from error

    @override
    def get_reauthentication_methods(self, user: AbstractBaseUser | AnonymousUser) -> list[dict[str, Any]]:
        """Staff who have a second factor confirm with it: a password alone opens nothing of the console."""
        methods = super().get_reauthentication_methods(user)
        if isinstance(user, User) and user.is_staff and second_factor.has_one(user):
            return [method for method in methods if method["id"] != "reauthenticate"]
        return methods

    @override
    def validation_error(self, code: str, *args: Any) -> ValidationError:
        return _uncounted() or noted(super().validation_error(code, *args))


class SecondFactorAdapter(DefaultMFAAdapter):
    @override
    def get_totp_issuer(self) -> str:
        return str(settings.SITE_NAME)

    @override
    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": str(settings.SITE_NAME)}

    @override
    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:
        return gettext("Passkey")

    @override
    def validation_error(self, code: str, *args: Any) -> ValidationError:
        return _uncounted() or noted(super().validation_error(code, *args))


def _uncounted() -> ValidationError | None:
    """What is said of a refusal while the cache is away: it is not the fault of what was typed."""
    if not outage.lasts:
        return None
    return ValidationError(
        gettext("Nobody can sign in at the moment: the portal cannot count attempts. Try again in a minute."),
        code="uncounted",
    )
