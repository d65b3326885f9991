"""Reading a law from the database into what an import works on."""

from collections import defaultdict
from dataclasses import dataclass, field

from legal.laws.importing.held import HeldEdition, HeldProvision, HeldText
from legal.laws.models import Edition, Law, Provision, ProvisionText


@dataclass(slots=True)
class HeldLaw:
    """A law with everything below it; names by the key they are compared by."""

    law: Law
    names: dict[str, str] = field(default_factory=dict)
    topics: set[int] = field(default_factory=set)
    editions: list[HeldEdition] = field(default_factory=list)


def fetch(law_id: int) -> HeldLaw:
    """The law as the database has it, in a fixed number of queries."""
    law = Law.objects.select_related("jurisdiction", "region").get(pk=law_id)
    held = HeldLaw(law, dict(law.names.values_list("key", "name")), set(law.topics.values_list("pk", flat=True)))
    editions = {edition.id: edition for edition in _editions(law_id)}
    provisions = _provisions(law_id, editions)
    _texts(law_id, provisions, editions)
    held.editions = list(editions.values())
    return held


def _editions(law_id: int) -> list[HeldEdition]:
    columns = ("id", "slug", "adopted", "in_force", "in_force_source", "until", "amended_by")
    found = []
    for row_id, slug, adopted, in_force, source, until, amended_by in Edition.objects.filter(law=law_id).values_list(
        *columns
    ):
        edition = HeldEdition(slug, adopted, in_force, source, until, amended_by, id=row_id)
        edition.stored = edition.row()
        found.append(edition)
    return found


def _provisions(law_id: int, editions: dict[int | None, HeldEdition]) -> dict[int, HeldProvision]:
    rows = Provision.objects.filter(edition__law=law_id).order_by("edition_id", "position")
    found: dict[int, HeldProvision] = {}
    parents: dict[int, int] = {}
    columns = ("id", "edition_id", "parent_id", "kind", "number", "path", "position", "depth", "repeated")
    for row_id, edition_id, parent_id, kind, number, path, position, depth, repeated in rows.values_list(*columns):
        provision = HeldProvision(kind, number, path, depth, repeated, position=position, id=row_id)
        found[row_id] = provision
        editions[edition_id].provisions.append(provision)
        if parent_id is not None:
            parents[row_id] = parent_id
    for row_id, parent_id in parents.items():
        found[row_id].parent = found[parent_id]
    for provision in found.values():
        provision.stored = provision.row()
    return found


def _texts(law_id: int, provisions: dict[int, HeldProvision], editions: dict[int | None, HeldEdition]) -> None:
    rows = ProvisionText.objects.filter(provision__edition__law=law_id).order_by("language")
    told = rows.values_list(
        *("id", "provision_id", "language", "label", "heading", "body", "status", "source", "wording", "based_on"),
        "carried_from_id",
    )
    by_provision: dict[int, dict[str, HeldText]] = defaultdict(dict)
    for row_id, place, language, label, heading, body, status, source, hashed, based_on, carried_from in told:
        text = HeldText(label, heading, body, status, source, hashed, based_on, editions.get(carried_from), row_id)
        text.stored = text.row()
        by_provision[place][language] = text
    for provision_id, texts in by_provision.items():
        provisions[provision_id].texts = texts
