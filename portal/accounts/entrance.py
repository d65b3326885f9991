"""The forms people come in by: allauth's own, with what the portal asks besides."""

from typing import Any

from allauth.account import forms as allauth
from allauth.account.fields import EmailField as AllauthEmailField
from allauth.mfa.webauthn import forms as passkeys
from django import forms
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from portal.accounts.addresses import plain
from portal.languages import LANGUAGES, by_code
from portal.lines import LineField


class EmailField(AllauthEmailField):
    """An address, kept `plain`, in the field that allauth draws."""

    def to_python(self, value: Any) -> str:
        return plain(super().to_python(value) or "")


class LoginForm(allauth.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = EmailField()
        self.fields["password"].help_text = ""
        self.order_fields(["login", "password"])


class RequestLoginCodeForm(allauth.RequestLoginCodeForm):
    email = EmailField(help_text=_("The one you registered with."))


class ResetPasswordForm(allauth.ResetPasswordForm):
    email = EmailField()


class AddEmailForm(allauth.AddEmailForm):
    email = EmailField()


class ChangeEmailForm(allauth.ChangeEmailForm):
    email = EmailField()


class SignupForm(allauth.SignupForm):
    full_name = LineField(
        label=_("Full name"),
        max_length=150,
        help_text=_("As in your passport or identity card, in any script."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = EmailField(help_text=_("We send a code there to make sure that it is yours."))
    language = forms.ChoiceField(
        label=_("Preferred language"),
        choices=[(language.code, language.name) for language in LANGUAGES],
        help_text=_("We write to you in it."),
    )
    field_order = ["full_name", "email", "password1", "language"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = by_code(get_language() or "").code


class AddPasskeyForm(passkeys.AddWebAuthnForm):
    name = forms.CharField(
        label=pgettext_lazy("of a passkey", "Name"),
        required=False,
        max_length=60,
        help_text=_("So that you know later which device it is on."),
    )


class RenamePasskeyForm(passkeys.EditWebAuthnForm):
    name = forms.CharField(label=pgettext_lazy("of a passkey", "Name"), max_length=60)
