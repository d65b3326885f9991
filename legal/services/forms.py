"""What a reader says in the address: the case and country of a checklist, two countries, one answer to the adviser."""

import datetime
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from legal.services.adviser.questions import Choices, Question, choices
from legal.services.checklist import Asked
from legal.services.kinds import CASES
from legal.services.passing import Passage, passage
from portal.reference.models import Jurisdiction
from portal.search.forms import ValuesField

# Where the services are.
HOME: Final = "cn"
Countries = dict[str, Jurisdiction]


class ChecklistForm(forms.Form):
    """The reader's case; what makes no sense is left out."""

    case = ValuesField(required=False)
    country = forms.CharField(required=False)
    mine = forms.CharField(required=False)

    def asked(self, countries: Countries, *, on: datetime.date) -> Asked:
        """What was said, with the way of papers from the country named; call it after `is_valid`."""
        given = self.cleaned_data
        cases = frozenset(given["case"]) & frozenset(CASES)
        made, home = countries.get(given.get("country", "")), countries.get(HOME)
        told = passage(made, home, on=on) if made and home else None
        return Asked(cases, told, narrowed=bool(cases or told or given.get("mine")))


class PapersForm(forms.Form):
    """Where a paper was made, and where it is to be used."""

    use_required_attribute = False

    def __init__(self, data: Any = None, *, countries: Countries) -> None:
        super().__init__(data)
        self.countries = countries
        offered = [("", _("Choose a country")), *((code, one.name) for code, one in countries.items())]
        self.fields["made"] = forms.ChoiceField(
            label=_("Where was the paper made?"),
            choices=offered,
            error_messages={"required": _("Choose the country it was made in.")},
        )
        self.fields["used"] = forms.ChoiceField(
            label=_("Where will it be used?"),
            choices=offered,
            error_messages={"required": _("Choose the country it will be used in.")},
        )

    def passage(self, *, on: datetime.date) -> Passage:
        """The way of the paper; call it where the form is valid."""
        made, used = (self.countries[self.cleaned_data[name]] for name in ("made", "used"))
        return passage(made, used, on=on)


class QuestionForm(forms.Form):
    """One question of the adviser."""

    use_required_attribute = False

    def __init__(self, question: Question, data: Any = None, *, countries: Choices) -> None:
        super().__init__(data)
        offered = choices(question, countries)
        radio = question.choices
        self.fields[question.name] = forms.ChoiceField(
            label=question.label,
            help_text=question.hint,
            choices=offered if radio else [("", _("Choose a country")), *offered],
            widget=forms.RadioSelect if radio else forms.Select,
            error_messages={"required": _("Choose an answer."), "invalid_choice": _("Choose an answer.")},
        )
