"""Files in the console: where each stands, what the scanner said, and who has read the sensitive ones."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from portal.files import judging, registry, scanning
from portal.files.media import BY_MIME
from portal.files.models import File, Reading
from portal.files.states import State
from portal.files.tus import sender
from portal.history.admin import WithHistory
from portal.themed import KnownFilter, ReadOnly, Themed, Uncounted


class TypeFilter(KnownFilter):
    title = _("type")
    parameter_name = "media_type"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(mime, media.label) for mime, media in BY_MIME.items()]


class PurposeFilter(KnownFilter):
    title = _("purpose")
    parameter_name = "purpose"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(slug, str(purpose.label)) for slug, purpose in registry.purposes.items()]


@admin.register(File)
class FileAdmin(WithHistory, ReadOnly, Uncounted, Themed, admin.ModelAdmin[File]):
    list_display = ("name", "state", "scan", "owner_shown", "purpose_shown", "size_shown", "uploaded_by", "received_at")
    list_filter = ("state", "sensitive", TypeFilter, PurposeFilter, "received_at")
    # By a column all rows would be sorted: the newest come first, and the filters narrow them.
    sortable_by = ()
    list_select_related = ("owner_type", "uploaded_by")
    search_fields = ("name", "sha256", "owner_key")
    search_help_text = _("Name, SHA-256, or number of the owner")
    actions = ("scan_again",)
    fieldsets = (
        (None, {"fields": ("name", "state", "scan", "purpose_shown", "owner_shown", "sensitive")}),
        (
            _("What was received"),
            {"fields": ("media_type", "size", "sha256", "uploaded_by", "received_at", "expires_at")},
        ),
        (_("The scanner"), {"fields": ("scanner", "finding", "scanned_at", "scan_attempts", "scan_after")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[File]:
        return super().get_queryset(request).prefetch_related("owner")

    def has_scan_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("files.scan_file"))

    @admin.display(description=_("virus check"))
    def scan(self, file: File) -> str:
        return str(scan_label(file))

    @admin.display(description=_("owner"))
    def owner_shown(self, file: File) -> str:
        return str(file.owner or file.owner_key)

    @admin.display(description=_("purpose"))
    def purpose_shown(self, file: File) -> str:
        return str(file.purpose_label)

    @admin.display(description=_("size"))
    def size_shown(self, file: File) -> str:
        return filesizeformat(file.size)

    @admin.action(description=_("Scan again"), permissions=["scan"])
    def scan_again(self, request: HttpRequest, queryset: QuerySet[File]) -> None:
        if not scanning.is_configured():
            self.message_user(request, _("This installation has no virus scanner."), messages.ERROR)
            return
        sent = sum(judging.scan_again(file, by=sender(request)) for file in queryset)
        told = ngettext("%(count)s file was sent to the scanner.", "%(count)s files were sent to the scanner.", sent)
        self.message_user(request, told % {"count": sent})


@admin.register(Reading)
class ReadingAdmin(ReadOnly, Uncounted, Themed, admin.ModelAdmin[Reading]):
    list_display = ("at", "file_id", "by", "address", "sha256")
    list_select_related = ("by",)
    list_filter = ("at",)
    search_fields = ("sha256", "=by__email")
    search_help_text = _("SHA-256, or e-mail address of the reader")
    sortable_by = ()


def scan_label(file: File) -> object:
    """What the virus check has said of a file."""
    if file.state == State.QUARANTINED and file.finding:
        return _("The scanner does not answer; it is asked again")
    if file.state == State.CLEAN:
        return _("Nothing found") if file.is_scanned else _("Not scanned for viruses")
    return file.finding or "–"
