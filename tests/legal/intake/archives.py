"""Archives of law, packed for a test."""

import io
import zipfile
from pathlib import Path
from typing import Any

from legal.intake.actions import deciding
from legal.intake.models import Intake
from legal.intake.papers import ARCHIVE
from portal.accounts.models import User
from portal.files import actions as files
from portal.files.models import File

DEMO = Path(__file__).resolve().parents[3] / "demo" / "laws"
WATER = """slug = "water"
jurisdiction = "cn"
kind = "law"
original_language = "zh"
[title]
zh = "水法"
en = "Water Law"
ru = "Закон о воде"
[text.zh]
status = "official"
source = ""
"""
FOREST = WATER.replace("water", "forest").replace("水法", "森林法").replace("Water", "Forest").replace("воде", "лесе")
TEXT = "# 水法\n\n第一条 水资源属于国家所有。\n\n第二条 本法自2020年1月1日起施行。\n"
LAW = {"cn-water/law.toml": WATER, "cn-water/2020-01-01.zh.md": TEXT}
# One is taken, one is taken with a remark, one is rejected.
MIXED = LAW | {
    "cn-forest/law.toml": FOREST.replace("[title]", 'topics = ["nothing"]\n[title]', 1),
    "cn-forest/2020-01-01.zh.md": TEXT.replace("水", "森林"),
    "cn-broken/law.toml": "slug = ",
}


def packed(files: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(name, body)
    return out.getvalue()


def packed_folder(folder: Path, changes: dict[str, bytes] | None = None) -> bytes:
    files = {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*.*"))}
    return packed(files | (changes or {}))


def received(content: bytes, *, by: User, name: str = "laws.zip") -> File:
    return files.receive(io.BytesIO(content), name=name, owner=by, purpose=ARCHIVE.slug, by=by)


def brought(content: bytes | None = None, *, by: User, **more: Any) -> Intake:
    """An archive as somebody brings it."""
    file = received(packed(LAW) if content is None else content, by=by)
    return deciding.bring(file, by=by, **({"jurisdiction": None} | more))
