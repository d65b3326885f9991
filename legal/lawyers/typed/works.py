"""A case, a law or an article of this portal, by the address of its page."""

from typing import Any, Final
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from legal.cases.models import Case
from legal.laws.models import Law, Provision
from legal.lawyers.models import Lawyer, Mention
from portal.languages import CODES

LONGEST_ADDRESS: Final = 500


class WorkForm(forms.Form):
    """The page of a case, a law or an article in this portal; `named` is what stands there."""

    address = forms.CharField(
        label=_("Address of the case, law or article in this portal"),
        max_length=LONGEST_ADDRESS,
        help_text=_("Open the page of the case or article and copy its address from the browser."),
    )

    def clean_address(self) -> str:
        path = urlsplit(self.cleaned_data["address"]).path if is_address(self.cleaned_data["address"]) else ""
        self.named = _named_at(path)
        if self.named is None:
            raise ValidationError(_("There is no case, law or article of this portal at this address."), code="unknown")
        return path


class OwnWorkForm(forms.Form):
    """Something one has named oneself."""

    def __init__(self, *args: Any, lawyer: Lawyer) -> None:
        super().__init__(*args)
        self.fields["mention"] = forms.ModelChoiceField(Mention.objects.filter(lawyer=lawyer))


def is_address(typed: str) -> bool:
    """Whether something can be the address of a page at all."""
    try:
        urlsplit(typed)
    except ValueError:
        return False
    return typed.isprintable()


def _named_at(path: str) -> dict[str, Any] | None:
    """What stands at a path of the portal, as `name_work` takes it; None where no case, law or article does."""
    code = path.strip("/").partition("/")[0]
    if code not in CODES:
        return None
    try:
        with translation.override(code):
            match = resolve(path if path.endswith("/") else f"{path}/")
    except Resolver404:
        return None
    where = {"jurisdiction__code": match.kwargs.get("code"), "slug": match.kwargs.get("slug")}
    if match.view_name == "cases:case":
        case = Case.objects.filter(**where).first()
        return {"case": case} if case else None
    if match.view_name not in {"laws:law", "laws:article"}:
        return None
    law, place = Law.objects.filter(**where).first(), match.kwargs.get("path", "")
    if law is None or (place and not Provision.objects.filter(edition__law=law, path=place).exists()):
        return None
    return {"law": law, "path": place}
