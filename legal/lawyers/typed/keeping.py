"""What keepers and claimants type beside the answers of a profile."""

import datetime
from typing import Any, Final
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.urls import Resolver404, resolve
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from legal.cases.models import Case
from legal.laws.models import Law, Provision
from legal.lawyers.kinds import FirmKind, LawyerKind, Weekday
from legal.lawyers.models import Claim, FirmInvitation, FirmMember, Lawyer, Mention
from legal.lawyers.models.verified import LONGEST_NAME
from legal.lawyers.papers import PROOF
from legal.lawyers.typed.fields import JurisdictionField, TextField
from legal.lawyers.typed.groups import NamesForm
from portal.accounts import time_zones
from portal.files.forms import PaperField, PaperForm
from portal.languages import CODES
from portal.lines import LineField

LONGEST_ADDRESS: Final = 500
FOUND: Final = 10


class BeginForm(NamesForm):
    """What a profile begins with: the answers of other groups follow."""

    kind = forms.ChoiceField(label=_("Kind of lawyer"), choices=LawyerKind, widget=forms.RadioSelect)
    jurisdiction = JurisdictionField(label=_("Jurisdiction that issued the licence"))
    field_order = ("name_zh_hans", "name_en", "name_ru", "kind", "jurisdiction")

    @property
    def values(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        names = {name: value for name, value in cleaned.items() if name.startswith("name_")}
        return {"names": names, "kind": cleaned["kind"], "jurisdiction": cleaned["jurisdiction"]}


class FoundForm(BeginForm):
    """The same for a firm."""

    kind = forms.ChoiceField(label=_("Kind of law firm"), choices=FirmKind, widget=forms.RadioSelect)


class AvailabilityForm(forms.Form):
    """Whether new matters are taken, and two spans of office hours a day."""

    takes_new_matters = forms.BooleanField(label=_("I take new matters"), required=False)
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=time_zones.choices)

    def __init__(self, data: Any = None, *, lawyer: Lawyer) -> None:
        hours: dict[int, list[Any]] = {day: [] for day in Weekday.values}
        for span in lawyer.office_hours.all():
            hours[span.weekday] += [span.opens, span.closes]
        initial = {
            f"{name}_{day}": value for day in Weekday.values for name, value in zip(SPANS, hours[day], strict=False)
        }
        initial |= {"takes_new_matters": lawyer.takes_new_matters, "time_zone": lawyer.time_zone}
        super().__init__(data, initial=initial)
        for day in Weekday:
            for name, label in SPANS.items():
                widget = forms.TimeInput({"type": "time", "class": "w-short"}, format="%H:%M")
                self.fields[f"{name}_{day.value}"] = forms.TimeField(label=label, required=False, widget=widget)

    @property
    def days(self) -> list[tuple[str, list[Any]]]:
        """The days in order, each with its fields."""
        return [(str(day.label), [self[f"{name}_{day.value}"] for name in SPANS]) for day in Weekday]

    @property
    def forms(self) -> list[forms.Form]:
        return [self]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for day in Weekday.values:
            self._check(day, cleaned)
        return cleaned

    @property
    def hours(self) -> list[tuple[int, datetime.time, datetime.time]]:
        """The spans that were typed; call it after `is_valid`."""
        return [
            (day, self.cleaned_data[f"{opens}_{day}"], self.cleaned_data[f"{closes}_{day}"])
            for day in Weekday.values
            for opens, closes in PAIRS
            if self.cleaned_data[f"{opens}_{day}"]
        ]

    def _check(self, day: int, cleaned: dict[str, Any]) -> None:
        last = None
        for opens, closes in PAIRS:
            begins, ends = cleaned.get(f"{opens}_{day}"), cleaned.get(f"{closes}_{day}")
            if bool(begins) != bool(ends):
                self.add_error(f"{closes}_{day}", _("Say when they begin and when they end."))
            elif begins and (begins >= ends or (last and begins < last)):
                self.add_error(f"{closes}_{day}", _("Office hours begin before they end, and after those before them."))
            last = ends or last


