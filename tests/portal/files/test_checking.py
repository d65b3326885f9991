"""The checks themselves, in the process of the tests."""

import subprocess

import pypdf
import pytest

from portal.files import media, names, receiving
from portal.files.checking import images, pdf
from portal.files.checking.__main__ import main
from portal.files.checking.verdicts import Fault
from portal.files.refusals import RefusedError
from portal.files.registry import Purpose
from tests.portal.files import hostile, sound
from tests.portal.files.hostile import ARCHIVES, CASES

OPENED = {
    name: case
    for name, case in (CASES | ARCHIVES).items()
    if name not in hostile.NAMES and case.code not in {"empty", "too-large"}
}
PURPOSE = Purpose("tests.evidence", "Evidence", media.DOCUMENTS)
SOUND = {
    "a PDF with a long tail of blanks": ("a.pdf", lambda: sound.pdf() + b"\n\0\n" * 1000),
    "a PDF nobody may print": ("a.pdf", lambda: hostile.pdf_with(lambda w: w.encrypt("", owner_password="secret"))),
    "a JPEG with a second picture behind": ("a.jpg", lambda: sound.picture() + sound.picture()),
    "a PNG": ("a.png", lambda: sound.picture("PNG")),
    "a WebP": ("a.webp", lambda: sound.picture("WEBP")),
    "a fax of twelve sheets": ("a.tif", lambda: hostile.frames("TIFF", 12)),
    "a text with a chart": (
        "a.docx",
        lambda: sound.repacked(sound.docx(), {"word/embeddings/sheet1.xlsx": sound.xlsx()}),
    ),
    "a text with a link": (
        "a.docx",
        lambda: sound.repacked(sound.docx(), {"word/_rels/notes.xml.rels": hostile.RELATIONS % b"hyperlink"}),
    ),
    "a text whose link has a name of programs": (
        "a.docx",
        hostile.added("word/notes.xml", b"<w><fldChar/><instrText>HYPERLINK https://dde.example/dde </instrText></w>"),
    ),
    "the folders of laws": ("laws.zip", hostile.law_with()),
    "folders by themselves": ("laws.zip", hostile.law_with(("cn-water/", b""), ("./a.md", b"x"))),
    "a text of several megabytes": (
        "laws.zip",
        hostile.law_with(("a.md", "".join(f"第{n}条 水。\n" for n in range(150_000)).encode())),
    ),
    "folders with what a Mac adds": (
        "laws.zip",
        hostile.law_with(
            ("__MACOSX/", b""),
            ("__MACOSX/cn-water/._law.toml", b"\0\x05\x16\x07 and more"),
            ("cn-water/.DS_Store", b"\0\0\0\x01Bud1 and more"),
        ),
    ),
    "a Chinese name as Windows packs it": ("laws.zip", hostile.law_named("水法(2020-01-01).md".encode("gb18030"))),
    "a Chinese name as a Mac packs it": ("laws.zip", hostile.law_named("水法(2020-01-01).md".encode())),
    "a TIFF in which the end of an archive comes about by chance": (
        "a.tif",
        lambda: sound.picture("TIFF") + b"PK\x05\x06" + b"\x01" * 30 + b"PK\x05\x06",
    ),
}


@pytest.fixture
def verdict(tmp_path):
    def judge(name, content):
        path = tmp_path / "file"
        path.write_bytes(content)
        kind = media.named(name)
        return main(path, kind.label, kind.mime)

    return judge


@pytest.mark.parametrize("case", OPENED.values(), ids=OPENED)
def test_hostile_content_is_seen_through(verdict, case):
    assert verdict(names.cleaned(case.name), case.content()) == case.code


@pytest.mark.parametrize(("name", "content"), SOUND.values(), ids=SOUND)
def test_unusual_but_sound_content_is_accepted(verdict, name, content):
    assert verdict(name, content()) == ""


def test_list_of_objects_that_never_ends_is_refused(verdict, monkeypatch):
    monkeypatch.setattr(pdf, "MOST_OBJECTS", 2)

    assert verdict("a.pdf", sound.pdf()) == Fault.EXPANDS


def test_memory_that_runs_out_is_a_file_that_expands(verdict, monkeypatch):
    def exhaust(*_):
        raise MemoryError

    monkeypatch.setattr(pdf, "_look_through", exhaust)

    assert verdict("a.pdf", sound.pdf()) == Fault.EXPANDS


def test_limit_of_the_reader_is_a_file_that_expands(verdict, monkeypatch):
    def refuse(*_):
        raise pypdf.errors.LimitReachedError("too much")

    monkeypatch.setattr(pdf, "_look_through", refuse)

    assert verdict("a.pdf", sound.pdf()) == Fault.EXPANDS


def test_pictures_beyond_what_is_opened_are_measured(verdict, monkeypatch):
    monkeypatch.setattr(images, "MOST_OPENED", 600)

    assert verdict("a.tif", hostile.frames("TIFF", 4)) == ""


def test_check_that_takes_too_long_is_ended(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(sound.pdf())
    monkeypatch.setattr(receiving, "PATIENCE", 0.001)

    with pytest.raises(RefusedError) as refusal:
        receiving.checked(tmp_path / "a", name="a.pdf", purpose=PURPOSE, size=1, sha256="")

    assert refusal.value.code == Fault.TOO_LONG


@pytest.mark.parametrize(("status", "error"), [(-9, RefusedError), (1, RuntimeError)])
def test_check_that_is_killed_is_too_long_and_one_that_fails_is_a_fault_of_ours(tmp_path, monkeypatch, status, error):
    ended = subprocess.CompletedProcess([], status, "", "a traceback")
    monkeypatch.setattr(receiving.subprocess, "run", lambda *_, **__: ended)

    with pytest.raises(error):
        receiving.checked(tmp_path / "a", name="a.pdf", purpose=PURPOSE, size=1, sha256="")


def test_check_runs_with_little_memory_and_time(tmp_path):
    """The stream of 400 megabytes cannot even begin to be unpacked whole."""
    (tmp_path / "a").write_bytes(hostile.stream_bomb())

    with pytest.raises(RefusedError) as refusal:
        receiving.checked(tmp_path / "a", name="a.pdf", purpose=PURPOSE, size=1, sha256="")

    assert refusal.value.code == Fault.EXPANDS
