"""Certificates of service and receipts of answers as PDFs: three languages side by side."""

from pathlib import Path
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from legal.laws.formats.characters import for_print
from legal.laws.formats.fonts import covered
from legal.laws.formats.typesetting import typeset
from legal.matters.printing import TEMPLATE as RECEIPT
from legal.matters.printing import column_of, drawn, in_each, made_on, of_receipt, verified_at, when
from legal.serving.courses import course_of
from legal.serving.models import Answer, Item, Service, Stage
from portal.languages import Language, inner

CERTIFICATE: Final = Path(__file__).with_name("certificate.typ")


def certificate(service: Service, stage: Stage) -> bytes:
    """What is recorded of a service, as a PDF; the same bytes each time, as long as the portal is the same."""
    return typeset(CERTIFICATE, receipt=certified(service, stage))


def receipt(answer: Answer) -> bytes:
    """The receipt of an answer, as a PDF."""
    return typeset(RECEIPT, receipt=received(answer))


def certified(service: Service, stage: Stage) -> dict[str, Any]:
    """What the template of a certificate is given. It is data in there, whatever it says."""
    stands_at = service.opened_at if stage == Stage.OPENED else service.arrived_at
    return {
        "number": service.matter.number,
        "made": made_on(stands_at or service.sent_at),
        "columns": in_each(lambda language: _certified_in(service, stage, language)),
    }


def received(answer: Answer) -> dict[str, Any]:
    """What the template of a receipt is given."""

    def column(language: Language) -> dict[str, Any]:
        facts, none = _received(answer), _("No files were filed.")
        return of_receipt(language, _("Receipt of an answer"), facts, _said_of_answer(), none=none)

    address = verified_at(answer.get_absolute_url)
    return drawn(answer, number=answer.matter.number, at=answer.at, address=address, column=column)


def _certified_in(service: Service, stage: Stage, language: Language) -> dict[str, Any]:
    facts = [
        (_("Reference number"), service.matter.number),
        (_("Served on"), f"{service.party.name} ({service.party.country})"),
        (pgettext("what was served", "Sent"), when(service.sent_at)),
        (pgettext("what was served", "Arrived"), f"{when(service.arrived_at)}: {service.get_arrival_display()}"),
        (pgettext("what was served", "First opened"), _opened(service, stage)),
    ]
    said = [
        _("It states what the portal has recorded, and nothing else."),
        _("Whether this is valid service is for the institution to say, under its rules."),
        _("All times are Beijing time."),
    ]
    known = covered()
    return column_of(language, _("Certificate of service"), facts, said) | {
        "things": _("What was served"),
        "served": [for_print(words, known) for words in _things(service)],
    }


def _received(answer: Answer) -> list[tuple[str, str]]:
    count = len(answer.files)
    return [
        (_("Reference number"), answer.matter.number),
        (_("Kind of proceeding"), str(answer.matter.proceeding.label)),
        (_("Filed for"), answer.party.name),
        (pgettext("of an answer", "Filed"), _("%(time)s (Beijing time)") % {"time": when(answer.at)}),
        (
            _("What was filed"),
            ngettext("An answer with %(number)s file", "An answer with %(number)s files", count) % {"number": count},
        ),
        *_claims_in(answer),
    ]


def _claims_in(answer: Answer) -> list[tuple[str, str]]:
    """What was claimed in turn, each by what it is called, in the language in force."""
    told = course_of(answer.matter.kind).claims_told(answer.counterclaims)
    return [(_("Counterclaims"), "; ".join(str(label) for label, _words in told))] if told else []


def _said_of_answer() -> list[str]:
    return [
        _("It says what was filed and when. What it means for the proceeding the institution decides."),
        _("Scan the code, or open the address, to see whether this receipt is genuine."),
        _("It carries no time-stamp of a time-stamping authority (RFC 3161)."),
    ]


def _opened(service: Service, stage: Stage) -> str:
    if stage != Stage.OPENED:
        return _("Not yet, when this certificate was made.")
    return _("%(time)s, in this language: %(language)s") % {
        "time": when(service.opened_at),
        "language": service.get_opened_in_display(),
    }


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
        "name": inner(paper.name) if paper else "",
        "sha256": paper.sha256 if paper else "",
    }
