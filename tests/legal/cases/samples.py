"""Files of cases as tests write them, and what an import of them does."""

import json
from pathlib import Path
from typing import Final

from legal.cases.importing import run
from legal.cases.importing.report import Report
from legal.cases.parsing.tree import read_cases

TOML: Final = """slug = "silk"
jurisdiction = "cn"
court_level = "supreme"
number = "(2019)最高法民特1号"
decided = 2022-09-18
topics = ["arbitration"]
original_language = "zh"
source = "Guiding Case No. 196"
status = "digest"
cites = [
    { law = "cn-arbitration-law", article = "20" },
    { law = "un-cisg" },
]

[title]
zh = "丝绸案"
en = "The Silk Case"

[court]
zh = "最高人民法院"

[parties]
zh = "丝绸有限公司；张莉"

[facts]
zh = "张莉拒付货款。"

[holding]
zh = "有效。"
en = "It is valid."
"""
LINE: Final = {
    "id": "cn-case-1",
    "lang": "zh",
    "title": "消费者买车",
    "file_title": "张莉诉某公司买卖合同纠纷案",
    "category": "消费购物",
    "info": ["最高人民法院发布", "2022-03-15"],
    "sections": {"body": "案情。", "裁判结果": "驳回。", "空": ""},
    "source": {"repo": "Laws", "path": "案例/a.md"},
}


def case_file(folder: Path, slug: str = "silk", *changes: tuple[str, str]) -> Path:
    """A file of one case in a folder, with some words of it changed."""
    text = TOML.replace('slug = "silk"', f'slug = "{slug}"')
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    file = folder / f"{slug}.toml"
    file.write_text(text, encoding="utf-8")
    return file


def lines_file(folder: Path, *lines: dict[str, object]) -> Path:
    """A file of JSON Lines in a folder."""
    file = folder / "cases.jsonl"
    file.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    return file


def imported(path: Path, *, dry_run: bool = False) -> Report:
    """Import what is at a path; the index is left as it is."""
    return run(read_cases(path, "cn"), dry_run=dry_run, index=lambda: None)
