"""Training in the console: universities, courses, sessions with their people, and certificates."""

from collections.abc import Callable
from typing import Any, Final

from django import forms
from django.contrib import admin, messages
from django.db import models
from django.db.models import Model, QuerySet
from django.http import HttpRequest
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from modeltranslation.admin import TranslationAdmin
from typing_extensions import override
from unfold.contrib.filters.admin import ChoicesDropdownFilter, RelatedDropdownFilter
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget, UnfoldAdminURLInputWidget

from legal.training.actions import courses, sessions
from legal.training.desk import certificates
from legal.training.desk import sessions as desk
from legal.training.models import Certificate, Course, Session, University
from legal.training.models.session import ZONE
from legal.training.states import AHEAD
from portal.accounts.acting import acting
from portal.accounts.models import User
from portal.accounts.translating import Translatable
from portal.history.admin import WithHistory
from portal.languages import LANGUAGES, NAMES
from portal.themed import ReadOnly, Themed, allowed, by_language, in_columns
from portal.workflow.errors import NotAllowedError

# Who takes part is not for everybody who sees a session, as translators do.
SEE: Final = "training.view_enrolment"
CHANGE: Final = "training.change_session"
ATTEND: Final = "training.attend_session"
CERTIFY: Final = "training.certify_session"
# What each act on a session needs.
NEEDS: Final = {act: {"attend": ATTEND, "certify": CERTIFY}.get(act, CHANGE) for act in desk.ACTS}


