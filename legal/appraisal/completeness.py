"""What an entrustment lacks, and what of it is frozen when it is submitted."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from legal.appraisal.kinds import Delivery, Entruster, Round
from legal.appraisal.models import Entrustment
from legal.matters.models import Matter


def of(matter: Matter) -> Entrustment:
    """What is said of an entrustment; nothing yet where nothing was saved."""
    found = Entrustment.objects.select_related("parent").filter(matter=matter).first()
    return found or Entrustment(matter=matter)


def missing(matter: Matter) -> Iterator[str]:
    """What it lacks before it can be submitted, in sentences."""
    said = of(matter)
    if not said.branch:
        yield _("Say of which of the four classes the appraisal is.")
    yield from _who(said)
    if not said.subject or not said.purpose:
        yield _("Say what is to be appraised, and what the opinion is for.")
    yield from _asked(said)
    if not matter.materials.exists():
        yield _("List the materials that the appraisers are to examine.")
    if not said.disposal:
        yield _("Say what becomes of the materials afterwards.")
    yield from _afterwards(matter, said)


def content(matter: Matter) -> dict[str, Any]:
    """What is frozen of it, with the list of materials."""
    materials = matter.materials.select_related("produced")
    return of(matter).frozen() | {"materials": [material.frozen() for material in materials]}


def _asked(said: Entrustment) -> Iterator[str]:
    if not said.questions:
        yield _("Write down the questions to the appraisers.")
    if not said.facts:
        yield _("Tell the facts of the case in short.")


def _who(said: Entrustment) -> Iterator[str]:
    if not said.entruster:
        yield _("Say who entrusts the appraisal.")
    elif said.entruster != Entruster.ENTERPRISE and not said.body:
        yield _("Name the body or the parties that entrust the appraisal.")


def _afterwards(matter: Matter, said: Entrustment) -> Iterator[str]:
    if said.round != Round.FIRST and said.parent is None and not matter.produced.exists():
        yield _("Name the earlier appraisal, or produce its opinion as an exhibit.")
    if not said.delivery:
        yield _("Say how the opinion is handed over.")
    elif said.delivery == Delivery.COURIER and not said.address:
        yield _("Give the address to which the courier brings the opinion.")
