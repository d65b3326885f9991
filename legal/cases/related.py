"""The cases that a case stands to."""

from dataclasses import dataclass

from django.utils.translation import pgettext

from legal.cases.kinds import RelationKind
from legal.cases.models import Case, CaseRelation


@dataclass(frozen=True, slots=True)
class Related:
    """Cases that stand to this one in one way; a case that is not held is called by its name."""

    label: str
    cases: list[CaseRelation]


def relations(case: Case) -> list[Related]:
    """What the case does with others, and what others do with it; two queries."""
    ours = case.relations.select_related("other__jurisdiction")
    theirs = case.related_by.select_related("case__jurisdiction")
    passive = {
        RelationKind.FOLLOWS: pgettext("what other cases do", "Followed by"),
        RelationKind.DISTINGUISHES: pgettext("what other cases do", "Distinguished by"),
        RelationKind.DEPARTS: pgettext("what other cases do", "Departed from by"),
        RelationKind.OVERRULES: pgettext("what other cases do", "Overruled by"),
        RelationKind.AFFIRMS: pgettext("what other cases do", "Affirmed by"),
        RelationKind.REVERSES: pgettext("what other cases do", "Reversed by"),
    }
    found: dict[str, list[CaseRelation]] = {}
    for one in ours:
        found.setdefault(str(one.get_kind_display()), []).append(one)
    for one in theirs:
        # Seen from here, the other case is the one that does it.
        one.other = one.case
        found.setdefault(passive[RelationKind(one.kind)], []).append(one)
    return [Related(label, rows) for label, rows in found.items()]
