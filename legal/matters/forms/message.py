"""A message about a matter."""

from typing import Final

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from legal.matters.models import Audience
from legal.matters.models.matter import WRITTEN_IN
from legal.matters.models.message import LONGEST_MESSAGE
from portal.lines import ParagraphsField

FOR_SIDES: Final = [(audience.value, audience.label) for audience in (Audience.EVERYONE, Audience.SIDE)]


class MessageForm(forms.Form):
    """A message, for whom, and in which language."""

    use_required_attribute = False

    body = ParagraphsField(
        label=_("Message"),
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea({"rows": 5}),
        error_messages={"required": _("Write the message.")},
    )
    audience = forms.ChoiceField(label=_("Who is shown it"), choices=FOR_SIDES, widget=forms.RadioSelect)
    language = forms.ChoiceField(
        label=pgettext_lazy("of a message", "Language"), choices=WRITTEN_IN, widget=forms.Select({"class": "w-short"})
    )