SPANS: Final = {"opens": _("from"), "closes": _("to"), "reopens": _("and from"), "recloses": _("until")}
PAIRS: Final = (("opens", "closes"), ("reopens", "recloses"))


class WorkForm(forms.Form):
    """The page of a case, a law or an article in this portal; `named` is what stands there."""

    address = forms.CharField(
        label=_("Address of the case, law or article in this portal"),
        max_length=LONGEST_ADDRESS,
        help_text=_("Open the page of the case or article and copy its address from the browser."),
    )

    def clean_address(self) -> str:
        path = urlsplit(self.cleaned_data["address"]).path if _is_address(self.cleaned_data["address"]) else ""
        self.named = _named_at(path)
        if self.named is None:
            raise ValidationError(_("There is no case, law or article of this portal at this address."), code="unknown")
        return path


class ClaimForm(PaperForm):
    """Why a profile is one's own, and the paper that proves it."""

    statement = TextField(
        label=_("What you say for it"),
        required=True,
        max_length=2000,
        help_text=_("Who you are, and how the licence shows that this profile is yours."),
    )
    proof = PaperField(PROOF.slug, label=PROOF.label)


class SearchForm(forms.Form):
    """A profile or a firm that nobody keeps, looked for by its name or the number of its licence."""

    q = LineField(max_length=LONGEST_NAME, required=False)

    def found(self, rows: Any) -> list[Any]:
        """The first few that have this name or number."""
        words = self.cleaned_data.get("q") if self.is_valid() else ""
        if not words:
            return []
        named = Q(licence_number__iexact=words)
        for column in ("name_zh_hans", "name_en", "name_ru"):
            named |= Q(**{f"{column}__icontains": words})
        return list(rows.filter(named).select_related("jurisdiction")[:FOUND])


class OwnWorkForm(forms.Form):
    """Something one has named oneself."""

    def __init__(self, *args: Any, lawyer: Lawyer) -> None:
        super().__init__(*args)
        self.fields["mention"] = forms.ModelChoiceField(Mention.objects.filter(lawyer=lawyer))


class OwnClaimForm(forms.Form):
    """A claim one has made oneself."""

    def __init__(self, *args: Any, by: Any) -> None:
        super().__init__(*args)
        self.fields["claim"] = forms.ModelChoiceField(Claim.objects.of(by))


class AnswerForm(forms.Form):
    """An invitation one has got, and what is answered."""

    joins = forms.BooleanField(required=False)

    def __init__(self, *args: Any, lawyer: Lawyer) -> None:
        super().__init__(*args)
        self.fields["invitation"] = forms.ModelChoiceField(FirmInvitation.objects.filter(lawyer=lawyer))


class InviteForm(forms.Form):
    """A lawyer by the address of their page."""

    lawyer = forms.CharField(
        label=_("Address of the lawyer’s page in this portal"),
        max_length=LONGEST_ADDRESS,
        help_text=_("Open the page of the lawyer and copy its address from the browser."),
    )

    def clean_lawyer(self) -> Lawyer:
        typed = self.cleaned_data["lawyer"]
        slug = urlsplit(typed).path.rstrip("/").rpartition("/")[2] if _is_address(typed) else ""
        found: Lawyer | None = Lawyer.objects.published().filter(slug=slug).first()
        if found is None:
            raise ValidationError(_("There is no lawyer of this portal at this address."), code="unknown")
        return found


class OfFirmForm(forms.Form):
    """A lawyer, a member or an invitation of one's own firm, whichever is named."""

    def __init__(self, *args: Any, firm: Any) -> None:
        super().__init__(*args)
        self.fields["lawyer"] = forms.ModelChoiceField(Lawyer.objects.filter(firm=firm), required=False)
        self.fields["member"] = forms.ModelChoiceField(FirmMember.objects.filter(firm=firm), required=False)
        self.fields["invitation"] = forms.ModelChoiceField(FirmInvitation.objects.filter(firm=firm), required=False)


class StepDownForm(forms.Form):
    """That the last administrator knows what stepping down means."""

    handing_back = forms.BooleanField(required=False)


def _is_address(typed: str) -> bool:
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
