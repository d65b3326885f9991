"""What somebody says who brings an archive of law."""

from django import forms
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminSelectWidget

from legal.intake.papers import ARCHIVE
from portal.files.forms import PaperField, PaperForm, PaperInput
from portal.reference.models import Jurisdiction


class IntakeForm(PaperForm):
    """An archive, and the jurisdiction of those of its files that name none."""

    archive = PaperField(
        ARCHIVE.slug,
        label=_("Archive (ZIP)"),
        # The theme's own field of a file shows what was chosen by a script alone.
        widget=PaperInput(
            {
                "accept": ARCHIVE.accept,
                "class": "block border border-base-200 cursor-pointer px-3 py-2 rounded-default shadow-xs w-full",
            }
        ),
        help_text=_("Law folders, plain-text law folders or files of the national database, packed as a ZIP."),
    )
    jurisdiction: "forms.ModelChoiceField[Jurisdiction]" = forms.ModelChoiceField(
        Jurisdiction.objects.order_by("code"),
        label=_("Only laws of"),
        to_field_name="code",
        required=False,
        empty_label=_("All jurisdictions"),
        widget=UnfoldAdminSelectWidget(),
        help_text=_(
            "Files of a national database name no jurisdiction: they are taken as laws of the one chosen here, "
            "else of China. Law folders of another one are then rejected."
        ),
    )
