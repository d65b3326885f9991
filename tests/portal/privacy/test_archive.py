"""The archive: files by harmless names, values in every form."""

import datetime
import io
import json
import zipfile

import pytest
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from portal.privacy import archive
from portal.privacy.registry import Holder


def section():
    return {
        "slug": "papers",
        "heading": _("Account"),
        "labels": {"day": _("When"), "is_kept": "Kept", "nothing": "Nothing"},
        "rows": [{"day": datetime.date(2026, 11, 26), "is_kept": True, "nothing": None}],
        "files": [("../Устав.pdf", lambda: io.BytesIO(b"one")), ("../Устав.pdf", lambda: io.BytesIO(b"two"))],
    }


@pytest.fixture
def written(person, monkeypatch):
    monkeypatch.setattr(archive, "holders", lambda: (Holder("papers", held_about=lambda user: [section()]),))
    to = io.BytesIO()
    with translation.override("ru"):
        progress = list(archive.write(to, person))
    with zipfile.ZipFile(to) as opened:
        return progress, {name: opened.read(name) for name in opened.namelist()}


def test_files_of_one_name_stand_beside_each_other(written):
    _progress, files = written

    assert files["files/papers/1/_Устав.pdf"] == b"one"
    assert files["files/papers/2/_Устав.pdf"] == b"two"


def test_values_are_written_for_programs_and_for_people(written):
    progress, files = written

    assert json.loads(files["data.json"])["papers"] == [{"day": "2026-11-26", "is_kept": True, "nothing": None}]
    assert "26 ноября 2026" in files["index.html"].decode()
    assert "files/papers/1/_%D0%A3" in files["index.html"].decode()
    assert progress == [90]


@pytest.mark.parametrize(
    ("name", "harmless"),
    [
        ("../../etc/passwd", "_.._etc_passwd"),
        ("C:\\a\x00b?.pdf", "C__a_b_.pdf"),
        ("营业执照.pdf", "营业执照.pdf"),
        ("...", "_"),
        ("", "_"),
        ("я" * 300, "я" * 120),
        ("营" * 78 + ".pdf", "营" * 78 + ".pdf"),
        ("营" * 200 + ".pdf", "营" * 78 + ".pdf"),
    ],
)
def test_name_is_no_path_anywhere(name, harmless):
    assert archive.harmless(name) == harmless
