"""What a reader may ask of the glossary."""

from django import forms

from portal.reference.models import Topic


class GlossaryForm(forms.Form):
    """A query string; a part of it that makes no sense is left out, not refused."""

    q = forms.CharField(required=False, max_length=100)
    topic = forms.ModelChoiceField(Topic.objects.all(), required=False, to_field_name="slug")
    letter = forms.CharField(required=False, max_length=1)
    page = forms.IntegerField(required=False, min_value=1)
