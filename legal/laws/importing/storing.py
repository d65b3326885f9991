"""Writing down what an import has changed of a law, and nothing else: new rows by COPY, others where they differ."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field

from django.db import connection
from django.utils import timezone

from legal.laws.importing.fetching import HeldLaw
from legal.laws.importing.held import HeldEdition, HeldProvision, HeldText, Row
from legal.laws.importing.report import Outcome
from legal.laws.models import Edition, Law, LawName, Provision, ProvisionText

NEXT_IDS = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
COPY_PROVISIONS = """
    COPY laws_provision (id, edition_id, parent_id, kind, number, path, position, depth, repeated) FROM STDIN
"""
COPY_TEXTS = """
    COPY laws_provisiontext (provision_id, language, label, heading, body, status, source, wording, based_on,
        carried_from_id) FROM STDIN
"""
UPDATE_PROVISION = """
    UPDATE laws_provision SET parent_id = %s, kind = %s, number = %s, path = %s, position = %s, depth = %s,
        repeated = %s WHERE id = %s
"""
UPDATE_TEXT = """
    UPDATE laws_provisiontext SET label = %s, heading = %s, body = %s, status = %s, source = %s, wording = %s,
        based_on = %s, carried_from_id = %s WHERE id = %s
"""

# Fields whose value modeltranslation takes from their columns.
FOLLOWING = ("title", "short_title", "summary", "authority", "title_key")
Place = tuple[HeldProvision, str, HeldText]


@dataclass(slots=True)
class EditionChanges:
    """What differs between an edition as it is now and as it was stored."""

    edition: HeldEdition
    outcome: Outcome = Outcome.UNCHANGED
    new_places: list[HeldProvision] = field(default_factory=list)
    changed_places: list[HeldProvision] = field(default_factory=list)
    new_texts: list[Place] = field(default_factory=list)
    changed_texts: list[Place] = field(default_factory=list)

    @property
    def inside(self) -> bool:
        """Whether places or texts differ."""
        gone = self.edition.gone or self.edition.gone_texts
        return bool(gone or self.new_places or self.changed_places or self.new_texts or self.changed_texts)


def store(held: HeldLaw, fields: Sequence[str], names: Sequence[LawName], topics: Set[int]) -> list[EditionChanges]:
    """Write what differs of a law, and all below it; what was changed, by edition."""
    law = held.law
    spoken = sorted(set().union(*(edition.languages() for edition in held.editions)))
    if law.pk is None:
        law.languages = spoken
        law.save(force_insert=True)
    elif fields or law.languages != spoken:
        law.languages = spoken
        law.save(update_fields=[*fields, *FOLLOWING, "languages"])
    LawName.objects.bulk_create(names)
    if topics != held.topics:
        law.topics.set(topics)
    return _store_editions(held)


def _store_editions(held: HeldLaw) -> list[EditionChanges]:
    _give_ids_to_editions(held.law, held.editions)
    _give_ids_to_provisions(held.editions)
    changes = [_compared(edition) for edition in held.editions]
    for change in changes:
        _store(change)
    _copy_provisions(changes)
    _copy_texts(changes)
    return changes


def _give_ids_to_editions(law: Law, editions: Iterable[HeldEdition]) -> None:
    new = [edition for edition in editions if edition.id is None]
    rows = Edition.objects.bulk_create(Edition(law=law, **_fields(edition)) for edition in new)
    for edition, row in zip(new, rows, strict=True):
        edition.id = row.pk


def _fields(edition: HeldEdition) -> dict[str, object]:
    names = ("slug", "adopted", "in_force", "in_force_source", "day", "until", "amended_by")
    return dict(zip(names, edition.row(), strict=True))


def _give_ids_to_provisions(editions: Iterable[HeldEdition]) -> None:
    """Before anything is written: rows name their parents."""
    new = [provision for edition in editions for provision in edition.provisions if provision.id is None]
    if not new:
        return
    with connection.cursor() as cursor:
        cursor.execute(NEXT_IDS, [Provision._meta.db_table, len(new)])
        for provision, (row_id,) in zip(new, cursor.fetchall(), strict=True):
            provision.id = row_id


def _compared(edition: HeldEdition) -> EditionChanges:
    change = EditionChanges(edition)
    for provision in edition.provisions:
        if provision.stored is None:
            change.new_places.append(provision)
        elif provision.stored != provision.row():
            change.changed_places.append(provision)
        _compare_texts(change, provision)
    if edition.stored is None:
        change.outcome = Outcome.CREATED
    elif edition.stored != edition.row() or change.inside:
        change.outcome = Outcome.CHANGED
    return change


def _compare_texts(change: EditionChanges, provision: HeldProvision) -> None:
    for language, text in provision.texts.items():
        if text.stored is None:
            change.new_texts.append((provision, language, text))
        elif text.stored != text.row():
            change.changed_texts.append((provision, language, text))


def _store(change: EditionChanges) -> None:
    edition = change.edition
    if change.outcome is Outcome.CHANGED:
        Edition.objects.filter(pk=edition.key).update(**_fields(edition), changed_at=timezone.now())
    _update(UPDATE_PROVISION, [(*provision.row(), provision.id) for provision in change.changed_places])
    _update(UPDATE_TEXT, [_text_update(text) for _, _, text in change.changed_texts])
    # Only now: a place that goes takes along what stands under it.
    if edition.gone:
        Provision.objects.filter(pk__in=[provision.id for provision in edition.gone if provision.id]).delete()
    if edition.gone_texts:
        ProvisionText.objects.filter(pk__in=[text.id for _, text in edition.gone_texts if text.id is not None]).delete()


def _update(statement: str, rows: Sequence[Row]) -> None:
    """Change rows by the driver's own cursor: the history, which keeps no places and texts, spoils many at once."""
    if rows:
        with connection.wrap_database_errors, connection.cursor() as cursor:
            cursor.cursor.executemany(statement, rows)


def _text_update(text: HeldText) -> Row:
    label, status, source, hashed, based_on, carried_from = text.row()
    return (label, text.heading, text.body, status, source, hashed, based_on, carried_from, text.id)


def _copy_provisions(changes: Sequence[EditionChanges]) -> None:
    new = [(change.edition.id, provision) for change in changes for provision in change.new_places]
    if new:
        with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(COPY_PROVISIONS) as copy:
            for edition_id, provision in new:
                copy.write_row((provision.id, edition_id, *provision.row()))


def _copy_texts(changes: Sequence[EditionChanges]) -> None:
    new = [text for change in changes for text in change.new_texts]
    if new:
        with connection.wrap_database_errors, connection.cursor() as cursor, cursor.copy(COPY_TEXTS) as copy:
            for provision, language, text in new:
                copy.write_row((provision.id, language, *_text_update(text)[:-1]))
