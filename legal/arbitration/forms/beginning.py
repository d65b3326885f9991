"""For which enterprise a request is begun, and which article or case it comes from."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enterprises.models import Enterprise
from legal.lawyers.typed.works import LONGEST_ADDRESS, WorkForm
from legal.matters.forms.matter import MatterForm


class FileForm(MatterForm):
    """What the request is about, and whose it is."""

    enterprise = forms.ChoiceField(label=_("Enterprise"))
    relied = forms.CharField(widget=forms.HiddenInput, required=False, max_length=LONGEST_ADDRESS)

    def __init__(self, data: Any = None, *, enterprises: Sequence[Enterprise], saved: dict[str, Any]) -> None:
        super().__init__(data, matter=None, saved=saved)
        self.enterprises = {one.key: one for one in enterprises}
        self.fields["enterprise"] = forms.ChoiceField(
            label=_("Enterprise"),
            choices=[(key, str(one)) for key, one in self.enterprises.items()],
        )
        self.order_fields(["enterprise", "title", "language"])

    def clean_enterprise(self) -> Enterprise:
        return self.enterprises[self.cleaned_data["enterprise"]]

    @property
    def named(self) -> dict[str, Any] | None:
        """The article or case it comes from; None where there is none any more: the request is begun without it."""
        return named_at(self.cleaned_data.get("relied") or "")


def named_at(address: str) -> dict[str, Any] | None:
    """What stands at an address of the portal: a case, or a law with the path of an article."""
    form = WorkForm({"address": address})
    return form.named if form.is_valid() else None
