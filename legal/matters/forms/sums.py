"""The sum of a file that is to be compared."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class SumForm(forms.Form):
    """A SHA-256, as programs print it: with spaces or in groups, in any case."""

    use_required_attribute = False

    sha256 = forms.CharField(
        label=_("SHA-256 of a file"),
        help_text=_(
            "64 digits and letters, as the programs sha256sum (Linux), shasum -a 256 (macOS) "
            "and certutil -hashfile NAME SHA256 (Windows) print them."
        ),
        max_length=200,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Give the SHA-256 of the file.")},
    )

    def clean_sha256(self) -> str:
        typed = "".join(str(self.cleaned_data["sha256"]).split()).lower()
        if len(typed) != 64 or not set(typed) <= set("0123456789abcdef"):
            raise ValidationError(_("A SHA-256 has 64 digits and letters from a to f."), code="sum")
        return typed
