"""Files of law to read."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.utils import translation

MANIFEST = """\
slug = "trade-act"
jurisdiction = "xx"
kind = "law"
number = "No. 5"
adopted = 2019-12-01
in_force = 2020-01-01
original_language = "en"
topics = ["contract"]
source = "https://example.org/5"
[title]
en = "Trade Act"
zh = "贸易法"
ru = "Закон о торговле"
[short_title]
en = "TA"
[text.en]
status = "official"
source = "Gazette"
[text.zh]
status = "translation"
source = ""
[text.ru]
status = "digest"
"""


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Reasons are told in the language of the reader: here in English."""
    with translation.override("en"):
        yield


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """Writes a file below a fresh root and gives its path."""

    def _write(name: str, content: str | bytes) -> Path:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    return _write


@pytest.fixture
def folder(write: Callable[[str, str | bytes], Path]) -> Callable[..., Path]:
    """Writes a law folder of some files, with a manifest that some words of are replaced."""

    def _folder(files: dict[str, str | bytes], *replaced: tuple[str, str], manifest: str = MANIFEST) -> Path:
        for old, new in replaced:
            assert old in manifest
            manifest = manifest.replace(old, new)
        for name, content in files.items():
            write(f"laws/xx-trade-act/{name}", content)
        return write("laws/xx-trade-act/law.toml", manifest).parent

    return _folder
