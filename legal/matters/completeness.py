"""What a matter lacks before it can be submitted."""

from collections.abc import Iterator
from typing import Final

from django.utils.translation import gettext as _

from enterprises.states import State as Registration
from legal.matters.kinds import Side
from legal.matters.models import Matter
from portal.files.states import State as FileState

USABLE: Final = frozenset({FileState.QUARANTINED, FileState.CLEAN})


def missing_in(matter: Matter) -> list[str]:
    """Everything a matter lacks, in sentences: what every matter needs, then what its proceeding asks for."""
    return [*_common(matter), *(str(sentence) for sentence in matter.proceeding.missing(matter))]


def _common(matter: Matter) -> Iterator[str]:
    if matter.enterprise.state != Registration.VERIFIED:
        yield _("The registration of the enterprise has to be verified first.")
    if Side.RESPONDENT in matter.proceeding.sides and not matter.parties.filter(side=Side.RESPONDENT).exists():
        yield _("Name the other side.")
    yield from _papers(matter)


def _papers(matter: Matter) -> Iterator[str]:
    for representative in matter.representatives.filter(revoked_at=None).select_related("authority"):
        file = representative.authority
        if file is None or file.state not in USABLE:
            yield _("Hand in the paper that authorises %(name)s.") % {"name": representative.name}
    for produced in matter.produced.select_related("exhibit__file"):
        if produced.exhibit.file.state not in USABLE:
            yield _("The file of exhibit %(number)s cannot be used: take the exhibit out.") % {
                "number": produced.number
            }
