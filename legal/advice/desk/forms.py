"""What staff lawyers type: an answer, a remark on a clause, the letter that delivers the remarks."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextareaWidget, UnfoldAdminTextInputWidget

from legal.advice.models import Severity
from legal.advice.models.letter import LONGEST_ANSWER
from legal.advice.models.review import LONGEST_CLAUSE, LONGEST_REMARK
from legal.advice.papers import REVIEWED
from legal.matters.models.matter import WRITTEN_IN
from portal.lines import LineField, ParagraphsField


class LetterForm(forms.Form):
    """The text of a letter, in the language that was asked for unless there is a reason."""

    use_required_attribute = False

    body = ParagraphsField(
        label=pgettext_lazy("of a letter", "Text"),
        help_text=_("As it is read: the letter adds the number, the day, your name and that it is no representation."),
        max_length=LONGEST_ANSWER,
        widget=UnfoldAdminTextareaWidget({"rows": 16}),
        error_messages={"required": _("Write the letter.")},
    )
    language = forms.ChoiceField(
        label=pgettext_lazy("of a letter", "Language"), choices=WRITTEN_IN, widget=UnfoldAdminSelectWidget
    )


class DeliverForm(LetterForm):
    """The letter, and the contract with the remarks in it where there is such a file."""

    reviewed = forms.FileField(
        label=_("Contract with the remarks in it"),
        required=False,
        max_length=255,
        widget=forms.ClearableFileInput({"accept": REVIEWED.accept}),
    )


class RemarkForm(forms.Form):
    """One remark on a clause."""

    use_required_attribute = False

    clause = LineField(
        label=_("Clause"),
        help_text=_("Its number or heading, as it stands in the contract."),
        max_length=LONGEST_CLAUSE,
        widget=UnfoldAdminTextInputWidget,
    )
    severity = forms.ChoiceField(
        label=pgettext_lazy("of a remark", "Weight"), choices=Severity, widget=UnfoldAdminSelectWidget
    )
    body = ParagraphsField(
        label=pgettext_lazy("on a clause", "Remark"),
        max_length=LONGEST_REMARK,
        widget=UnfoldAdminTextareaWidget({"rows": 5}),
        error_messages={"required": _("Write the remark.")},
    )
    proposal = ParagraphsField(
        label=_("Proposed wording"),
        max_length=LONGEST_REMARK,
        required=False,
        widget=UnfoldAdminTextareaWidget({"rows": 5}),
    )


class WhichForm(forms.Form):
    """Which remark is taken out."""

    remark = forms.IntegerField(min_value=1, max_value=2**63 - 1)
