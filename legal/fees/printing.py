"""A fee notice as a PDF: three languages side by side, the lines, the sum, and to which account it is paid."""

from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from legal.fees.currencies import written
from legal.fees.models import FeeNotice
from legal.fees.sheets import basis_of
from legal.laws.formats.characters import for_print
from legal.laws.formats.fonts import covered
from legal.laws.formats.typesetting import typeset
from legal.matters.printing import made_on
from portal.languages import LANGUAGES, Language

TEMPLATE: Final = Path(__file__).with_name("notice.typ")


def write(notice: FeeNotice) -> bytes:
    """The notice as a PDF; the same bytes each time, as long as the portal is the same."""
    return typeset(TEMPLATE, notice=content(notice))


def content(notice: FeeNotice) -> dict[str, Any]:
    """What the template is given. It is data in there, whatever it says; characters no font has are replaced here."""
    known, account = covered(), notice.account
    return {
        "number": notice.number,
        "made": made_on(notice.issued_at),
        "sample": account["sample"],
        "account": [for_print(account[name], known) for name in ("holder", "bank", "account", "bank_code")],
        "columns": [_column(notice, language, known) for language in LANGUAGES],
    }


def _column(notice: FeeNotice, language: Language, known: frozenset[int]) -> dict[str, Any]:
    with translation.override(language.code):
        said: dict[str, Any] = {
            "title": _("Fee notice"),
            "site": str(settings.SITE_NAME),
            "zone": _("Kashgar Area, China (Xinjiang) Pilot Free Trade Zone"),
            "sample": _("SAMPLE. Nothing must be paid."),
            "sum": _("Sum to be paid"),
            "total": written(notice.total, notice.currency),
        }
        cleaned = {name: for_print(words, known) for name, words in said.items()}
        lines = [[line.words.any(), written(line.amount, notice.currency)] for line in notice.lines.all()]
        return cleaned | {
            "facts": _cleaned(_facts(notice), known),
            "lines": _cleaned(lines, known),
            "labels": [_("Account holder"), _("Bank"), _("Account number"), _("Code of the bank")],
            "said": [for_print(words, known) for words in _said(notice)],
            "lang": language.text,
            "han": language.text == "zh",
        }


def _cleaned(pairs: Any, known: frozenset[int]) -> list[list[str]]:
    return [[for_print(one, known), for_print(other, known)] for one, other in pairs]


def _facts(notice: FeeNotice) -> list[tuple[str, str]]:
    matter = notice.matter
    day = timezone.localdate(notice.issued_at, ZoneInfo(settings.TIME_ZONE))
    due = date_format(notice.due_on, "DATE_FORMAT") if notice.due_on else _("as notified by the institution")
    return [
        (pgettext("of a fee notice", "Number"), notice.number),
        (_("Matter"), f"{matter.number}, {matter.proceeding.label}"),
        (_("To be paid by"), notice.payer),
        (pgettext("of a fee notice", "Issued"), date_format(day, "DATE_FORMAT")),
        (pgettext("of a fee notice", "Due"), due),
    ]


def _said(notice: FeeNotice) -> list[str]:
    said = [
        _("Give the number of this notice with the transfer, and hand in the proof of it in the portal."),
        _("The portal takes no money: pay to the account above alone."),
        _("This is no tax invoice (fapiao). The account holder issues one for what it receives.")
        if notice.account["issues_invoice"]
        else _("This is no tax invoice (fapiao)."),
    ]
    basis = basis_of(notice)
    if basis:
        given = {
            "source": basis.source,
            "day": date_format(basis.checked_on, "DATE_FORMAT") if basis.checked_on else "—",
        }
        said.append(_("The lines rest on an estimate by %(source)s, checked on %(day)s.") % given)
        if not basis.confirmed:
            said.append(_("The source is to be confirmed."))
    return said
