"""PDF: begins and ends as one, opens without a password, has pages, and nothing in it acts or hides."""

from collections.abc import Iterator
from typing import Any, BinaryIO, Final

import pypdf
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from .strangers import refuse_archive
from .verdicts import Fault, FaultyError

END: Final = b"%%EOF"
MOST_OBJECTS: Final = 500_000
MOST_PAGES: Final = 10_000
# What is done when the document is opened, printed or closed, or a field is filled in.
ACTS: Final = {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition", "/RichMediaExecute"}
PROGRAMS: Final = ("/JS", "/JavaScript", "/XFA")
ATTACHED: Final = ("/EmbeddedFiles", "/EF", "/AF", "/RichMediaContent")
ATTACHING: Final = {"/EmbeddedFile", "/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"}


def check(file: BinaryIO) -> None:
    if file.read(5) != b"%PDF-":
        raise FaultyError(Fault.OTHER_CONTENT)
    _check_end(file)
    refuse_archive(file)
    file.seek(0)
    try:
        _look_through(pypdf.PdfReader(file, strict=False))
    except (FaultyError, MemoryError):
        raise
    except pypdf.errors.LimitReachedError as error:
        raise FaultyError(Fault.EXPANDS) from error
    except Exception as error:  # whatever a parser of twenty years of dialects stumbles over
        raise FaultyError(Fault.DAMAGED) from error


def _check_end(file: BinaryIO) -> None:
    """The last line is that of a PDF; behind it blanks at most."""
    size = file.seek(0, 2)
    file.seek(max(0, size - 64 * 1024))
    tail = file.read()
    at = tail.rfind(END)
    if at < 0:
        raise FaultyError(Fault.DAMAGED)
    if tail[at + len(END) :].strip(b"\0\t\n\f\r \x1a"):
        raise FaultyError(Fault.SECOND_FORMAT)


def _look_through(reader: pypdf.PdfReader) -> None:
    # One that everybody may open but not print or copy opens with no password.
    if reader.is_encrypted and not reader.decrypt(""):
        raise FaultyError(Fault.LOCKED)
    if not 0 < len(reader.pages) <= MOST_PAGES:
        raise FaultyError(Fault.DAMAGED)
    for found in _dictionaries(reader):
        _look_at(found)


def _look_at(found: DictionaryObject) -> None:
    if _word(found, "/S") in ACTS or any(name in found for name in PROGRAMS):
        raise FaultyError(Fault.PROGRAM)
    if any(name in found for name in ATTACHED) or {_word(found, "/Type"), _word(found, "/Subtype")} & ATTACHING:
        raise FaultyError(Fault.ATTACHMENTS)


def _word(found: DictionaryObject, name: str) -> str:
    """The word under a name, which may stand in an object of its own."""
    value = found[name] if name in found else ""  # noqa: SIM401 - `get` does not follow to that object
    return value if isinstance(value, str) else ""


def _dictionaries(reader: pypdf.PdfReader) -> Iterator[DictionaryObject]:
    """Every dictionary of the file, reached from its pages or not: a reader may mend what ours leaves aside."""
    yield reader.trailer
    numbers = {number for generation in reader.xref.values() for number in generation} | set(reader.xref_objStm)
    if len(numbers) > MOST_OBJECTS:
        raise FaultyError(Fault.EXPANDS)
    for number in numbers:
        waiting: list[Any] = [_object(reader, number)]
        while waiting:
            found = waiting.pop()
            if isinstance(found, DictionaryObject):
                yield found
                waiting.extend(found.values())
            elif isinstance(found, ArrayObject):
                waiting.extend(found)


def _object(reader: pypdf.PdfReader, number: int) -> Any:
    generation = next((key for key, table in reader.xref.items() if number in table), 0)
    return reader.get_object(IndirectObject(number, generation, reader))
