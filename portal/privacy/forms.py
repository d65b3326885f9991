"""What a person types on the pages about their data."""

from typing import Any

from django import forms
from django.contrib.auth.base_user import AbstractBaseUser
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.privacy.models import Consent, ConsentText


class ConsentForm(forms.Form):
    """Which version was on the page: another may have come into force meanwhile."""

    text: forms.ModelChoiceField[ConsentText] = forms.ModelChoiceField(
        ConsentText.objects.none(),
        error_messages={"invalid_choice": _("This text has been replaced by a newer one. Read it and decide again.")},
    )

    def __init__(self, purpose: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        in_force = ConsentText.objects.in_force(at=timezone.now()).filter(purpose=purpose)
        self.fields["text"].queryset = in_force  # type: ignore[attr-defined]  # it is a ModelChoiceField


class WithdrawalForm(forms.Form):
    """One of a person's own consents that stand."""

    consent: forms.ModelChoiceField[Consent] = forms.ModelChoiceField(Consent.objects.none())

    def __init__(self, user: AbstractBaseUser, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        standing = Consent.objects.standing().of(user)
        self.fields["consent"].queryset = standing  # type: ignore[attr-defined]  # it is a ModelChoiceField


class DeletionForm(forms.Form):
    """The person types the address of the account, so that nothing is deleted by a slip."""

    typed = forms.CharField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "email", "spellcheck": "false"}),
        error_messages={"required": _("Type the e-mail address of this account.")},
    )

    def __init__(self, user: AbstractBaseUser, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_typed(self) -> str:
        typed: str = self.cleaned_data["typed"]
        if typed.strip().casefold() != self.user.get_username().casefold():
            raise forms.ValidationError(_("This is not the e-mail address of this account."))
        return typed
