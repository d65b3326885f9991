"""The console's look and its menu."""

import functools
from collections.abc import Callable
from typing import Any, Final

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.languages import LANGUAGES


def is_console(request: HttpRequest) -> bool:
    """Whether an address is the console's."""
    return request.path_info.startswith(_beginning())


@functools.cache
def _beginning() -> str:
    return reverse("admin:index")


def _page(title: Any, icon: str, model: str, *but: str) -> dict[str, Any]:
    """A line of the menu: the list of a model, for those who may see it; pages below it, `but`, have their own."""
    app, name = model.split(".")
    line = {
        "title": title,
        "icon": icon,
        "link": reverse_lazy(f"admin:{app}_{name}_changelist"),
        "permission": _may_view(f"{app}.view_{name}"),
    }
    return line | {"active": _within(f"admin:{app}_{name}_changelist", *but)} if but else line


def _within(place: str, *but: str) -> Callable[[HttpRequest], bool]:
    """Whether a page is there or below, and none of those that have a line of their own."""

    def within(request: HttpRequest) -> bool:
        others = tuple(reverse(other) for other in but)
        return request.path.startswith(reverse(place)) and not request.path.startswith(others)

    return within


def _may_view(permission: str) -> Callable[[HttpRequest], bool]:
    return lambda request: request.user.has_perm(permission)


def _asset(path: str) -> Callable[[HttpRequest], str]:
    return lambda request: static(path)


def _shades(*values: str) -> dict[str, str]:
    steps = ("50", "100", "200", "300", "400", "500", "600", "700", "800", "900", "950")
    return dict(zip(steps, values, strict=True))


