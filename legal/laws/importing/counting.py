"""Counting what became of a law and of all below it."""

from collections.abc import Sequence

from legal.laws.importing.held import HeldEdition
from legal.laws.importing.report import Outcome, Report
from legal.laws.importing.storing import EditionChanges


def count(report: Report, law_id: int, outcome: Outcome, changes: Sequence[EditionChanges]) -> None:
    """Count a law that was taken, its editions, their places and texts."""
    report.laws.add(law_id, outcome)
    for change in changes:
        report.editions.add(change.edition.id, change.outcome)
        if change.edition.in_force is None:
            report.days_unknown.add(change.edition.id)
        _count_inside(report, change.edition, change)


def _count_inside(report: Report, edition: HeldEdition, change: EditionChanges) -> None:
    outcomes = {id(place): Outcome.CREATED for place in change.new_places}
    outcomes |= {id(place): Outcome.CHANGED for place in change.changed_places}
    outcomes |= {id(text): Outcome.CREATED for _, _, text in change.new_texts}
    outcomes |= {id(text): Outcome.CHANGED for _, _, text in change.changed_texts}
    for provision in edition.provisions:
        report.provisions.add(provision.id, outcomes.get(id(provision), Outcome.UNCHANGED))
        if provision.repeated:
            report.repeated.add(provision.id)
        for language, text in provision.texts.items():
            report.texts.add((provision.id, language), outcomes.get(id(text), Outcome.UNCHANGED))
    report.provisions.removed += len(edition.gone)
    report.texts.removed += len(edition.gone_texts)
