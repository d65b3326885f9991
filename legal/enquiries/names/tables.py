"""What is known of names and letters: the tables of this folder's data, which a jurist can read and mend."""

import tomllib
from pathlib import Path
from typing import Any, Final

DATA: Final = Path(__file__).with_name("data")


def read(name: str) -> dict[str, Any]:
    """The table of this name, as it stands in its file."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))