UNFOLD: Final[dict[str, Any]] = {
    "SITE_TITLE": _("Law Wisdom Valley"),
    "SITE_HEADER": _("Law Wisdom Valley"),
    "SITE_SUBHEADER": _("Console"),
    "SITE_ICON": _asset("icons/icon.svg"),
    "STYLES": [_asset("console.css")],
    "SITE_FAVICONS": [{"rel": "icon", "type": "image/svg+xml", "href": _asset("icons/icon.svg")}],
    "SHOW_LANGUAGES": True,
    "DASHBOARD_CALLBACK": "portal.pages.landing.landing",
    # What a field's label says of its language.
    "EXTENSIONS": {"modeltranslation": {"flags": {language.code: f"({language.name})" for language in LANGUAGES}}},
    "BORDER_RADIUS": "3px",
    # The tokens of portal.css, carried through the steps the theme asks for: glaze, and paper to ink.
    "COLORS": {
        "primary": _shades(
            "#eef5f4",
            "#e3ebe8",
            "#c3d9db",
            "#9cc3c9",
            "#88c6d0",
            "#5aa9b5",
            "#0b5663",
            "#094c58",
            "#063d47",
            "#04313a",
            "#022026",
        ),
        "base": _shades(
            "#f8f5ee",
            "#efeae0",
            "#dcd5c7",
            "#c9c1b1",
            "#a19888",
            "#6b655a",
            "#575349",
            "#403f3a",
            "#272c2d",
            "#1b2224",
            "#14191b",
        ),
    },
    "SIDEBAR": {
        "navigation": [
            {
                "title": _("Matters"),
                "items": [
                    _page(_("Matters"), "folder_open", "matters.matter", "admin:handling_statistics"),
                    _page(pgettext_lazy("of a matter", "Deadlines"), "timer", "clocks.deadline"),
                    {
                        "title": _("Payments to be confirmed"),
                        "icon": "payments",
                        "link": reverse_lazy("admin:fees_feenotice_queue"),
                        "permission": _may_view("fees.confirm_feenotice"),
                    },
                    _page(_("Fee notices"), "receipt_long", "fees.feenotice", "admin:fees_feenotice_queue"),
                    _page(_("Accounts for fees"), "account_balance_wallet", "fees.payee"),
                    _page(_("Templates of letters"), "mail", "handling.letter"),
                    _page(_("Mediators"), "groups", "mediation.mediator"),
                    {
                        "title": _("Statistics of matters"),
                        "icon": "bar_chart",
                        "link": reverse_lazy("admin:handling_statistics"),
                        "permission": _may_view("matters.view_matter"),
                    },
                ],
            },
            {
                "title": _("Law"),
                "items": [
                    _page(_("Laws"), "gavel", "laws.law"),
                    _page(_("Editions"), "history", "laws.edition"),
                    _page(_("Imports of law"), "upload_file", "intake.intake"),
                    _page(pgettext_lazy("in the console", "Changes told in feeds"), "rss_feed", "laws.change"),
                ],
            },
            {
                "title": _("Reference data"),
                "items": [
                    _page(_("Jurisdictions"), "public", "reference.jurisdiction"),
                    _page(_("Regions"), "map", "reference.region"),
                    _page(_("Topics"), "sell", "reference.topic"),
                    _page(pgettext_lazy("legal words", "Terms"), "translate", "reference.term"),
                ],
            },
            {
                "title": _("Enterprises"),
                "items": [
                    {
                        "title": _("Registrations to be decided"),
                        "icon": "inbox",
                        "link": reverse_lazy("admin:enterprises_enterprise_queue"),
                        "permission": _may_view("enterprises.view_enterprise"),
                    },
                    _page(
                        _("Enterprises"),
                        "apartment",
                        "enterprises.enterprise",
                        "admin:enterprises_enterprise_queue",
                        "admin:enterprises_enterprise_sheets",
                    ),
                    {
                        "title": _("Spreadsheets"),
                        "icon": "table",
                        "link": reverse_lazy("admin:enterprises_enterprise_sheets"),
                        "permission": _may_view("enterprises.view_enterprise"),
                    },
                    _page(_("Industries"), "factory", "enterprises.industry"),
                ],
            },
            {
                "title": _("Figures and their sources"),
                "items": [
                    _page(pgettext_lazy("figures", "Rules"), "rule", "rules.rule"),
                    _page(_("Fee tables"), "payments", "rules.schedule"),
                    _page(pgettext_lazy("in the console", "Institutions"), "account_balance", "rules.institution"),
                    _page(_("Calendars of working days"), "calendar_month", "rules.calendar"),
                    _page(_("Days of calendars"), "event_busy", "rules.calendarday"),
                    _page(_("Years of calendars"), "date_range", "rules.calendaryear"),
                ],
            },
            {
                "title": pgettext_lazy("part of the portal", "Services"),
                "items": [
                    _page(pgettext_lazy("in the console", "Services"), "handshake", "services.service"),
                    _page(_("Papers wanted"), "checklist", "services.material"),
                    _page(_("Legal bases"), "balance", "services.basis"),
                    _page(_("Time and cost of services"), "schedule", "services.figure"),
                    _page(_("States and the Apostille Convention"), "approval", "services.legalization"),
                ],
            },
            {
                "title": _("Talent training"),
                "items": [
                    _page(_("Training courses"), "school", "training.course"),
                    _page(_("Training sessions"), "event", "training.session"),
                    _page(_("Certificates of attendance"), "workspace_premium", "training.certificate"),
                    _page(_("Universities"), "account_balance", "training.university"),
                ],
            },
            {
                "title": pgettext_lazy("part of the portal", "Lawyers"),
                "items": [
                    {
                        "title": _("Profiles of lawyers to be decided"),
                        "icon": "inbox",
                        "link": reverse_lazy("admin:lawyers_revision_queue"),
                        "permission": _may_view("lawyers.view_revision"),
                    },
                    _page(pgettext_lazy("in the console", "Lawyers"), "person_search", "lawyers.lawyer"),
                    _page(_("Law firms"), "domain", "lawyers.firm"),
                    _page(_("Revisions of profiles"), "difference", "lawyers.revision", "admin:lawyers_revision_queue"),
                    _page(_("Claims to profiles"), "front_hand", "lawyers.claim"),
                    _page(_("Invitations into law firms"), "group_add", "lawyers.firminvitation"),
                    _page(_("Cases and provisions lawyers name"), "bookmark", "lawyers.mention"),
                ],
            },
            {
                "title": _("Papers"),
                "items": [
                    _page(pgettext_lazy("in the console", "Files"), "description", "files.file"),
                    _page(_("Readings of sensitive files"), "visibility", "files.reading"),
                ],
            },
            {
                "title": _("People"),
                "items": [
                    _page(_("Users"), "person", "accounts.user"),
                    _page(pgettext_lazy("of users", "Roles"), "badge", "accounts.role"),
                    _page(_("History"), "manage_search", "history.entry"),
                ],
            },
            {
                "title": _("Notices"),
                "items": [
                    _page(_("Notices"), "notifications", "notices.notice"),
                    _page(pgettext_lazy("of notices", "Deliveries"), "outgoing_mail", "notices.delivery"),
                ],
            },
            {
                "title": _("Personal data"),
                "items": [
                    _page(_("Texts of consents"), "contract", "privacy.consenttext"),
                    _page(_("Consents"), "how_to_reg", "privacy.consent"),
                    _page(_("Retention rules"), "auto_delete", "privacy.retentionrule"),
                    _page(_("Security log"), "policy", "privacy.securityevent"),
                    _page(_("Deleted accounts"), "person_off", "privacy.erasure"),
                ],
            },
        ],
    },
}
