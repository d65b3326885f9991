"""The types of document the services need; nothing else is received."""

from dataclasses import dataclass
from pathlib import PurePath
from typing import Final


@dataclass(frozen=True, slots=True)
class MediaType:
    """One type: the media type it is served as, what its names end in, and what it is called in any language."""

    mime: str
    suffixes: tuple[str, ...]
    label: str


OFFICE: Final = "application/vnd.openxmlformats-officedocument"
PDF: Final = MediaType("application/pdf", (".pdf",), "PDF")
JPEG: Final = MediaType("image/jpeg", (".jpg", ".jpeg"), "JPEG")
PNG: Final = MediaType("image/png", (".png",), "PNG")
TIFF: Final = MediaType("image/tiff", (".tif", ".tiff"), "TIFF")
WEBP: Final = MediaType("image/webp", (".webp",), "WebP")
DOCX: Final = MediaType(f"{OFFICE}.wordprocessingml.document", (".docx",), "DOCX")
XLSX: Final = MediaType(f"{OFFICE}.spreadsheetml.sheet", (".xlsx",), "XLSX")
# An archive of texts; what else an archive may hold, nobody here unpacks.
ZIP: Final = MediaType("application/zip", (".zip",), "ZIP")

# What a scanner or a telephone makes of a paper, and what is written on a computer.
SCANS: Final = (PDF, JPEG, PNG, TIFF, WEBP)
DOCUMENTS: Final = (*SCANS, DOCX, XLSX)
KNOWN: Final = (*DOCUMENTS, ZIP)
BY_MIME: Final = {media.mime: media for media in KNOWN}


def named(name: str) -> MediaType | None:
    """The type that a name claims by its ending."""
    suffix = PurePath(name).suffix.lower()
    return next((media for media in KNOWN if suffix in media.suffixes), None)
