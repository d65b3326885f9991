"""Which numbers an enterprise of a country is asked for, and what one typed means."""

from dataclasses import dataclass
from typing import Final

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_stubs_ext import StrPromise

from enterprises.identifiers.doubts import Doubts
from enterprises.identifiers.schemes import SCHEMES, of_country
from enterprises.identifiers.typed import plain
from enterprises.identifiers.understanding import understand
from enterprises.models.identifier import LONGEST_TYPED, LONGEST_VALUE, OTHER, CheckLevel
from portal.reference.models import Jurisdiction

SHORTEST_OTHER: Final = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """A kind of number that is asked for: what it is called, and one made up as an example."""

    scheme: str
    label: StrPromise
    example: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number that can be right, as it is kept."""

    scheme: str
    typed: str
    value: str
    checked: CheckLevel
    doubts: Doubts = ()


def asked_of(country: str) -> list[Asked]:
    """The kinds an enterprise of a country may have; one of no known kind where the country has none of its own."""
    known = of_country(country)
    asked = [Asked(scheme.slug, scheme.name, scheme.example) for scheme in known]
    if not any(scheme.country for scheme in known):
        asked.insert(0, Asked(OTHER, gettext_lazy("Number in the register")))
    return asked


def countries() -> QuerySet[Jurisdiction]:
    """The countries an enterprise may come from, and the regions with a register of their own."""
    return Jurisdiction.objects.filter(kind__in=[Jurisdiction.Kind.COUNTRY, Jurisdiction.Kind.REGION])


def read(scheme: str, typed: str) -> Number:
    """What was typed as a number of this kind; a ValidationError says what is wrong with it."""
    kept = typed.strip()[:LONGEST_TYPED]
    if scheme != OTHER:
        understood = understand(SCHEMES[scheme], typed)
        return Number(scheme, kept, understood.value, CheckLevel(understood.checked.value), understood.doubts)
    value = plain(kept)
    if not SHORTEST_OTHER <= len(value) <= LONGEST_VALUE or not value.isprintable():
        raise ValidationError(
            _("Type the number as it stands in the register, from %(fewest)s to %(most)s characters."),
            code="length",
            params={"fewest": SHORTEST_OTHER, "most": LONGEST_VALUE},
        )
    return Number(scheme, kept, value, CheckLevel.NONE)
