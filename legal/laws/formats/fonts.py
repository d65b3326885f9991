"""The fonts print is set in: they come in installed packages, and are found there."""

import functools
from importlib.resources import files
from pathlib import Path
from typing import Final

import typst
from fontTools.ttLib import TTCollection, TTFont

# Song for Chinese text; Han of every region and weight, for headings and rare characters; Naskh for Urdu and Uyghur;
# a serif with all of Cyrillic. Latin and Russian come first from the face that typst itself carries.
PACKAGES: Final = ("pylopdf_fonts_zh_cn", "manimgx_fonts_cjk", "pylopdf_fonts_ar", "fontpkg_noto_serif")


@functools.cache
def fonts() -> typst.Fonts:
    """All fonts of print, read once a process; the machine's own are left out, so that print is the same everywhere."""
    return typst.Fonts(include_system_fonts=False, font_paths=[folder(package) for package in PACKAGES])


@functools.cache
def covered() -> frozenset[int]:
    """The code points at least one font of the packages has a glyph for."""
    found: set[int] = set()
    for package in PACKAGES:
        for file in sorted(folder(package).rglob("*.[ot]t[fc]")):
            found |= _characters(file)
    return frozenset(found)


def folder(package: str) -> Path:
    """Where an installed package keeps its files."""
    return Path(str(files(package)))


def _characters(file: Path) -> set[int]:
    """Of a collection, its first font: the others share its characters."""
    if file.suffix == ".ttc":
        with TTCollection(file, lazy=True) as collection:
            return set(collection.fonts[0].getBestCmap())
    with TTFont(file, lazy=True) as font:
        return set(font.getBestCmap())
