"""Who acts for an enterprise, as it is typed."""

from typing import Any, Final

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from enterprises.fields import NumberField
from enterprises.models import Enterprise
from enterprises.models.identifier import LONGEST_VALUE
from enterprises.numbers import Asked, Number, asked_of
from enterprises.policies import GIVEN, Role, grantable_by
from portal.accounts.addresses import EmailField
from portal.languages import LANGUAGES
from portal.reference.models import Jurisdiction

LETTERS_IN: Final = [(language.code, language.name) for language in LANGUAGES]
GIVEN_CHOICES: Final = [(role.value, role.label) for role in GIVEN]
DESCRIBED: Final = {
    Role.OWNER: _("Owner: does everything, and decides who is a member"),
    Role.REPRESENTATIVE: _("Representative: writes and submits for the enterprise, and invites colleagues"),
    Role.VIEWER: _("Viewer: reads and changes nothing"),
}


class InviteForm(forms.Form):
    """One colleague."""

    use_required_attribute = False

    email = EmailField(
        label=_("E-mail address of your colleague"),
        max_length=254,
        help_text=_("Only whoever signs in with this address can accept."),
        error_messages={"required": _("Give the e-mail address.")},
    )
    language = forms.ChoiceField(
        label=_("Language of the letter"), choices=LETTERS_IN, widget=forms.Select({"class": "w-short"})
    )

    def __init__(self, data: Any = None, *, role: str) -> None:
        super().__init__(data, initial={"role": Role.VIEWER, "language": get_language()})
        allowed = grantable_by(role)
        choices = [(one, label) for one, label in DESCRIBED.items() if one in allowed]
        self.fields["role"] = forms.ChoiceField(label=_("Role"), choices=choices, widget=forms.RadioSelect)
        self.order_fields(["email", "role"])


class MemberForm(forms.Form):
    """One member of an enterprise."""

    def __init__(self, data: Any, *, enterprise: Enterprise) -> None:
        super().__init__(data)
        members = enterprise.memberships.select_related("enterprise", "person")
        self.fields["member"] = forms.ModelChoiceField(members)


class RoleForm(MemberForm):
    """A role for a member."""

    role = forms.ChoiceField(choices=GIVEN_CHOICES)


class InvitationForm(forms.Form):
    """One invitation of an enterprise that waits."""

    def __init__(self, data: Any, *, enterprise: Enterprise) -> None:
        super().__init__(data)
        pending = enterprise.invitations.pending().select_related("enterprise")
        self.fields["invitation"] = forms.ModelChoiceField(pending)


class AnswerForm(forms.Form):
    """An answer to somebody who asks to join: a role, or none."""

    role = forms.ChoiceField(choices=[("", ""), *GIVEN_CHOICES], required=False)

    def __init__(self, data: Any, *, enterprise: Enterprise) -> None:
        super().__init__(data)
        asking = enterprise.join_requests.open().select_related("enterprise", "person")
        self.fields["asking"] = forms.ModelChoiceField(asking)


class ConsentForm(forms.Form):
    """An answer to an offer: agreed to, or not."""

    answer = forms.ChoiceField(choices=[("agree", ""), ("decline", "")])


class JoinForm(forms.Form):
    """The number of an enterprise one wants to join."""

    use_required_attribute = False

    def __init__(self, data: Any = None, *, country: Jurisdiction) -> None:
        super().__init__(data)
        self.kinds: list[Asked] = asked_of(country.code)
        for asked in self.kinds:
            self.fields[asked.scheme] = NumberField(asked)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and self.typed is None:
            self.add_error(self.kinds[0].scheme, _("Give the number of the enterprise."))
        return cleaned

    @property
    def typed(self) -> Number | None:
        """The first number that was given."""
        given = (self.cleaned_data.get(asked.scheme) for asked in self.kinds)
        return next((number for number in given if number), None)


class WithdrawForm(forms.Form):
    """A request to join, by the number it was made with."""

    scheme = forms.CharField(max_length=20)
    value = forms.CharField(max_length=LONGEST_VALUE)
