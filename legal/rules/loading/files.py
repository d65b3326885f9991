"""The files of the app's own data."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from portal.languages import LANGUAGES

OWN: Final = Path(__file__).parents[1] / "data"
Entry = Mapping[str, Any]


def read(name: str) -> dict[str, Any]:
    """The tables of a file, `<name>.toml`."""
    with (OWN / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def columns(field: str, words: Mapping[str, str]) -> dict[str, str]:
    """Words by language as the columns of a translated field."""
    return {f"{field}_{language.column}": words.get(language.text, "") for language in LANGUAGES}
