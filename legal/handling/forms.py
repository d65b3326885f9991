"""What staff type about matters."""

import datetime
from typing import Any, Final

from django import forms
from django.contrib.auth.models import Permission
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextareaWidget, UnfoldAdminTextInputWidget

from legal.clocks.forms import LATEST
from legal.handling.models import Letter
from legal.handling.statistics import DAY, OFFICIAL, Span
from legal.matters.kinds import BY_SLUG, Proceeding, Side, choices
from legal.matters.models import Audience, Matter
from legal.matters.models.matter import WRITTEN_IN
from legal.matters.models.message import LONGEST_MESSAGE
from portal.accounts.models import User
from portal.languages import LANGUAGES
from portal.lines import ParagraphsField

WHOSE: Final = [("", _("All")), ("mine", _("On my desk")), ("nobody", _("On nobody’s desk"))]
LONGEST_REASON: Final = 2000
MOST_DAYS: Final = 3660
# Before there was a portal nothing is counted, and no clock goes beyond the years 1 and 9999.
WITHIN: Final = [MinValueValidator(datetime.date(2000, 1, 1)), MaxValueValidator(LATEST)]


class QueueForm(forms.Form):
    """Which matters are asked for, and where the page begins; what makes no sense is left out."""

    kind = forms.ChoiceField(label=_("Kind of proceeding"), widget=UnfoldAdminSelectWidget)
    state = forms.ChoiceField(label=_("State"), required=False, widget=UnfoldAdminSelectWidget)
    whose = forms.ChoiceField(label=_("Whose desk"), choices=WHOSE, required=False, widget=UnfoldAdminSelectWidget)
    at = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    after = forms.IntegerField(required=False, min_value=0, max_value=2**63 - 1, widget=forms.HiddenInput)

    def __init__(self, data: Any, *, proceedings: list[Proceeding]) -> None:
        asked = {name: data.get(name, "") for name in ("kind", "state", "whose", "at", "after")}
        by_slug = {proceeding.slug: proceeding for proceeding in proceedings}
        chosen = by_slug.get(asked["kind"], proceedings[0])
        super().__init__(asked | {"kind": chosen.slug})
        self.chosen = chosen
        kinds = [(one.slug, one.label) for one in proceedings]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]  # it is a ChoiceField
        written = {chosen.machine.initial}
        begun = [(value, label) for value, label in chosen.machine.states.choices if value not in written]
        states = [("", _("All that have not ended")), *begun]
        self.fields["state"].choices = states  # type: ignore[attr-defined]  # it is a ChoiceField

    def clean_at(self) -> datetime.datetime | None:
        try:
            moment = parse_datetime(self.cleaned_data["at"])
        except ValueError:
            return None
        return moment if moment and moment.tzinfo else None

    @property
    def asked(self) -> dict[str, Any]:
        """What the queue is asked for."""
        self.is_valid()
        given = self.cleaned_data
        at, after = given.get("at"), given.get("after")
        return {
            "state": given.get("state", ""),
            "whose": given.get("whose", ""),
            "after": (at, after) if at and after is not None else None,
        }


class DeclarationForm(forms.Form):
    """Whether there is a conflict of interest."""

    conflict = forms.ChoiceField(choices=[("no", ""), ("yes", "")])


class ReasonForm(forms.Form):
    """Why something is decided; asked for where the move wants one."""

    reason = ParagraphsField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        widget=UnfoldAdminTextareaWidget({"rows": 4}),
        help_text=_("Those who act for the enterprise read it."),
    )

    def __init__(self, data: Any = None, *, reasoned: bool) -> None:
        super().__init__(data)
        if not reasoned:
            del self.fields["reason"]


class HandOverForm(forms.Form):
    """A colleague who may decide as well."""

    def __init__(self, data: Any = None, *, matter: Matter, but: User) -> None:
        super().__init__(data)
        colleagues = handlers(matter.proceeding).exclude(pk=but.pk)
        self.fields["to"] = forms.ModelChoiceField(colleagues, label=_("Colleague"), widget=UnfoldAdminSelectWidget)


