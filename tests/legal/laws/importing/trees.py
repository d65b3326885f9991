"""Law folders and national files written for a test."""

from collections.abc import Mapping
from pathlib import Path

from legal.laws.importing import Report, run
from legal.laws.parsing.tree import read_tree

Words = Mapping[str, str]
STATUSES = {"zh": "official"}


def law_folder(
    root: Path,
    texts: Words,
    *,
    name: str = "cn-water-law",
    title: Words | None = None,
    statuses: Words | None = None,
    **facts: str,
) -> Path:
    """A folder with the texts by file name, such as `2020-01-01.zh.md`; facts are written as they stand in TOML."""
    folder = root / name
    folder.mkdir(parents=True, exist_ok=True)
    jurisdiction, _, slug = name.partition("-")
    told = {"slug": f'"{slug}"', "jurisdiction": f'"{jurisdiction}"', "kind": '"law"', "original_language": '"zh"'}
    lines = [f"{key} = {value}" for key, value in (told | facts).items()]
    lines += ["[title]", *(f'{key} = "{value}"' for key, value in (title or {"zh": "中华人民共和国水法"}).items())]
    for language, status in (statuses or STATUSES).items():
        lines += [f"[text.{language}]", f'status = "{status}"', 'source = ""']
    (folder / "law.toml").write_text("\n".join(lines) + "\n")
    for file, words in texts.items():
        (folder / file).write_text(words)
    return folder


def articles(title: str, *bodies: str, first: int = 1) -> str:
    """A text of numbered Chinese articles."""
    numbers = "一二三四五六七八九"
    lines = [f"第{numbers[number - 1]}条 {body}" for number, body in enumerate(bodies, first) if body]
    return "\n\n".join([f"# {title}", *lines]) + "\n"


def english(title: str, *bodies: str) -> str:
    """The same in English."""
    lines = [f"Article {number} {body}" for number, body in enumerate(bodies, 1) if body]
    return "\n\n".join([f"# {title}", *lines]) + "\n"


def national(root: Path, name: str, *, dates: str, body: str, title: str = "") -> Path:
    """A file as the national database has it."""
    root.mkdir(parents=True, exist_ok=True)
    file = root / f"{name}.md"
    file.write_text(f"# {title or name.partition('(')[0]}\n\n{dates}\n\n<!-- INFO END -->\n\n{body}\n")
    return file


def imported(path: Path, *, jurisdiction: str | None = None, dry_run: bool = False) -> Report:
    """A run over a tree."""
    return run(read_tree(path, jurisdiction), dry_run=dry_run)
