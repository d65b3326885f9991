"""The articles and cases that are relied on: one is looked for, and named."""

from django import forms
from django.utils.translation import gettext_lazy as _

from legal.arbitration.models.reliance import LONGEST_POINT
from legal.lawyers.typed.works import WorkForm
from portal.lines import LineField


class RelianceForm(WorkForm):
    """The article or case at an address of the portal, and what it is cited for."""

    use_required_attribute = False

    point = LineField(
        label=_("What it is cited for"),
        help_text=_("Such as “the buyer pays on the agreed day”. Nobody has to say."),
        max_length=LONGEST_POINT,
        required=False,
    )


class SearchForm(forms.Form):
    """Words of an article or a case that is looked for."""

    use_required_attribute = False

    q = LineField(
        label=_("Law and article, or case"),
        help_text=_("As you would cite it, such as “Civil Code 577”, or words of its title, or a docket number."),
        max_length=200,
        required=False,
    )