class WriteForm(forms.Form):
    """A message of staff, and whom it is for."""

    to = forms.ChoiceField(label=_("Who is shown it"), widget=UnfoldAdminSelectWidget)
    language = forms.ChoiceField(label=_("Language of the message"), choices=WRITTEN_IN, widget=UnfoldAdminSelectWidget)
    body = ParagraphsField(
        label=_("Message"), max_length=LONGEST_MESSAGE, widget=UnfoldAdminTextareaWidget({"rows": 6, "dir": "auto"})
    )

    def __init__(self, data: Any = None, *, matter: Matter, holds: bool, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self.fields["to"].choices = audiences(matter, holds=holds)  # type: ignore[attr-defined]  # it is a ChoiceField

    @property
    def facts(self) -> dict[str, str]:
        """What is written, with audience and side."""
        to = self.cleaned_data["to"]
        one_side = to in Side.values
        return {
            "body": self.cleaned_data["body"],
            "language": self.cleaned_data["language"],
            "audience": Audience.SIDE if one_side else to,
            "side": to if one_side else "",
        }


def audiences(matter: Matter, *, holds: bool) -> list[tuple[str, Any]]:
    """For whom a message can be: a note for the institution alone, and to who holds the file all sides and each."""
    alone = [(Audience.INSTITUTION.value, _("A note for the institution alone"))]
    if not holds or matter.is_ended:
        return alone
    there = set(matter.parties.values_list("side", flat=True))
    sides = [(side.value, side.label) for side in Side if side in there]
    return [(Audience.EVERYONE.value, _("All sides")), *sides, *alone]


def handlers(proceeding: Proceeding) -> QuerySet[User]:
    """Staff who handle matters of a kind."""
    app, _dot, codename = proceeding.permission.partition(".")
    permission = Permission.objects.filter(codename=codename, content_type__app_label=app)
    allowed = Q(groups__permissions__in=permission) | Q(user_permissions__in=permission)
    return User.objects.filter(allowed, is_staff=True, is_active=True).distinct().order_by("email")


class SpanForm(forms.Form):
    """From when until when is counted; without an answer the twelve months that end today."""

    first = forms.DateField(label=_("From"), validators=WITHIN, widget=UnfoldAdminTextInputWidget({"type": "date"}))
    last = forms.DateField(
        label=pgettext_lazy("last day of a span", "Until"),
        validators=WITHIN,
        widget=UnfoldAdminTextInputWidget({"type": "date"}),
    )

    def __init__(self, data: Any) -> None:
        today = timezone.localdate(timezone.now(), OFFICIAL)
        self.usual = Span((today.replace(day=1) - 330 * DAY).replace(day=1), today)
        asked = {"first": data.get("first"), "last": data.get("last")}
        if not any(asked.values()):
            asked = {"first": self.usual.first.isoformat(), "last": self.usual.last.isoformat()}
        super().__init__(asked)

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        first, last = given.get("first"), given.get("last")
        if first and last and not datetime.timedelta(0) <= last - first <= MOST_DAYS * DAY:
            raise forms.ValidationError(_("The last day is after the first, and not more than ten years after it."))
        return given

    @property
    def span(self) -> Span:
        """The span that is counted: the usual one where what was typed is none."""
        return Span(self.cleaned_data["first"], self.cleaned_data["last"]) if self.is_valid() else self.usual


class LetterForm(WriteForm):
    """A letter written out of a template, which can be changed before it is printed or sent."""

    def __init__(self, data: Any = None, *, matter: Matter, initial: Any = None) -> None:
        super().__init__(data, matter=matter, holds=True, initial=initial)
        self.fields["body"].widget.attrs["rows"] = 18

    def choosing(self, letter: Letter) -> "ChoosingForm":
        """For whom and in which language it is written anew, as it is now."""
        return ChoosingForm(
            {"to": self["to"].value(), "language": self["language"].value()},
            choices=self.fields["to"].choices,  # type: ignore[attr-defined]  # it is a ChoiceField
            languages=[(language.code, language.name) for language in letter.languages],
        )


class ChoosingForm(forms.Form):
    """For whom a letter is, and in which of its languages."""

    to = forms.ChoiceField(label=_("Who is shown it"), widget=UnfoldAdminSelectWidget)
    language = forms.ChoiceField(label=_("Language of the letter"), widget=UnfoldAdminSelectWidget)

    def __init__(self, data: Any, *, choices: Any, languages: list[tuple[str, str]]) -> None:
        super().__init__(data, auto_id="choosing_%s")
        self.fields["to"].choices = choices  # type: ignore[attr-defined]  # it is a ChoiceField
        self.fields["language"].choices = languages  # type: ignore[attr-defined]  # it is a ChoiceField


class TemplateForm(forms.ModelForm[Letter]):
    """A template of a letter: for which kind it is, and to which of its moves it belongs."""

    kind = forms.ChoiceField(label=_("Kind of proceeding"), required=False, widget=UnfoldAdminSelectWidget)
    move = forms.ChoiceField(label=_("Move"), required=False, widget=UnfoldAdminSelectWidget)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        every = [("", _("Any"))]
        moves = {move.name: move.label for one in BY_SLUG.values() for move in one.machine.transitions}
        self.fields["kind"].choices = [*every, *choices()]  # type: ignore[attr-defined]  # it is a ChoiceField
        self.fields["move"].choices = [*every, *sorted(moves.items())]  # type: ignore[attr-defined]  # it is a ChoiceField
        for language in LANGUAGES:
            for name in (f"name_{language.column}", f"body_{language.column}"):
                if name in self.fields:
                    self.fields[name].required = True
