"""What a matter lacks before it can be submitted."""

from collections.abc import Iterator
from typing import Any, Final

from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django_stubs_ext import StrPromise

from enterprises.states import State as Registration
from legal.matters.kinds import Side
from legal.matters.models import Matter
from portal.files.states import State as FileState

USABLE: Final = frozenset({FileState.QUARANTINED, FileState.CLEAN})


class Lacking(str):
    """A sentence that says what lacks; on a page it is a link to where that is written."""

    address: str

    def __html__(self) -> str:
        return format_html('<a href="{}">{}</a>', self.address, str(self))


def lacking(matter: Matter, page: str, sentence: str, field: str = "") -> Lacking:
    """What a matter lacks, with the page of the matter on which it is written, and the field there."""
    found = Lacking(sentence)
    found.address = reverse(page, kwargs=matter.place) + (f"#id_{field}" if field else "")
    return found


def missing_in(matter: Matter, own: Any = None) -> list[str]:
    """Everything a matter lacks, in sentences: what every matter needs, then what its proceeding asks for.

    `own` is what was made of the matter by `Proceeding.own`, where that is at hand.
    """
    proceeding = matter.proceeding
    return [*_common(matter), *map(_spoken, proceeding.missing(own or proceeding.own(matter)))]


def _common(matter: Matter) -> Iterator[str]:
    if matter.enterprise.state != Registration.VERIFIED:
        found = Lacking(_("The registration of the enterprise has to be verified first."))
        found.address = matter.enterprise.get_absolute_url()
        yield found
    if Side.RESPONDENT in matter.proceeding.sides and not matter.parties.filter(side=Side.RESPONDENT).exists():
        yield lacking(matter, "matters:parties", _("Name the other side."))
    yield from _papers(matter)


def _papers(matter: Matter) -> Iterator[str]:
    for representative in matter.representatives.filter(revoked_at=None).select_related("authority"):
        file = representative.authority
        if file is None or file.state not in USABLE:
            sentence = _("Hand in the paper that authorises %(name)s.") % {"name": representative.name}
            yield lacking(matter, "matters:representatives", sentence)
        elif representative.has_ended(timezone.localdate(timezone=timezone.get_default_timezone())):
            # Nobody is left out of what is frozen without being told so.
            sentence = _("The authority of %(name)s has ended. Take it out or revoke it, and hand in another paper.")
            yield lacking(matter, "matters:representatives", sentence % {"name": representative.name})
    for produced in matter.produced.select_related("exhibit__file"):
        if produced.exhibit.file.state not in USABLE:
            sentence = _("The file of exhibit %(number)s cannot be used: take the exhibit out.")
            yield lacking(matter, "matters:exhibits", sentence % {"number": produced.number})


def _spoken(sentence: StrPromise | str) -> str:
    """A sentence in the active language, which goes on leading where it led."""
    return sentence if isinstance(sentence, str) else str(sentence)
