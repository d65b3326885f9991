"""Certificates of service and receipts of answers as PDFs: three languages side by side."""

import datetime
import io
import json
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import segno
import typst
from django.conf import settings
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from legal.laws.formats.characters import for_print
from legal.laws.formats.fonts import covered, fonts
from legal.matters.printing import TEMPLATE as RECEIPT
from legal.serving.courses import course_of
from legal.serving.models import Answer, Item, Service, Stage
from portal.languages import DEFAULT, LANGUAGES, Language

CERTIFICATE: Final = Path(__file__).with_name("certificate.typ")


def certificate(service: Service, stage: Stage) -> bytes:
    """What is recorded of a service, as a PDF; the same bytes each time, as long as the portal is the same."""
    return _printed(CERTIFICATE, certified(service, stage))


def receipt(answer: Answer) -> bytes:
    """The receipt of an answer, as a PDF."""
    return _printed(RECEIPT, received(answer))


def certified(service: Service, stage: Stage) -> dict[str, Any]:
    """What the template of a certificate is given. It is data in there, whatever it says."""
    known = covered()
    stands_at = service.opened_at if stage == Stage.OPENED else service.arrived_at
    day = timezone.localdate(stands_at, ZoneInfo(settings.TIME_ZONE))
    return {
        "number": service.matter.number,
        "made": [day.year, day.month, day.day],
        "columns": [_certified_in(service, stage, language, known) for language in LANGUAGES],
    }


def received(answer: Answer) -> dict[str, Any]:
    """What the template of a receipt is given."""
    known, files = covered(), answer.files
    day = timezone.localdate(answer.at, ZoneInfo(settings.TIME_ZONE))
    with translation.override(DEFAULT.code):
        link = settings.SITE_URL + answer.get_absolute_url()
    code = io.BytesIO()
    # Medium: a quarter of a crumpled print may be lost.
    segno.make_qr(link, error="m").save(code, kind="svg", border=0, xmldecl=False, svgns=True)
    return {
        "number": answer.matter.number,
        "sha256": answer.sha256,
        "made": [day.year, day.month, day.day],
        "address": link,
        "code": code.getvalue().decode(),
        "files": [file | {"name": for_print(file["name"], known)} for file in files],
        "columns": [_received_in(answer, language, known) for language in LANGUAGES],
    }


def _printed(template: Path, content: dict[str, Any]) -> bytes:
    given = {"receipt": json.dumps(content)}
    return typst.compile(template, font_paths=fonts(), format="pdf", sys_inputs=given)


def _certified_in(service: Service, stage: Stage, language: Language, known: frozenset[int]) -> dict[str, Any]:
    with translation.override(language.code):
        facts = [
            (_("Reference number"), service.matter.number),
            (_("Served on"), f"{service.party.name} ({service.party.country})"),
            (pgettext("what was served", "Sent"), when(service.sent_at)),
            (pgettext("what was served", "Arrived"), f"{when(service.arrived_at)}: {service.get_arrival_display()}"),
            (pgettext("what was served", "First opened"), _opened(service, stage)),
        ]
        return _column(language, known, _("Certificate of service"), facts) | {
            "things": _("What was served"),
            "served": [for_print(words, known) for words in _things(service)],
            "said": [
                for_print(words, known)
                for words in (
                    _("It states what the portal has recorded, and nothing else."),
                    _("Whether this is valid service is for the institution to say, under its rules."),
                    _("All times are Beijing time."),
                )
            ],
        }


def _received_in(answer: Answer, language: Language, known: frozenset[int]) -> dict[str, Any]:
    with translation.override(language.code):
        count = len(answer.files)
        facts = [
            (_("Reference number"), answer.matter.number),
            (_("Kind of proceeding"), str(answer.matter.proceeding.label)),
            (_("Filed for"), answer.party.name),
            (pgettext("of an answer", "Filed"), _("%(time)s (Beijing time)") % {"time": when(answer.at)}),
            (
                _("What was filed"),
                ngettext("An answer with %(number)s file", "An answer with %(number)s files", count)
                % {"number": count},
            ),
            *_claims_in(answer),
        ]
        return _column(language, known, _("Receipt of an answer"), facts) | {
            "sum": _("SHA-256 of the list of files (manifest.json)"),
            "name": _("Name of the file"),
            "size": _("Bytes"),
            "none": _("No files were filed."),
            "said": [
                for_print(words, known)
                for words in (
                    _("It says what was filed and when. What it means for the proceeding the institution decides."),
                    _("Scan the code, or open the address, to see whether this receipt is genuine."),
                    _("It carries no time-stamp of a time-stamping authority (RFC 3161)."),
                )
            ],
        }


def _claims_in(answer: Answer) -> list[tuple[str, str]]:
    """What was claimed in turn, each by what it is called, in the language in force."""
    told = course_of(answer.matter.kind).claims_told(answer.counterclaims)
    return [(_("Counterclaims"), "; ".join(str(label) for label, _words in told))] if told else []


def _column(language: Language, known: frozenset[int], title: str, facts: list[tuple[str, str]]) -> dict[str, Any]:
    return {
        "title": for_print(title, known),
        "site": for_print(str(settings.SITE_NAME), known),
        "zone": for_print(_("Kashgar Area, China (Xinjiang) Pilot Free Trade Zone"), known),
        "facts": [[label, for_print(value, known)] for label, value in facts],
        "lang": language.text,
        "han": language.text == "zh",
    }


def _opened(service: Service, stage: Stage) -> str:
    if stage != Stage.OPENED:
        return _("Not yet, when this certificate was made.")
    return _("%(time)s, in this language: %(language)s") % {
        "time": when(service.opened_at),
        "language": service.get_opened_in_display(),
    }


def when(at: datetime.datetime | None) -> str:
    """A moment in Beijing time, as the language in force writes it."""
    return date_format(timezone.localtime(at, ZoneInfo(settings.TIME_ZONE)), "DATETIME_FORMAT")


def _things(service: Service) -> list[str]:
    items = service.items.select_related("submission", "message", "paper", "answer")
    return [called(item) for item in items]


def called(item: Item) -> str:
    """What a thing that was served is called, in the language in force."""
    if item.submission is not None:
        return _("Submission %(position)s, submitted %(time)s, SHA-256 of its list of files %(sha256)s") % {
            "position": item.submission.position,
            "time": when(item.submission.at),
            "sha256": item.submission.sha256,
        }
    if item.message is not None:
        return _("Message of %(time)s") % {"time": when(item.message.sent_at)}
    if item.answer is not None:
        return _("Answer %(position)s, filed %(time)s, SHA-256 of its list of files %(sha256)s") % {
            "position": item.answer.position,
            "time": when(item.answer.at),
            "sha256": item.answer.sha256,
        }
    paper = item.paper
    return _("Paper “%(name)s”, SHA-256 %(sha256)s") % {
        "name": paper.name if paper else "",
        "sha256": paper.sha256 if paper else "",
    }
