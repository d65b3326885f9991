"""What a case applies, law by law: what each place is called, and where it is read."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.translation import gettext

from legal.cases.force import Force, force
from legal.cases.models import CaseProvision
from legal.cases.places import place_name
from legal.laws.models import Edition, Law, Provision
from portal.reference.models import Jurisdiction


@dataclass(frozen=True, slots=True)
class Place:
    """A provision that is applied: what it is called, where it is read, and in which edition."""

    name: str
    address: str
    edition: Edition | None


@dataclass(slots=True)
class Group:
    """What a case applies of one law; `law` is None for one that is not held, which is called by its `name`."""

    law: Law | None
    name: str
    places: list[Place] = field(default_factory=list)
    edition: Edition | None = None
    force: Force = Force.UNKNOWN


def places_of(applied: Sequence[CaseProvision]) -> set[tuple[int, str]]:
    """Which of these places stand in the edition of their day, as (edition, path); one query."""
    editions = {one.edition_id for one in applied if one.edition_id}
    paths = {one.path for one in applied if one.path}
    found = Provision.objects.filter(edition__in=editions, path__in=paths).order_by() if editions and paths else ()
    return {(place.edition_id, place.path) for place in found}


def address(one: CaseProvision, standing: set[tuple[int, str]]) -> str:
    """Where an applied provision is read: in the edition of the day of decision, else in the law."""
    law, edition = one.law, one.edition
    if law is None:
        return ""
    if edition is None:
        return law.get_absolute_url()
    code = law.jurisdiction.code
    if (edition.pk, one.path) in standing:
        return reverse("laws:provision", args=[code, law.slug, edition.slug, one.path])
    return reverse("laws:edition", args=[code, law.slug, edition.slug])


def groups(applied: Sequence[CaseProvision], standing: set[tuple[int, str]], language: str) -> list[Group]:
    """What is applied, law by law: those that are held first, each in the order of the case."""
    places = jurisdictions(applied)
    found: dict[object, Group] = {}
    for one in applied:
        name = "" if one.law else printed(one, places)
        group = found.setdefault(one.law_id or name, Group(one.law, name, edition=one.edition, force=force(one)))
        unit = one.law.unit if one.law else one.path.split("-")[0]
        place = place_name(one.path, unit, language)
        if place:
            group.places.append(Place(place, address(one, standing), one.edition))
    return sorted(found.values(), key=lambda group: group.law is None)


def jurisdictions(applied: Sequence[CaseProvision]) -> dict[str, str]:
    """The names of the jurisdictions that laws not held are of, by code; no query where all are held."""
    codes = {one.name.partition("-")[0] for one in applied if one.law_id is None and one.stated}
    return {one.code: one.name for one in Jurisdiction.objects.filter(code__in=codes)} if codes else {}


def printed(one: CaseProvision, places: dict[str, str]) -> str:
    """What a law that is not held is called: as printed, or by whose it is and the words of its folder."""
    code, _dash, slug = one.name.partition("-")
    if not one.stated or code not in places:
        return one.name
    told = {"jurisdiction": places[code], "name": slug.replace("-", " ")}
    # Translators: a law that is not held, known by the English name of its folder only: “China: insurance law”.
    return gettext("%(jurisdiction)s: %(name)s") % told
