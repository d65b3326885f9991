"""What was told, and what happened."""

from collections.abc import Callable
from typing import Any

import pytest

from portal.notices.models import Notice
from portal.workflow.errors import NotAllowedError
from portal.workflow.models import Event


def told(kind: str) -> list[str]:
    """The addresses of those who were told something of a kind, sorted; twice whom it was told twice."""
    return sorted(notice.user.email for notice in Notice.objects.filter(kind=f"training.{kind}"))


def moves(subject: Any) -> list[str]:
    """What happened to a record, by the names of the moves."""
    return [event.move for event in Event.objects.of(subject)]


def refusal(doing: Callable[[], object]) -> str:
    """The code of the rule that forbids it."""
    with pytest.raises(NotAllowedError) as refused:
        doing()
    return str(refused.value.code)
