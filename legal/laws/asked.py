"""What laws are asked for with in the open interface: each value has a form, and nothing else reaches the database."""

import datetime
import re
from typing import Annotated, Any, Final

from django.utils.translation import gettext_noop
from ninja import Path, Schema
from pydantic import BeforeValidator, Field

from legal.laws.kinds import ForceStatus, LawKind

WORD: Final = r"^[-a-zA-Z0-9_]+$"
DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LANGUAGE: Final = r"^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,2}$"
EDITION: Final = r"^([0-9]{4}-[0-9]{2}-[0-9]{2}|undated)(-[0-9]{1,3})?$"


def _day(value: Any) -> Any:
    """A day as ISO 8601 writes it: numbers, which Python would take for seconds, are none."""
    if not DAY.fullmatch(str(value)):
        raise ValueError("no day")
    return value


Code = Annotated[
    str, Path(pattern=WORD, max_length=12, description=gettext_noop("The code of the jurisdiction, as cn."))
]
LawSlug = Annotated[
    str, Path(pattern=WORD, max_length=120, description=gettext_noop("The name of the law in addresses."))
]
EditionSlug = Annotated[
    str, Path(pattern=EDITION, description=gettext_noop("The day of the edition, as it stands in addresses."))
]
ProvisionPath = Annotated[
    str,
    Path(
        pattern=r"^[\w.-]+(/[\w.-]+)*$",
        max_length=250,
        description=gettext_noop("The place in the edition, as article-577."),
    ),
]


class LawsAsked(Schema):
    """Which laws are listed."""

    jurisdiction: str | None = Field(
        None, pattern=WORD, max_length=12, description=gettext_noop("Only those of this jurisdiction.")
    )
    kind: LawKind | None = Field(None, description=gettext_noop("Only those of this kind."))
    topic: str | None = Field(
        None, pattern=WORD, max_length=50, description=gettext_noop("Only what stands under this topic.")
    )
    status: ForceStatus | None = Field(None, description=gettext_noop("Only those that stand so today."))
    language: str | None = Field(
        None, pattern=LANGUAGE, max_length=12, description=gettext_noop("Only those with texts in this language.")
    )


class TextsAsked(Schema):
    """Which texts of a provision are given."""

    language: str | None = Field(
        None, pattern=LANGUAGE, max_length=12, description=gettext_noop("Only texts in this language.")
    )


class DayAsked(TextsAsked):
    """The same as of a day."""

    as_of: (
        Annotated[
            datetime.date,
            Field(description=gettext_noop("The text as it stood on this day; today's without it.")),
            BeforeValidator(_day),
        ]
        | None
    ) = None