class CourseForm(forms.ModelForm[Course]):
    languages = forms.MultipleChoiceField(
        label=_("Languages of teaching"), choices=list(NAMES.items()), widget=UnfoldAdminCheckboxSelectMultipleWidget
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for language in LANGUAGES:
            self.fields[f"title_{language.column}"].required = False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not any(cleaned.get(f"title_{language.column}") for language in LANGUAGES):
            raise forms.ValidationError(_("A course needs a title in one language at least."))
        return cleaned


class SessionForm(forms.ModelForm[Session]):
    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not any(cleaned.get(name) for name in (*in_columns("place"), "link")):
            raise forms.ValidationError(_("Say where it is held: a place, or the address of an online room."))
        return cleaned


@admin.register(University)
class UniversityAdmin(WithHistory, Translatable, Themed, TranslationAdmin[University]):
    list_display = ("name", "slug", "position")
    search_fields = ("slug", *in_columns("name"))
    fieldsets = ((None, {"fields": ("slug", "position")}), *by_language("name"))

    @override
    def save_model(self, request: HttpRequest, obj: University, form: Any, change: bool) -> None:
        courses.save_university(obj, by=acting(request))

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(Course)
class CourseAdmin(WithHistory, Translatable, Themed, TranslationAdmin[Course]):
    form = CourseForm
    list_display = ("name", "university", "state", "created_at")
    list_display_links = ("name",)
    list_select_related = ("university",)
    list_filter = (
        ("state", ChoicesDropdownFilter),
        ("university", RelatedDropdownFilter),
        ("topics", RelatedDropdownFilter),
    )
    list_filter_submit = True
    search_fields = ("slug", *in_columns("title"))
    actions = ("publish", "archive")
    # The theme’s list that completes what is typed has no label for a screen reader.
    formfield_overrides = {models.ManyToManyField: {"widget": UnfoldAdminCheckboxSelectMultipleWidget}}
    readonly_fields = ("state",)
    fieldsets = (
        (None, {"fields": ("slug", "state", "university", "languages", "topics")}),
        *by_language("title", "summary", "audience", classes=("tab",)),
    )

    @admin.display(description=_("training course"))
    def name(self, course: Course) -> str:
        return str(course)

    @admin.action(description=pgettext_lazy("courses", "Publish those chosen"), permissions=["change"])
    def publish(self, request: HttpRequest, chosen: QuerySet[Course]) -> None:
        _move(request, chosen, courses.publish, gettext("“%(course)s” is published."))

    @admin.action(description=pgettext_lazy("courses", "Archive those chosen"), permissions=["change"])
    def archive(self, request: HttpRequest, chosen: QuerySet[Course]) -> None:
        _move(request, chosen, courses.archive, gettext("“%(course)s” is archived."))

    @override
    def save_model(self, request: HttpRequest, obj: Course, form: Any, change: bool) -> None:
        courses.save_course(obj, by=acting(request))

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(Session)
class SessionAdmin(WithHistory, Translatable, Themed, TranslationAdmin[Session]):
    form = SessionForm
    list_display = ("course", "starts", "state", "people", "capacity")
    list_select_related = ("course",)
    list_filter = (("state", ChoicesDropdownFilter), ("course", RelatedDropdownFilter))
    list_filter_submit = True
    search_fields = ("slug", "course__slug", *in_columns("course__title"))
    formfield_overrides = {models.URLField: {"assume_scheme": "https", "widget": UnfoldAdminURLInputWidget}}
    readonly_fields = ("state", "people")
    fieldsets = (
        (None, {"fields": ("course", "slug", "state", "people")}),
        (_("Time and places"), {"fields": ("starts", "ends", "closes", "capacity")}),
        (_("Place"), {"fields": (*in_columns("place"), "link")}),
    )

    @admin.display(description=_("people"))
    def people(self, session: Session) -> SafeString | str:
        if session.pk is None:
            return "–"
        address = reverse("admin:training_session_people", args=[session.pk])
        words = _("%(taken)s of %(capacity)s places taken") % {"taken": session.taken, "capacity": session.capacity}
        return format_html('<a class="underline" href="{}">{}</a>', address, words)

    def get_urls(self) -> list[URLPattern]:
        pages = [
            path("<int:pk>/people/", allowed(desk.session_page, SEE), name="training_session_people"),
            path("<int:pk>/people/export/", allowed(desk.export_page, SEE), name="training_session_export"),
            *(
                path(
                    f"<int:pk>/people/{act}/",
                    allowed(desk.act_page, needs),
                    {"act": act},
                    name=f"training_session_{act}",
                )
                for act, needs in NEEDS.items()
            ),
        ]
        return [*pages, *super().get_urls()]

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> Any:
        """Hours are typed and shown in Beijing time, whatever zone the officer lives in.

        A rule that somebody else’s change has brought in the way meanwhile is told, and nothing is saved.
        """
        with timezone.override(ZONE):
            try:
                response = super().changeform_view(request, object_id, form_url, extra_context)
            except NotAllowedError as refusal:
                messages.error(request, " ".join(refusal.messages))
                return redirect(request.get_full_path())
            return response.render() if isinstance(response, TemplateResponse) else response

    @override
    def save_model(self, request: HttpRequest, obj: Session, form: Any, change: bool) -> None:
        if change:
            sessions.change(obj, by=acting(request))
        else:
            sessions.plan(obj, by=acting(request))

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        if isinstance(obj, Session) and obj.state not in AHEAD:
            return False
        return super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(Certificate)
class CertificateAdmin(WithHistory, ReadOnly, Themed, admin.ModelAdmin[Certificate]):
    list_display = ("number", "name", "title", "issued_at", "revoked_at")
    list_select_related = ("enrolment__session__course",)
    search_fields = ("number", "name")
    search_help_text = _("A number, or a name as on the certificate.")
    fields = readonly_fields = (
        "number",
        "name",
        "title",
        "first_day",
        "last_day",
        "issued_at",
        "issued_by",
        "revoked_at",
        "revoked_by",
        "reason",
        "acts",
    )

    @admin.display(description=_("training course"))
    def title(self, certificate: Certificate) -> str:
        return certificate.course_title

    @admin.display(description=_("What can be done"))
    def acts(self, certificate: Certificate) -> SafeString | str:
        if not certificate.is_valid:
            return "–"
        address = reverse("admin:training_certificate_revoke", args=[certificate.pk])
        return format_html('<a class="underline" href="{}">{}</a>', address, _("Revoke the certificate"))

    def get_urls(self) -> list[URLPattern]:
        revoke = path(
            "<int:pk>/revoke/", allowed(certificates.revoke_page, CERTIFY), name="training_certificate_revoke"
        )
        return [revoke, *super().get_urls()]


def _move(request: HttpRequest, chosen: QuerySet[Course], move: Callable[..., object], done: str) -> None:
    """Make a move with each course chosen, and say of each that is refused why."""
    by: User = acting(request)
    for course in chosen:
        try:
            move(course, by=by)
        except NotAllowedError as refusal:
            given = {"course": course, "reason": " ".join(refusal.messages)}
            messages.error(request, gettext("“%(course)s” stays as it is. %(reason)s") % given)
        else:
            messages.success(request, done % {"course": course})
