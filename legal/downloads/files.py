"""The formats a law can be had in, how much of each is made at once, and what its files are called."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from legal.laws.formats import akoma, pdf, plain, structured, word
from legal.laws.formats.document import Document

LONGEST_NAME: Final = 120
UNSAFE: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\\/:*?\"<>|%;]+")


@dataclass(frozen=True, slots=True)
class Format:
    """A format by the ending of its files. A text of more characters than `at_once` is left to the worker."""

    suffix: str
    name: str
    mime: str
    write: Callable[[Document], bytes]
    at_once: int


# Measured on two cores: the PDF of 100,000 characters takes about half a second, DOCX a tenth of that.
FORMATS: Final = {
    one.suffix: one
    for one in (
        Format("pdf", "PDF", "application/pdf", pdf.write, 60_000),
        Format(
            "docx",
            "DOCX",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            word.write,
            600_000,
        ),
        Format("txt", "TXT", "text/plain; charset=utf-8", plain.write, 10_000_000),
        Format("json", "JSON", "application/json", structured.write, 10_000_000),
        Format("xml", "Akoma Ntoso", "application/akn+xml", akoma.write, 10_000_000),
    )
}


def disposition(title: str, plain_name: str, suffix: str) -> str:
    """RFC 6266: the file's name as its readers write it (RFC 8187), and in ASCII for older programs."""
    name = " ".join(UNSAFE.sub(" ", title).split())[:LONGEST_NAME].strip(" .")
    encoded = quote(f"{name}.{suffix}", safe="")
    return f"attachment; filename=\"{plain_name}.{suffix}\"; filename*=UTF-8''{encoded}"
