"""Damage to the files of the index, told from every other failure by the sums that Tantivy keeps of its files."""

import json
import zlib
from collections.abc import Iterator
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, Final

from portal.search.folder import META, Folder, State

# A file of Tantivy's ends with a footer in JSON, the CRC-32 of all before it in that, then its length and this number.
MAGIC: Final = (1337).to_bytes(4, "little")
ENDING: Final = 8
# The files of a segment; one with deleted documents has another, called after the commit that deleted them.
SEGMENT: Final = ("store", "term", "idx", "pos", "fast", "fieldnorm")


def may_be_damage(error: BaseException) -> bool:
    """Whether Tantivy fails so on a file it can make nothing of: by ValueError, or by a panic, no Exception."""
    return isinstance(error, OSError | ValueError) or type(error).__module__ == "pyo3_runtime"


def sound(place: Folder, state: State) -> bool:
    """Whether each file of a generation is there and is what was written. Reads all of it: a second a gigabyte."""
    return all(shelf_is_sound(place.path(state.generation) / shelf) for shelf in state.shelves)


def shelf_is_sound(shelf: Path) -> bool:
    try:
        segments = json.loads((shelf / META).read_bytes())["segments"]
        return all(is_whole(file) for segment in segments for file in files(shelf, segment))
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return False


def files(shelf: Path, segment: dict[str, Any]) -> Iterator[Path]:
    """The files of one segment, as the index lists it."""
    name = segment["segment_id"].replace("-", "")
    yield from (shelf / f"{name}.{part}" for part in SEGMENT)
    if segment["deletes"]:
        yield shelf / f"{name}.{segment['deletes']['opstamp']}.del"


def is_whole(file: Path) -> bool:
    """Whether the sum in its footer is that of the file; raises ValueError or KeyError where the footer is none."""
    with file.open("rb") as opened, mmap(opened.fileno(), 0, access=ACCESS_READ) as content:
        length = int.from_bytes(content[-ENDING:-4], "little")
        told = json.loads(content[-ENDING - length : -ENDING])["crc"]
        with memoryview(content)[: -ENDING - length] as body:
            return content[-4:] == MAGIC and bool(zlib.crc32(body) == told)
