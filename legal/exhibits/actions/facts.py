"""What is said of an exhibit, as the actions take it."""

import dataclasses
import datetime
from dataclasses import dataclass

from legal.exhibits.languages import WORDLESS
from legal.exhibits.models import Exhibit, Form, Kind, Legalization
from portal.reference.models import Jurisdiction


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything an owner says of an exhibit, and may say anew."""

    name: str
    worded_in: str
    kind: Kind | str
    form: Form | str
    language: str
    second_language: str = ""
    purpose: str = ""
    source: str = ""
    dated: datetime.date | None = None
    pages: int | None = None
    made_in: Jurisdiction | None = None
    legalization: Legalization | str = Legalization.UNKNOWN
    legalization_number: str = ""
    legalized_on: datetime.date | None = None
    translation_of: Exhibit | None = None
    translator: str = ""

    @property
    def languages(self) -> set[str]:
        """The languages of the document."""
        return {self.language, self.second_language} - {"", WORDLESS}

    def as_fields(self) -> dict[str, object]:
        """The same by the names of the fields."""
        return {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}


def facts_of(exhibit: Exhibit) -> Facts:
    """What is said of an exhibit now."""
    return Facts(**{field.name: getattr(exhibit, field.name) for field in dataclasses.fields(Facts)})
