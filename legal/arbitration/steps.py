"""The steps of a request, in order: which is done, and what each still lacks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django_stubs_ext import StrPromise

from legal.arbitration.estimating import Track
from legal.arbitration.kinds import Ground, Procedure
from legal.arbitration.requesting import Request
from legal.matters.completeness import lacking
from legal.matters.kinds import Side


# One step is itself: its words, which have another hash in each language, do not make it another.
@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One page of a request: its address by name, what it lacks in sentences, whether anything stands there."""

    name: str
    label: StrPromise
    lacks: Callable[[Request], Iterator[str]]
    has: Callable[[Request], bool]


@dataclass(frozen=True, slots=True)
class Passed:
    """A step as a request stands."""

    step: Step
    number: int
    address: str
    lacking: tuple[str, ...]
    is_done: bool
    is_current: bool


def nothing(request: Request) -> Iterator[str]:
    """What is never lacking."""
    yield from ()


def _agreements(request: Request) -> Iterator[str]:
    if not request.agreements:
        yield _("Paste the agreement to arbitrate.")


def _claims(request: Request) -> Iterator[str]:
    if not request.claims:
        yield _("Write down what you claim.")
    if len(request.agreements) > 1:
        for claim in request.claims:
            if claim.agreement is None:
                yield _("Say on which agreement claim %(number)s rests.") % {"number": claim.position}


def _facts(request: Request) -> Iterator[str]:
    if not request.filing.facts:
        yield _("Write down the facts.")
    if not request.filing.reasons:
        yield _("Write down the reasons.")


def _exhibits(request: Request) -> Iterator[str]:
    # SCIA's guidelines for filing online ask for the evidence with its list.
    if not request.matter.produced.exists():
        yield _("Produce an exhibit at least.")


def _measures(request: Request) -> Iterator[str]:
    for measure in request.measures:
        if measure.against is None:
            yield _("Say against whom interim measure %(number)s is asked for.") % {"number": measure.position}


def _procedure(request: Request) -> Iterator[str]:
    filing = request.filing
    if filing.institution is None:
        yield _("Choose the institution with which you file.")
    if not filing.case_kind:
        yield _("Choose the kind of case.")
    if not filing.procedure:
        yield _("Choose the procedure.")
    elif filing.ground == Ground.AMOUNT:
        yield from _by_amount(request)


def _by_amount(request: Request) -> Iterator[str]:
    """Where the amount alone is to decide, it has to lead there."""
    track = request.expected.track if request.expected else None
    expedited = request.filing.procedure == Procedure.EXPEDITED
    if track is Track.ORDINARY and expedited:
        yield _(
            "The amount claimed is above the ceiling of the expedited procedure: it takes the written consent of all "
            "parties, or their agreement on it."
        )
    if track is Track.EXPEDITED and not expedited:
        yield _(
            "By the amount claimed the case goes on the expedited procedure: for the ordinary one it takes the consent "
            "of the parties, or their agreement on it."
        )


def _service(request: Request) -> Iterator[str]:
    if not request.filing.service_address:
        yield _("Confirm an electronic address for service.")


STEPS: Final = (
    Step(
        "arbitration:agreements",
        pgettext_lazy("step of a request for arbitration", "Agreement"),
        _agreements,
        lambda request: bool(request.agreements),
    ),
    Step(
        "matters:parties",
        pgettext_lazy("step of a request for arbitration", "Parties"),
        nothing,
        lambda request: request.matter.parties.filter(side=Side.RESPONDENT).exists(),
    ),
    Step(
        "matters:representatives",
        pgettext_lazy("step of a request for arbitration", "Representatives"),
        nothing,
        lambda request: request.matter.representatives.exists(),
    ),
    Step(
        "arbitration:claims",
        pgettext_lazy("step of a request for arbitration", "Claims"),
        _claims,
        lambda request: bool(request.claims),
    ),
    Step(
        "arbitration:facts",
        pgettext_lazy("step of a request for arbitration", "Facts and reasons"),
        _facts,
        lambda request: bool(request.filing.facts),
    ),
    Step(
        "arbitration:reliances",
        pgettext_lazy("step of a request for arbitration", "Articles and cases"),
        nothing,
        lambda request: bool(request.reliances),
    ),
    Step(
        "matters:exhibits",
        pgettext_lazy("step of a request for arbitration", "Evidence"),
        _exhibits,
        lambda request: request.matter.produced.exists(),
    ),
    Step(
        "arbitration:measures",
        pgettext_lazy("step of a request for arbitration", "Interim measures"),
        _measures,
        lambda request: bool(request.measures),
    ),
    Step(
        "arbitration:procedure",
        pgettext_lazy("step of a request for arbitration", "Institution and procedure"),
        _procedure,
        lambda request: bool(request.filing.procedure),
    ),
    Step(
        "arbitration:service",
        pgettext_lazy("step of a request for arbitration", "Address for service"),
        _service,
        lambda request: bool(request.filing.service_address),
    ),
    Step(
        "arbitration:estimate",
        pgettext_lazy("step of a request for arbitration", "Estimate of the fees"),
        nothing,
        lambda request: request.expected is not None,
    ),
    Step(
        "arbitration:review",
        pgettext_lazy("step of a request for arbitration", "Check and submit"),
        nothing,
        lambda request: False,
    ),
)


def passed(request: Request, current: str) -> list[Passed]:
    """Every step with what is done and what it lacks; `current` is the page that is open, by name."""
    found = []
    for number, step in enumerate(STEPS, 1):
        lacking = tuple(step.lacks(request))
        found.append(
            Passed(
                step,
                number,
                reverse(step.name, kwargs=request.matter.place),
                lacking,
                not lacking and step.has(request),
                step.name == current,
            )
        )
    return found


def missing(request: Request) -> Iterator[str]:
    """What a request lacks, each sentence leading to the step where it is written."""
    for step in STEPS:
        for sentence in step.lacks(request):
            yield lacking(request.matter, step.name, sentence)
