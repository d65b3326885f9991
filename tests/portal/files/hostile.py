"""Files that somebody means harm with, or that came to harm: each with its name and the reason it is refused for."""

import io
import itertools
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import NamedTuple

import pypdf
from PIL import Image
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from tests.portal.files.sound import LAW, docx, packed, pdf, picture, repacked, written, xlsx

MEGABYTE = 1024 * 1024
RELATIONS = b"""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s"
Target="https://elsewhere.example/x" TargetMode="External"/></Relationships>"""

TAKEN_IN = b"""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk"
Target="page.html"/></Relationships>"""
RARE = (
    b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a +AFs-+ADwAIQ-ENTITY b "bb"+AD4-+AF0-+AD4-<a>+ACY-b;</a>'
)


class Case(NamedTuple):
    name: str
    content: Callable[[], bytes]
    code: str


def pdf_with(change: Callable[[pypdf.PdfWriter], object]) -> bytes:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    change(writer)
    return written(writer)


def pdf_with_root(name: str, value: object) -> bytes:
    return pdf_with(lambda writer: writer.root_object.update({NameObject(name): value}))


def action(kind: str, **more: object) -> DictionaryObject:
    entries = {NameObject(f"/{name}"): value for name, value in more.items()}
    return DictionaryObject({NameObject("/S"): NameObject(kind)} | entries)


def script() -> bytes:
    return pdf_with_root("/OpenAction", action("/JavaScript", JS=TextStringObject("app.alert(1)")))


def escaped_script() -> bytes:
    return script().replace(b"/JavaScript", b"/J#61vaScript").replace(b"/JS ", b"/J#53 ")


def program_elsewhere() -> bytes:
    """The word that starts a program stands in an object of its own."""

    def change(writer: pypdf.PdfWriter) -> None:
        start = action("/Launch", F=TextStringObject("x"))
        start[NameObject("/S")] = writer._add_object(NameObject("/Launch"))
        writer.root_object[NameObject("/OpenAction")] = start

    return pdf_with(change)


def locked_pdf() -> bytes:
    return pdf_with(lambda writer: writer.encrypt("secret", algorithm="AES-256"))


