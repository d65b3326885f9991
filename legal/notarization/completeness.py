"""What an application for notarization lacks, and what of it is frozen when it is submitted."""

from collections.abc import Iterator
from typing import Any, Final

from django.utils.translation import gettext as _

from legal.matters.completeness import lacking
from legal.matters.models import Matter
from legal.notarization.kinds import Collection
from legal.notarization.models import Particulars

PAGE: Final = "notarization:particulars"


def of(matter: Matter) -> Particulars:
    """What is said of an application; nothing yet where nothing was saved."""
    found = Particulars.objects.select_related("country").filter(matter=matter).first()
    return found or Particulars(matter=matter)


def missing(matter: Matter) -> Iterator[str]:
    """What it lacks before it can be submitted, in sentences."""
    said = of(matter)
    if not said.act:
        yield lacking(matter, PAGE, _("Say what is to be certified."), "act")
    if not matter.notarized.exists():
        yield lacking(
            matter,
            PAGE,
            _("Choose among the exhibits of the matter the documents that are to be notarized."),
            "documents",
        )
    if not said.purpose:
        yield lacking(matter, PAGE, _("Say what the certificate is for."), "purpose")
    if said.country is None:
        yield lacking(matter, PAGE, _("Say in which country the certificate will be used."), "country")
    if not said.office or not said.place:
        yield lacking(
            matter, PAGE, _("Say which place or office you want, and why an office there is competent."), "office"
        )
    yield from _handing_over(matter, said)


def content(matter: Matter) -> dict[str, Any]:
    """What is frozen of it, with the numbers of the exhibits that are to be notarized."""
    numbers = matter.notarized.values_list("produced__number", flat=True)
    return of(matter).frozen() | {"documents": list(numbers)}


def _handing_over(matter: Matter, said: Particulars) -> Iterator[str]:
    if not said.collection or not said.receiver:
        yield lacking(matter, PAGE, _("Say how the certificate is handed over, and to whom."), "collection")
    if said.collection == Collection.COURIER and not said.address:
        yield lacking(matter, PAGE, _("Give the address to which the courier brings the certificate."), "address")
