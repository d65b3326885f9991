"""The zip file with everything held about a person: for programs, for reading, and the person's files."""

import json
import re
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import IO, Final

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.staticfiles import finders
from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language

from portal.files.names import shortened
from portal.languages import BY_CODE
from portal.privacy.registry import Section, Value, Words, holders

# Of the work, what is done when everything has been gathered.
GATHERED: Final = 90


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section as it is written: rows as values beside their labels, files by their place in the archive."""

    heading: Words
    labels: list[Words]
    rows: list[list[tuple[Words, Value]]]
    files: list[str]


def write(to: IO[bytes], user: AbstractBaseUser) -> Iterator[int]:
    """Write the archive in the active language; yields how many percent are done."""
    chapters: list[Chapter] = []
    data: dict[str, list[Mapping[str, Value]]] = {}
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, holder in enumerate(holders(), 1):
            for section in holder.held_about(user):
                rows = list(section["rows"])
                data[section["slug"]] = rows
                chapters.append(_chapter(section, rows, _put_files(archive, section)))
            yield GATHERED * number // len(holders())
        archive.writestr("data.json", json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2))
        archive.writestr("index.html", _page(chapters))
        archive.write(_stylesheet(), "portal.css")


def _chapter(section: Section, rows: list[Mapping[str, Value]], files: list[str]) -> Chapter:
    labels = section["labels"]
    told = [[(label, row.get(key)) for key, label in labels.items()] for row in rows]
    return Chapter(section["heading"], list(labels.values()), told, files)


def _put_files(archive: zipfile.ZipFile, section: Section) -> list[str]:
    """Copy a section's files, piece by piece; their places. Two of one name stand in folders of their own."""
    places = []
    for number, (name, open_file) in enumerate(section.get("files", ()), 1):
        place = f"files/{section['slug']}/{number}/{harmless(name)}"
        with open_file() as content, archive.open(place, "w", force_zip64=True) as copy:
            shutil.copyfileobj(content, copy)
        places.append(place)
    return places


def harmless(name: str) -> str:
    """A name in any script that is no path, on any system that may open the archive."""
    kept = re.sub(r'[\x00-\x1f\x7f<>:"/\\|?*]', "_", name).strip(". ")
    stem, suffix = PurePath(kept).stem, PurePath(kept).suffix
    return shortened(stem, suffix) or "_"


def _page(chapters: list[Chapter]) -> str:
    context = {"chapters": chapters, "language": BY_CODE[get_language()], "made_at": timezone.now()}
    return render_to_string("privacy/copy.html", context)


def _stylesheet() -> Path:
    return Path(str(finders.find("portal.css")))
