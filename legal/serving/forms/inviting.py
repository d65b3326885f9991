"""Who is let into a matter: by which consent, at which address."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from enterprises.numbers import countries
from legal.matters.models import Matter, Party, Representative
from legal.matters.models.matter import WRITTEN_IN
from legal.serving.models import Invitation, Recipient
from portal.accounts.addresses import EmailField
from portal.reference.models import Jurisdiction


class AgreeForm(forms.Form):
    """To which recipient, and upon which versions of the texts."""

    recipient: forms.ModelChoiceField[Recipient] = forms.ModelChoiceField(Recipient.objects.none())
    text = forms.TypedMultipleChoiceField(coerce=int, required=False)

    def __init__(self, data: Any, *, matter: Matter) -> None:
        super().__init__(data)
        self.fields["recipient"] = forms.ModelChoiceField(matter.recipients.select_related("matter"))
        seen = data.getlist("text") if hasattr(data, "getlist") else []
        self.fields["text"] = forms.TypedMultipleChoiceField(
            choices=[(one, one) for one in seen if one.isdecimal() and len(one) < 19], coerce=int, required=False
        )


class InviteRepresentativeForm(forms.Form):
    """Which representative from outside is invited, where they are, and by which address."""

    use_required_attribute = False

    representative: forms.ModelChoiceField[Representative] = forms.ModelChoiceField(
        Representative.objects.none(),
        label=pgettext_lazy("in a matter", "Representative"),
        empty_label=None,
    )
    country: forms.ModelChoiceField[Jurisdiction] = forms.ModelChoiceField(
        countries(),
        label=_("Where they work"),
        help_text=_("What leaves China wants a separate consent, which is asked for first."),
        empty_label=_("Choose a country"),
        to_field_name="code",
        widget=forms.Select({"class": "w-short"}),
    )
    email = EmailField(label=_("E-mail address"), max_length=254)
    language = forms.ChoiceField(
        label=_("Language of the letter"), choices=WRITTEN_IN, widget=forms.Select({"class": "w-short"})
    )

    def __init__(self, data: Any = None, *, representatives: QuerySet[Representative]) -> None:
        super().__init__(data, initial={"language": get_language(), "country": "cn"})
        chosen = forms.ModelChoiceField(
            representatives,
            label=pgettext_lazy("in a matter", "Representative"),
            empty_label=None,
        )
        self.fields["representative"] = chosen
        self.order_fields(["representative", "country", "email", "language"])


class InviteForm(forms.Form):
    """Whom staff invite for a party."""

    party: forms.ModelChoiceField[Party] = forms.ModelChoiceField(Party.objects.none(), label=_("For which party"))
    email = EmailField(label=_("E-mail address"), max_length=254)
    language = forms.ChoiceField(label=_("Language of the letter"), choices=WRITTEN_IN)

    def __init__(self, data: Any = None, *, parties: QuerySet[Party]) -> None:
        super().__init__(data, prefix="invite", initial={"language": get_language()})
        self.fields["party"] = forms.ModelChoiceField(parties, label=_("For which party"), empty_label=None)
        self.order_fields(["party", "email", "language"])


class InvitationKeyForm(forms.Form):
    """Which invitation is meant."""

    invitation: forms.ModelChoiceField[Invitation] = forms.ModelChoiceField(Invitation.objects.none())

    def __init__(self, data: Any, *, invitations: QuerySet[Invitation]) -> None:
        super().__init__(data)
        self.fields["invitation"] = forms.ModelChoiceField(invitations)
