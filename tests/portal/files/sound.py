"""Sound documents, made for the tests."""

import io
import zipfile

import pypdf
from docx import Document
from openpyxl import Workbook
from PIL import Image

# The folder of a law as people pack it.
LAW = {
    "cn-water/law.toml": b'slug = "water"\n',
    "cn-water/2020-01-01.zh.md": "# 水法\n\n第一条 水。\n".encode(),
}


def pdf(pages: int = 1) -> bytes:
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    return written(writer)


def written(writer: pypdf.PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def picture(kind: str = "JPEG", size: tuple[int, int] = (40, 30), **options: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, kind, **options)
    return out.getvalue()


def docx() -> bytes:
    document = Document()
    document.add_paragraph("合同 · Contract · Договор")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def xlsx() -> bytes:
    workbook = Workbook()
    workbook.active.append(["证据", "Evidence", "Доказательство"])
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def repacked(document: bytes, changes: dict[str, bytes | None]) -> bytes:
    """The archive with some parts replaced, added, or (None) left out."""
    with zipfile.ZipFile(io.BytesIO(document)) as old:
        parts = {name: old.read(name) for name in old.namelist()} | changes
    return packed({name: body for name, body in parts.items() if body is not None})


def packed(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as new:
        for name, body in parts.items():
            new.writestr(name, body)
    return out.getvalue()
