"""One name in the three languages, as it is kept with what was computed."""

from dataclasses import dataclass
from typing import Any, Final, Self

from django.conf import settings
from django.utils.translation import get_language

from portal.languages import LANGUAGES, text_code


@dataclass(frozen=True, slots=True)
class Names:
    """What something is called in Chinese, English and Russian; "" where it has no name in a language."""

    zh: str = ""
    en: str = ""
    ru: str = ""

    @classmethod
    def of(cls, row: Any, field: str = "name") -> Self:
        """The columns of a translated field."""
        return cls(**{language.text: getattr(row, f"{field}_{language.column}") or "" for language in LANGUAGES})

    def own(self) -> str:
        """The name in the active language, "" where there is none."""
        spoken: str = getattr(self, text_code(get_language() or settings.LANGUAGE_CODE))
        return spoken

    def any(self) -> str:
        """The name in the active language, else in whichever has one."""
        return self.own() or self.zh or self.en or self.ru


NAMELESS: Final = Names()
