"""What every record of the interface has in common, and how a caller asks for a part of it."""

from typing import Any, Final, Generic, TypeVar

from django.utils.translation import gettext_noop
from ninja.params import functions
from pydantic import BaseModel, ConfigDict, Field

LONGEST_SELECTION: Final = 500


def _any_part(schema: dict[str, Any]) -> None:
    """In the schema nothing is required: a caller who names fields is given those alone."""
    schema.pop("required", None)


class Part(BaseModel):
    """A part of a record, always given whole."""

    model_config = ConfigDict(extra="forbid")


class Record(BaseModel):
    """A record by itself or in a list. Fields are added to it in time, never renamed or taken away."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=_any_part)


Item = TypeVar("Item", bound=Record)


class Page(BaseModel, Generic[Item]):
    """A part of a list, and where the next one is."""

    items: list[Item]
    next: str | None = Field(description=gettext_noop("The address of the next page; null on the last."))


def selection(record: type[Record]) -> Any:
    """The parameter `fields` of a record: some of its own fields, parted by commas."""
    names = "|".join(record.model_fields)
    return functions.Query(
        None,
        max_length=LONGEST_SELECTION,
        pattern=f"^({names})(,({names}))*$",
        description=gettext_noop("Only these fields of each record, parted by commas."),
    )
