"""What a profile says, read from its rows as plain values that JSON can hold."""

import datetime
from typing import Any, Final

from legal.lawyers.facts.groups import facts_in
from legal.lawyers.models import Firm, Lawyer
from portal.reference.models import Jurisdiction

Facts = dict[str, Any]
# What stands in rows of its own: the relation, and the columns of a row.
PARTS: Final[dict[str, tuple[str, ...]]] = {
    "admissions": ("jurisdiction", "number", "since"),
    "skills": ("language", "consult", "draft", "plead"),
    "education": ("institution", "degree", "year", "language"),
    "publications": ("title", "published_in", "year", "language", "link"),
}


def kind_of(subject: Lawyer | Firm) -> str:
    """`lawyer` or `firm`."""
    return str(subject._meta.model_name)


def facts_of(subject: Lawyer | Firm) -> Facts:
    """Everything a profile says that waits for a moderator when it is changed."""
    return {fact.name: _read(subject, fact.name) for fact in facts_in(kind_of(subject))}


def row_of(part: Any, columns: tuple[str, ...]) -> dict[str, Any]:
    """A row of a part as plain values."""
    return {column: plain(getattr(part, column)) for column in columns}


def plain(value: Any) -> Any:
    """A value as JSON can hold it; nothing is an empty text."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Jurisdiction):
        return value.code
    return "" if value is None else value


def _read(subject: Lawyer | Firm, name: str) -> Any:
    if name == "topics":
        return sorted(subject.topics.values_list("slug", flat=True)) if isinstance(subject, Lawyer) else []
    if name == "photo":
        return str(getattr(subject, "photo_id", None) or "")
    if name in PARTS:
        rows = getattr(subject, name).all()
        return [
            row_of(part, PARTS[name])
            for part in (rows.select_related("jurisdiction") if name == "admissions" else rows)
        ]
    return plain(getattr(subject, name))
