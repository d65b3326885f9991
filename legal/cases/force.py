"""Whether the edition that a case applied was in force on the day of decision."""

from enum import StrEnum

from legal.cases.models import CaseProvision


class Force(StrEnum):
    """What is known of it."""

    IN_FORCE = "in-force"
    # Only the day of adoption is known, or no day at all.
    UNKNOWN = "unknown"
    ENDED = "ended"


def force(applied: CaseProvision) -> Force:
    """How the edition stood on the day of decision; no query where case, law and edition were read with it.

    A law or an edition is not in force any more on the day it ends.
    """
    edition, law, decided = applied.edition, applied.law, applied.case.decided
    if edition is None or law is None or decided is None:
        return Force.UNKNOWN
    if any(day is not None and day <= decided for day in (edition.until, law.repealed)):
        return Force.ENDED
    return Force.IN_FORCE if edition.in_force is not None else Force.UNKNOWN