def endless_pages() -> bytes:
    """A tree of pages whose branch is its own root."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    pages = writer.root_object["/Pages"]
    pages[NameObject("/Kids")] = ArrayObject([writer.root_object.raw_get("/Pages")])
    return written(writer)


def no_pages() -> bytes:
    return written(pypdf.PdfWriter())


def stream_bomb() -> bytes:
    """A list of objects that unpacks to 400 megabytes."""
    packer = zlib.compressobj(9)
    body = b"".join(packer.compress(bytes(MEGABYTE)) for _ in range(400)) + packer.flush()
    objects = [
        b"1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n",
        b"2 0 obj\n<</Type/Pages/Count 1/Kids[4 0 R]>>\nendobj\n",
        b"3 0 obj\n<</Type/ObjStm/N 1/First 5/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\n"
        % (len(body), body),
    ]
    out, places = b"%PDF-1.7\n", []
    for one in objects:
        places.append(len(out))
        out += one
    table = b"".join(struct.pack(">BLB", 1, place, 0) for place in places) + struct.pack(">BLB", 2, 3, 0)
    table = struct.pack(">BLB", 0, 0, 0) + table
    start = len(out)
    out += b"5 0 obj\n<</Type/XRef/Size 5/W[1 4 1]/Root 1 0 R/Length %d>>\nstream\n" % len(table)
    return out + table + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start


def archive_that_ends_as_pdf() -> bytes:
    """An archive behind a document, whose comment ends as the document should."""
    out = io.BytesIO(pdf())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("run.class", b"\xca\xfe\xba\xbe")
        archive.comment = b"\nstartxref\n0\n%%EOF\n"
    return out.getvalue()


def behind(first: bytes) -> bytes:
    return first + packed({"run.class": b"\xca\xfe\xba\xbe"})


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">L", len(body)) + kind + body + struct.pack(">L", zlib.crc32(kind + body))


def png_of(width: int, height: int, *more: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def jpeg_of(width: int, height: int) -> bytes:
    """A picture of a few bytes that says it is a wall."""
    small = bytearray(picture())
    frame = small.index(b"\xff\xc0")
    small[frame + 5 : frame + 9] = struct.pack(">HH", height, width)
    return bytes(small)


def tag(number: int, value: int) -> bytes:
    return struct.pack("<HHLL", number, 4, 1, value)


def small_tag(number: int, value: int) -> bytes:
    return struct.pack("<HHLHH", number, 3, 1, value, 0)


def tiff_of(width: int, height: int) -> bytes:
    """A picture of a few bytes; whichever way its size is written, it is another now."""
    small = picture("TIFF")
    for number, old, new in ((256, 40, width), (257, 30, height)):
        small = small.replace(small_tag(number, old), tag(number, new)).replace(tag(number, old), tag(number, new))
    return small


def frames(kind: str, count: int, **options: object) -> bytes:
    out = io.BytesIO()
    first, *others = (Image.new("L", (16, 16), shade * 90 % 256) for shade in range(count))
    first.save(out, kind, save_all=True, append_images=others, **options)
    return out.getvalue()


def wrong_sum() -> bytes:
    content = bytearray(picture("PNG"))
    content[-5] ^= 1
    return bytes(content)


def bomb() -> bytes:
    """A document of a few kilobytes that unpacks to 100 megabytes."""
    return repacked(docx(), {"word/media/image1.bmp": bytes(100 * MEGABYTE)})


def large_when_opened() -> bytes:
    """Nothing in it is suspicious by itself; together it is too much."""
    pattern = bytes(range(256)) * 2
    return repacked(docx(), {f"word/media/{number}.bmp": pattern * 1900 for number in range(230)})


def overlapping() -> bytes:
    """Two names in the directory for one stretch of bytes."""
    content = packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"x" * 500})
    start = content.index(b"PK\x01\x02")
    end = content.index(b"PK\x05\x06")
    second = content.index(b"PK\x01\x02", start + 4)
    entry = bytearray(content[second:end])
    entry[46 : 46 + len(b"word/document.xml")] = b"word/anything.xml"
    directory = content[start:end] + bytes(entry)
    record = struct.pack("<4sHHHHLLH", b"PK\x05\x06", 0, 0, 3, 3, len(directory), start, 0)
    return content[:start] + directory + record


def locked_entries() -> bytes:
    content = bytearray(docx())
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(signature)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(signature, at + 4)
    return bytes(content)


def twice() -> bytes:
    out = io.BytesIO(docx())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("WORD/DOCUMENT.XML", b"<other/>")
    return out.getvalue()


def lying_size() -> bytes:
    """The directory says that a part is shorter than it is."""
    content = bytearray(docx())
    at = content.find(b"PK\x01\x02")
    content[at + 24 : at + 28] = struct.pack("<L", 10)
    return bytes(content)


def laughs() -> bytes:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    text = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{levels}]><x>&l9;</x>'
    return repacked(docx(), {"word/document.xml": text.encode()})


def fetched_entity() -> bytes:
    text = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
    return repacked(docx(), {"word/document.xml": text.encode("utf-16")})


def macro_type() -> bytes:
    with zipfile.ZipFile(io.BytesIO(docx())) as package:
        types = package.read("[Content_Types].xml")
    old = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return repacked(
        docx(), {"[Content_Types].xml": types.replace(old, b"application/vnd.ms-word.document.macroEnabled.main+xml")}
    )


def hidden_pdf() -> bytes:
    """A document in the first part of the archive, where readers of PDF look for one."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("docProps/note.txt", pdf())
    with zipfile.ZipFile(io.BytesIO(docx())) as old, zipfile.ZipFile(out, "a") as archive:
        for name in old.namelist():
            archive.writestr(name, old.read(name))
    return out.getvalue()


def workbook_in_workbook() -> bytes:
    inner = repacked(xlsx(), {"xl/embeddings/sheet.xlsx": xlsx()})
    return repacked(docx(), {"word/embeddings/sheet.xlsx": inner})


def added(name: str, body: bytes, document: Callable[[], bytes] = docx) -> Callable[[], bytes]:
    return lambda: repacked(document(), {name: body})


def given(content: bytes) -> Callable[[], bytes]:
    return lambda: content


