"""What a reader may say in the address of the catalogue, and what is typed to enrol."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enterprises.models import Enterprise
from legal.training.actions.enrolling import own_enterprises
from legal.training.catalogue import FACETS, FREE, Filters
from legal.training.models import Enrolment
from legal.training.models.enrolment import LONGEST_NAME
from portal.accounts.models import User
from portal.lines import LineField
from portal.search.forms import PageField, ValuesField


class CatalogueForm(forms.Form):
    """The filters and the page of the catalogue; what makes no sense is left out."""

    language = ValuesField(required=False)
    university = ValuesField(required=False)
    topic = ValuesField(required=False)
    places = ValuesField(required=False)
    page = PageField(required=False)

    def clean_places(self) -> tuple[str, ...]:
        return (FREE,) if FREE in self.cleaned_data["places"] else ()

    def filters(self) -> Filters:
        """The filters as given; call it after `is_valid`."""
        return Filters(**{facet: self.cleaned_data[facet] for facet in FACETS})


class EnrolForm(forms.Form):
    """Under which name one comes, and for which enterprise."""

    use_required_attribute = False

    name = LineField(
        label=_("Your name as on the certificate"),
        max_length=LONGEST_NAME,
        help_text=_("As in your passport or identity card; it stands on the certificate exactly so."),
        error_messages={"required": _("Give your name.")},
        widget=forms.TextInput({"autocomplete": "name"}),
    )

    def __init__(self, data: Any = None, *, person: User, enrolment: Enrolment | None = None) -> None:
        given = {"name": enrolment.name, "enterprise": enrolment.enterprise_id} if enrolment else {}
        super().__init__(data, initial={"name": person.full_name, **given})
        mine = own_enterprises(person)
        if enrolment is not None and enrolment.enterprise_id:
            mine = mine | Enterprise.objects.filter(pk=enrolment.enterprise_id)
        if mine.exists():
            self.fields["enterprise"] = forms.ModelChoiceField(
                mine.distinct(),
                label=_("For which enterprise you come"),
                required=False,
                empty_label=_("For none, on my own"),
            )

    @property
    def enterprise(self) -> Enterprise | None:
        """The enterprise chosen; call it after `is_valid`."""
        return self.cleaned_data.get("enterprise")
