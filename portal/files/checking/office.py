"""DOCX and XLSX: an archive of bounded size with what its type needs, and nothing that acts, hides or is fetched."""

import posixpath
import re
import zipfile
from typing import BinaryIO, Final

from lxml import etree

from . import archive
from .verdicts import Fault, FaultyError

CONTENT_TYPES: Final = "[Content_Types].xml"
TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATIONS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
MAIN: Final = "application/vnd.openxmlformats-officedocument.%s.main+xml"
DOCX_MAIN: Final = MAIN % "wordprocessingml.document"
XLSX_MAIN: Final = MAIN % "spreadsheetml.sheet"
# The numbers behind a chart of a document are a workbook of their own.
WORKBOOK: Final = re.compile(r"(word|xl|ppt)/embeddings/[^/]+\.xlsx")
# A link to read on, or to the workbook numbers were taken from, is followed only when somebody asks.
HARMLESS: Final = {"hyperlink", "externalLinkPath"}
# It is fetched, whatever its relation says of where it lies.
FAR: Final = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//|\\)", re.IGNORECASE)
# A page, a text of another format or a whole document, which Office opens and takes in.
WITHIN: Final = "aFChunk"
# A table or text that asks another program for its numbers, by the name of that program.
ASKING: Final = re.compile(r"^\s*DDE(AUTO)?\s", re.IGNORECASE | re.MULTILINE)
MACROS: Final = re.compile(r"vbaProject|vbaData|macrosheets/|activeX/|customUI/", re.IGNORECASE)


def check_docx(file: BinaryIO) -> None:
    _check(file, DOCX_MAIN)


def check_xlsx(file: BinaryIO) -> None:
    _check(file, XLSX_MAIN)


def _check(file: BinaryIO, main: str, *, within: bool = False) -> None:
    with archive.opened(file) as package:
        archive.refuse_strange_names(package)
        names = package.namelist()
        if CONTENT_TYPES not in names:
            raise FaultyError(Fault.OTHER_CONTENT)
        for entry in package.infolist():
            _check_part(package, entry, within=within)
        _check_types(package, main)


def _check_part(package: zipfile.ZipFile, entry: zipfile.ZipInfo, *, within: bool) -> None:
    name = entry.filename.lower()  # Office knows a part in whatever case it is written
    if MACROS.search(name):
        raise FaultyError(Fault.PROGRAM)
    body = package.read(entry)
    if WORKBOOK.fullmatch(name) and not within:
        _check(archive.in_memory(body), XLSX_MAIN, within=True)
    elif "/embeddings/" in name or archive.is_foreign(body):
        raise FaultyError(Fault.ATTACHMENTS)
    elif name.endswith((".xml", ".rels", ".vml")):
        _check_markup(name, body)


def _check_markup(name: str, body: bytes) -> None:
    """Parts are XML without entities, of which a few could fill the memory; what they fetch is seen in relations.

    No field and no link asks another program for anything.
    """
    plain = body.replace(b"\0", b"")  # the same in UTF-16
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise FaultyError(Fault.EXPANDS)
    root = _parsed(body)
    # In an encoding in which the bytes do not show it.
    if root.getroottree().docinfo.internalDTD is not None:
        raise FaultyError(Fault.EXPANDS)
    if name.endswith(".rels"):
        for relation in root.iter(f"{RELATIONS}Relationship"):
            _check_relation(relation)
    if ASKING.search(_fields(root)) or next(root.iter("{*}ddeLink"), None) is not None:
        raise FaultyError(Fault.PROGRAM)


def _fields(root: etree._Element) -> str:
    """What the fields of a text say, one on each line: the words of one may stand in several places."""
    simple = [f"{field.get(name)}\n" for field in root.iter("{*}fldSimple") for name in field.attrib]
    # Where another begins, the line ends.
    parts = root.iter("{*}fldChar", "{*}instrText")
    return "".join([*simple, *("\n" if one.tag.endswith("fldChar") else one.text or "" for one in parts)])


def _check_relation(relation: etree._Element) -> None:
    kind = posixpath.basename(relation.get("Type", ""))
    outside = relation.get("TargetMode", "").lower() == "external" or FAR.match(relation.get("Target", ""))
    if outside and kind not in HARMLESS:
        raise FaultyError(Fault.ELSEWHERE)
    if kind == WITHIN:
        raise FaultyError(Fault.ATTACHMENTS)


def _check_types(package: zipfile.ZipFile, main: str) -> None:
    root = _parsed(package.read(CONTENT_TYPES))
    types = {part.get("ContentType", "") for part in root.iter(f"{TYPES}Override")}
    if any("macroEnabled" in kind or "vbaProject" in kind for kind in types):
        raise FaultyError(Fault.PROGRAM)
    if main not in types:
        raise FaultyError(Fault.OTHER_CONTENT)


def _parsed(body: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        raise FaultyError(Fault.DAMAGED) from error
