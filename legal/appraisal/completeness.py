"""What an entrustment lacks, and what of it is frozen when it is submitted."""

from collections.abc import Iterator
from typing import Any, Final

from django.utils.translation import gettext as _

from legal.appraisal.kinds import Delivery, Entruster, Round
from legal.appraisal.models import Entrustment
from legal.matters.completeness import lacking
from legal.matters.models import Matter

PAGE: Final = "appraisal:entrustment"


def of(matter: Matter) -> Entrustment:
    """What is said of an entrustment; nothing yet where nothing was saved."""
    found = Entrustment.objects.select_related("parent").filter(matter=matter).first()
    return found or Entrustment(matter=matter)


def missing(matter: Matter) -> Iterator[str]:
    """What it lacks before it can be submitted, in sentences."""
    said = of(matter)
    if not said.branch:
        yield lacking(matter, PAGE, _("Say of which of the four classes the appraisal is."), "branch")
    yield from _who(matter, said)
    if not said.subject or not said.purpose:
        yield lacking(matter, PAGE, _("Say what is to be appraised, and what the opinion is for."), "subject")
    yield from _asked(matter, said)
    if not matter.materials.exists():
        yield lacking(matter, "appraisal:materials", _("List the materials that the appraisers are to examine."))
    if not said.disposal:
        yield lacking(matter, PAGE, _("Say what becomes of the materials afterwards."), "disposal")
    yield from _afterwards(matter, said)


def content(matter: Matter) -> dict[str, Any]:
    """What is frozen of it, with the list of materials."""
    materials = matter.materials.select_related("produced")
    return of(matter).frozen() | {"materials": [material.frozen() for material in materials]}


def _asked(matter: Matter, said: Entrustment) -> Iterator[str]:
    if not said.questions:
        yield lacking(matter, PAGE, _("Write down the questions to the appraisers."), "questions")
    if not said.facts:
        yield lacking(matter, PAGE, _("Tell the facts of the case in short."), "facts")


def _who(matter: Matter, said: Entrustment) -> Iterator[str]:
    if not said.entruster:
        yield lacking(matter, PAGE, _("Say who entrusts the appraisal."), "entruster")
    elif said.entruster != Entruster.ENTERPRISE and not said.body:
        yield lacking(matter, PAGE, _("Name the body or the parties that entrust the appraisal."), "body")


def _afterwards(matter: Matter, said: Entrustment) -> Iterator[str]:
    if said.round != Round.FIRST and said.parent is None and not matter.produced.exists():
        yield lacking(matter, PAGE, _("Name the earlier appraisal, or produce its opinion as an exhibit."), "parent")
    if not said.delivery:
        yield lacking(matter, PAGE, _("Say how the opinion is handed over."), "delivery")
    elif said.delivery == Delivery.COURIER and not said.address:
        yield lacking(matter, PAGE, _("Give the address to which the courier brings the opinion."), "address")
