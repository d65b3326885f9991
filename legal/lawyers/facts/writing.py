"""Accepted facts written back to the rows readers are shown."""

import datetime
from typing import Any, Final

from django.utils import timezone

from legal.lawyers.facts.groups import facts_in
from legal.lawyers.facts.reading import PARTS, Facts, kind_of, row_of
from legal.lawyers.models import Admission, Firm, Lawyer
from portal.reference.models import Jurisdiction, Topic

DAYS: Final = ("licensed_on", "since")
# What stands in rows of its own.
APART: Final = {"topics", "photo", *PARTS}


def write(subject: Lawyer | Firm, facts: Facts) -> None:
    """Let a profile say what these facts say, in the caller's transaction; rows that are the same stay."""
    columns = [fact.name for fact in facts_in(kind_of(subject)) if fact.name not in APART]
    for name in columns:
        setattr(subject, name, _value(name, facts[name]))
    subject.changed_at = timezone.now()
    subject.save(update_fields=[*columns, *subject.key_names(), "changed_at"])
    if isinstance(subject, Lawyer):
        _show_photo(subject, facts.get("photo"))
        subject.topics.set(Topic.objects.filter(slug__in=facts["topics"]))
        for part in PARTS:
            _write_part(subject, part, facts[part])


def _show_photo(lawyer: Lawyer, key: str | None) -> None:
    """Let a profile show one of its portraits; none where there is none of this key."""
    lawyer.photo = lawyer.portraits.filter(key=key).first() if key else None
    lawyer.save(update_fields=["photo"])


def _write_part(lawyer: Lawyer, part: str, wanted: list[dict[str, Any]]) -> None:
    relation = getattr(lawyer, part)
    there = list(relation.select_related("jurisdiction") if relation.model is Admission else relation.all())
    kept = [row for row in there if row_of(row, PARTS[part]) in wanted]
    relation.exclude(pk__in=[row.pk for row in kept]).delete()
    known = [row_of(row, PARTS[part]) for row in kept]
    relation.bulk_create(
        relation.model(lawyer=lawyer, **{name: _value(name, value) for name, value in row.items()})
        for row in wanted
        if row not in known
    )


def _value(name: str, value: Any) -> Any:
    if name == "jurisdiction":
        return Jurisdiction.objects.get(code=value)
    if name in DAYS:
        return datetime.date.fromisoformat(value) if value else None
    if name == "year":
        return value or None
    return value
