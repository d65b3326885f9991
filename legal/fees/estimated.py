"""Lines of a notice out of an estimate that was kept with the matter: its words, its source and its date, no more."""

from collections.abc import Mapping
from typing import Any

from django.utils import translation

from legal.fees import courses
from legal.fees.actions.issuing import Line
from legal.matters.models import Matter
from legal.rules.fees import Estimate
from legal.rules.names import Names
from portal.languages import LANGUAGES


def estimate_of(matter: Matter) -> Estimate | None:
    """The estimate that the kind of the matter keeps; None where there is none."""
    course = courses.of(matter.kind)
    kept = course.estimate(matter) if course else None
    return Estimate.from_json(dict(kept)) if kept else None


def lines_of(estimate: Estimate) -> list[Line]:
    """The lines that add something to the sum, each told in three languages."""
    return [Line(_told(line), line.fee) for line in estimate.lines if line.fee]


def basis_of(estimate: Estimate) -> Mapping[str, Any]:
    """What a notice says of the estimate: its table, its source, the day it was checked, whether it is confirmed."""
    kept = estimate.as_json()
    return {name: kept[name] for name in ("schedule", "source", "source_url", "checked_on", "confirmed")}


def _told(line: Any) -> Names:
    told = {}
    for language in LANGUAGES:
        with translation.override(language.code):
            told[language.text] = str(line.tell())
    return Names(**told)