def half(document: Callable[[], bytes]) -> Callable[[], bytes]:
    return lambda: document()[: len(document()) // 2]


def law_with(*more: tuple[str, bytes], kind: int = 0) -> Callable[[], bytes]:
    """The folder of a law with further entries, of a kind such as a link, in an archive."""

    def pack() -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, body in (*LAW.items(), *more):
                entry = zipfile.ZipInfo(name)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = kind << 16 if (name, body) in more else 0
                archive.writestr(entry, body)
        return out.getvalue()

    return pack


def law_named(name: bytes) -> Callable[[], bytes]:
    """The same with an entry whose name is bytes in no encoding that is said."""
    return lambda: law_with(("x" * len(name), b"x"))().replace(b"x" * len(name), name)


def locked_law() -> bytes:
    content = bytearray(law_with()())
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + place] |= 1
    return bytes(content)


PROGRAM = b"MZ\x90\x00" + bytes(60) + b"This program cannot be run in DOS mode"
PAGE = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
NAMES = {
    "a program": Case("setup.exe", given(PROGRAM), "program-name"),
    "a program behind a document": Case("contract.pdf.exe", given(PROGRAM), "program-name"),
    "a document behind a program": Case("invoice.exe.pdf", pdf, "program-name"),
    "a name written backwards": Case("contract\u202efdp.exe", given(PROGRAM), "program-name"),
    "a name with an unseen ending": Case("contract.pdf\u200b.e\u2060xe", given(PROGRAM), "program-name"),
    "a document with macros by its name": Case("report.docm", docx, "program-name"),
    "a page": Case("page.html", given(PAGE), "other-type"),
    "a drawing that can run": Case("drawing.svg", given(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), "other-type"),
    "an archive": Case("papers.zip", given(packed({"a": b"b"})), "other-type"),
    "an old document": Case("old.doc", given(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "other-type"),
    "no ending": Case("README", pdf, "other-type"),
    "an ending of look-alikes": Case("договор.рdf", pdf, "other-type"),
    "a full-width dot": Case("合同．pdf", pdf, "other-type"),
    "nothing but an ending": Case("\u202e.pdf", pdf, "no-name"),
}
MISLABELLED = {
    "no bytes": Case("empty.pdf", given(b""), "empty"),
    "one byte too many": Case("long.pdf", given(pdf() + b" " * MEGABYTE), "too-large"),
    "a program named as a document": Case("contract.pdf", given(PROGRAM), "other-content"),
    "a page named as a document": Case("contract.pdf", given(PAGE), "other-content"),
    "words named as a document": Case("contract.pdf", given("合同".encode()), "other-content"),
    "a document of no version": Case("contract.pdf", given(b"%PDF of the contract" * 99), "other-content"),
    "an archive named as a document": Case("contract.pdf", given(packed({"a": b"b"})), "other-content"),
    "a document named as a picture": Case("scan.jpg", pdf, "other-content"),
    "a picture of another kind": Case("scan.png", picture, "other-content"),
    "a film named as a picture": Case("scan.png", lambda: picture("GIF"), "other-content"),
    "a drawing named as a picture": Case(
        "scan.png", given(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), "other-content"
    ),
    "a text named as a table": Case("list.xlsx", docx, "other-content"),
    "an archive named as a text": Case("letter.docx", given(packed({"a": b"b"})), "other-content"),
    "an old document named as a new one": Case("old.docx", given(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99), "locked"),
}
DAMAGED = {
    "half a PDF": Case("half.pdf", half(pdf), "damaged"),
    "half a JPEG": Case("half.jpg", half(lambda: picture(size=(400, 300))), "damaged"),
    "half a PNG": Case("half.png", half(lambda: picture("PNG")), "damaged"),
    "half a TIFF": Case("half.tif", half(lambda: picture("TIFF")), "damaged"),
    "half a WebP": Case("half.webp", half(lambda: picture("WEBP")), "damaged"),
    "half a DOCX": Case("half.docx", half(docx), "damaged"),
    "a PNG with a wrong sum": Case("scan.png", wrong_sum, "damaged"),
    "a PNG without its beginning": Case("scan.png", given(b"\x89PNG\r\n\x1a\n"), "damaged"),
    "a PDF of no pages": Case("none.pdf", no_pages, "damaged"),
    "a PDF of endless pages": Case("endless.pdf", endless_pages, "damaged"),
    "a PDF of nothing": Case("nothing.pdf", given(b"%PDF-1.7\n%%EOF"), "damaged"),
    "a part that is longer than it says": Case("lying.docx", lying_size, "damaged"),
    "a part that is no XML": Case("broken.docx", added("word/document.xml", b"<a><b></a>"), "damaged"),
    "a part outside of the archive": Case("path.docx", added("../../etc/cron.d/x", b"x"), "damaged"),
    "a part that stands twice": Case("twice.docx", twice, "damaged"),
    "a rare way of packing": Case(
        "rare.docx", lambda: packed({"[Content_Types].xml": b"x" * 99}, zipfile.ZIP_BZIP2), "damaged"
    ),
}
TWO_IN_ONE = {
    "a PDF that is an archive too": Case("two.pdf", archive_that_ends_as_pdf, "second-format"),
    "an archive behind a PDF": Case("two.pdf", lambda: behind(pdf()), "second-format"),
    "a PDF behind an archive": Case("two.pdf", lambda: packed({"a": b"b"}) + pdf(), "other-content"),
    "a page before a PDF": Case("two.pdf", lambda: PAGE + pdf(), "other-content"),
    "a page in the first line of a PDF": Case(
        "two.pdf", lambda: pdf().replace(b"\n", b"\n%<script>alert(1)</script>\n", 1), "program"
    ),
    "an archive behind a JPEG": Case("two.jpg", lambda: behind(picture()), "second-format"),
    "an archive behind a TIFF": Case("two.tiff", lambda: behind(picture("TIFF")), "second-format"),
    "an archive behind a PNG": Case("two.png", lambda: behind(picture("PNG")), "second-format"),
    "an archive behind a WebP": Case("two.webp", lambda: behind(picture("WEBP")), "second-format"),
    "a RAR behind a JPEG": Case("two.jpg", lambda: picture() + b"Rar!\x1a\x07\x00" + bytes(99), "second-format"),
    "a PDF in the comment of a JPEG": Case("two.jpg", lambda: picture(comment=pdf()), "second-format"),
    "a page in the comment of a JPEG": Case("two.jpg", lambda: picture(comment=PAGE), "program"),
    "a script in the comment of a JPEG": Case(
        "two.jpg", lambda: picture(comment=b"<?php system($_GET[0]); ?>"), "program"
    ),
    "a page behind a JPEG": Case("two.jpg", lambda: picture(size=(900, 700)) + PAGE, "program"),
    "a PDF in an archive of Office": Case("two.docx", hidden_pdf, "second-format"),
    "bytes before an archive of Office": Case("two.docx", lambda: b"#!/bin/sh\n" + docx(), "other-content"),
    "bytes behind an archive of Office": Case("two.docx", lambda: docx() + b"more", "second-format"),
    "an archive of Office within another": Case("two.docx", lambda: behind(docx()), "second-format"),
}
HIDING = {
    "a PDF with a script": Case("act.pdf", script, "program"),
    "a PDF with a script under other letters": Case("act.pdf", escaped_script, "program"),
    "a PDF that starts a program": Case(
        "act.pdf", lambda: pdf_with_root("/OpenAction", action("/Launch", F=TextStringObject("x"))), "program"
    ),
    "a PDF that starts a program by a word elsewhere": Case("act.pdf", program_elsewhere, "program"),
    "a PDF that sends itself": Case("act.pdf", lambda: pdf_with_root("/OpenAction", action("/SubmitForm")), "program"),
    "a PDF that is a form of another program": Case(
        "act.pdf",
        lambda: pdf_with_root("/AcroForm", DictionaryObject({NameObject("/XFA"): NumberObject(1)})),
        "program",
    ),
    "a PDF with a file inside": Case(
        "in.pdf", lambda: pdf_with(lambda writer: writer.add_attachment("a.exe", PROGRAM)), "attachments"
    ),
    "a PDF with a password": Case("locked.pdf", locked_pdf, "locked"),
    "a text with macros": Case("act.docx", added("word/vbaProject.bin", b"\xd0\xcf\x11\xe0"), "program"),
    "a text whose type has macros": Case("act.docx", macro_type, "program"),
    "a table with old macros": Case("act.xlsx", added("xl/macrosheets/sheet1.xml", b"<x/>", xlsx), "program"),
    "a text with a program inside": Case("in.docx", added("word/media/image1.png", PROGRAM), "attachments"),
    "a text with an object inside": Case(
        "in.docx", added("word/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0"), "attachments"
    ),
    "a text with an archive inside": Case("in.docx", added("word/media/a.zip", packed({"a": b"b"})), "attachments"),
    "a table in a table in a text": Case("in.docx", workbook_in_workbook, "attachments"),
    "a text with a template elsewhere": Case(
        "far.docx", added("word/_rels/settings.xml.rels", RELATIONS % b"attachedTemplate"), "elsewhere"
    ),
    "a text with a template elsewhere in capitals": Case(
        "far.docx", added("word/_rels/SETTINGS.XML.RELS", RELATIONS % b"attachedTemplate"), "elsewhere"
    ),
    "a text with a picture elsewhere": Case(
        "far.docx", added("word/_rels/footer.xml.rels", RELATIONS % b"image"), "elsewhere"
    ),
    "a text with a picture elsewhere that is said to be within": Case(
        "far.docx",
        added("word/_rels/footer.xml.rels", (RELATIONS % b"image").replace(b' TargetMode="External"', b"")),
        "elsewhere",
    ),
    "a text with a page inside": Case("in.docx", added("word/_rels/notes.xml.rels", TAKEN_IN), "attachments"),
    "a text whose field starts a program": Case(
        "act.docx",
        added(
            "word/notes.xml",
            b"<w><instrText>PAGE</instrText><fldChar/><instrText>DDE</instrText><instrText>AUTO cmd</instrText></w>",
        ),
        "program",
    ),
    "a text whose simple field starts a program": Case(
        "act.docx", added("word/notes.xml", b'<w><fldSimple instr="dde cmd.exe"/></w>'), "program"
    ),
    "a table whose link starts a program": Case(
        "act.xlsx", added("xl/links.xml", b'<x><ddeLink ddeService="cmd" ddeTopic="/k"/></x>', xlsx), "program"
    ),
    "a text with a password within": Case("locked.docx", locked_entries, "locked"),
}
FLOODS = {
    "a PNG of a billion pixels": Case("wall.png", lambda: png_of(40_000, 40_000), "too-many-pixels"),
    "a JPEG of a billion pixels": Case("wall.jpg", lambda: jpeg_of(40_000, 40_000), "too-many-pixels"),
    "a TIFF of a billion pixels": Case("wall.tif", lambda: tiff_of(40_000, 40_000), "too-many-pixels"),
    "a WebP of many pixels": Case("wall.webp", lambda: picture("WEBP", (10_000, 9_000)), "too-many-pixels"),
    "a PNG that moves": Case("film.png", lambda: frames("PNG", 3), "moving"),
    "a WebP that moves": Case("film.webp", lambda: frames("WEBP", 3), "moving"),
    "a TIFF of a thousand sheets and one": Case("fax.tif", lambda: frames("TIFF", 1_001), "expands"),
    "a text that unpacks to a hundredfold": Case("bomb.docx", bomb, "expands"),
    "a text of many parts that unpack to too much": Case("bomb.docx", large_when_opened, "expands"),
    "a text of too many parts": Case(
        "many.docx", lambda: packed({f"word/{n}.xml": b"" for n in range(5_001)}), "expands"
    ),
    "a text whose parts lie over each other": Case("over.docx", overlapping, "expands"),
    "a text of entities of entities": Case("laughs.docx", laughs, "expands"),
    "a text of entities in a rare encoding": Case("laughs.docx", added("word/notes.xml", RARE), "expands"),
    "a text that reads other files": Case("reads.docx", fetched_entity, "expands"),
    "a PDF that unpacks to 400 megabytes": Case("bomb.pdf", stream_bomb, "expands"),
}
# Of archives of texts, which papers never are.
ARCHIVES = {
    "an archive of nothing": Case("law.zip", lambda: packed({}), "second-format"),
    "a document named as an archive": Case("law.zip", pdf, "other-content"),
    "half an archive": Case("law.zip", half(law_with()), "damaged"),
    "an Office document named as an archive": Case("law.zip", docx, "other-entries"),
    "a path that leads upwards": Case("law.zip", law_with(("cn-x/../../../etc/cron.d/x.md", b"x")), "outside"),
    "a path from the root": Case("law.zip", law_with(("/etc/x.md", b"x")), "outside"),
    "a path from a drive": Case("law.zip", law_with(("C:/x.md", b"x")), "outside"),
    "a path of Windows": Case("law.zip", law_with(("..\\x.md", b"x")), "outside"),
    "a link to a file": Case("law.zip", law_with(("cn-x/a.md", b"/etc/passwd"), kind=stat.S_IFLNK | 0o777), "links"),
    "a device": Case("law.zip", law_with(("cn-x/a.md", b""), kind=stat.S_IFCHR | 0o666), "links"),
    "an archive within": Case("law.zip", law_with(("more.zip", packed({"a.md": b"b"}))), "other-entries"),
    "an archive within, named as a text": Case("law.zip", law_with(("a.md", packed({"a.md": b"b"}))), "attachments"),
    "a program within, named as a text": Case("law.zip", law_with(("a.txt", PROGRAM)), "attachments"),
    "a program within": Case("law.zip", law_with(("a.exe", PROGRAM)), "other-entries"),
    "a page within": Case("law.zip", law_with(("a.html", PAGE)), "other-entries"),
    "a text that is none": Case("law.zip", law_with(("a.md", "水法".encode("gb18030"))), "not-text"),
    "a text that ends within a letter": Case("law.zip", law_with(("a.md", "水".encode()[:2])), "not-text"),
    "a text with a byte that is no letter": Case("law.zip", law_with(("a.md", b"# a\0b")), "not-text"),
    "a name that stands twice": Case("law.zip", law_named(b"cn-water/law.toml"), "twice"),
    "two names that differ in capitals": Case("law.zip", law_with(("A.md", b"x"), ("a.md", b"y")), "twice"),
    "two names that differ in how they are composed": Case(
        "law.zip", law_with(("\u0439.md", b"x"), ("\u0438\u0306.md", b"y")), "twice"
    ),
    "a file where a folder is": Case("law.zip", law_with(("a.md", b"x"), ("a.md/b.md", b"y")), "twice"),
    "a name that is too long": Case("law.zip", law_with((f"{'水' * 90}.md", b"x")), "entry-name"),
    "a name without an end": Case("law.zip", law_with((f"{'a/' * 20}b.md", b"x")), "entry-name"),
    "a name of nothing": Case("law.zip", law_with(("a//b.md", b"x")), "entry-name"),
    "a name with a bell": Case("law.zip", law_with(("a\a.md", b"x")), "entry-name"),
    "a name that nobody can read": Case("law.zip", law_named(b"\xff\xff\xff.md"), "entry-name"),
    "a password": Case("law.zip", locked_law, "locked"),
    "a rare way of packing texts": Case("law.zip", lambda: packed(LAW, zipfile.ZIP_LZMA), "damaged"),
    "a text that unpacks to a thousandfold": Case("law.zip", law_with(("a.md", b" " * 50 * MEGABYTE)), "expands"),
    "too many texts": Case("law.zip", lambda: packed({f"{n}.md": b"" for n in range(20_001)}), "too-much"),
    "something before it": Case("law.zip", lambda: b"#!/bin/sh\n" + law_with()(), "other-content"),
    "something behind it": Case("law.zip", lambda: law_with()() + PAGE, "program"),
    "a second archive behind it": Case("law.zip", lambda: behind(law_with()()), "second-format"),
    "a program among what a Mac adds": Case("law.zip", law_with(("__MACOSX/._law.toml", PROGRAM)), "other-entries"),
    "much among what a Mac adds": Case(
        "law.zip", law_with(("cn-water/.DS_Store", b"\0\0\0\x01Bud1" + bytes(70_000))), "other-entries"
    ),
}

CASES = dict(
    itertools.chain.from_iterable(group.items() for group in (NAMES, MISLABELLED, DAMAGED, TWO_IN_ONE, HIDING, FLOODS))
)
