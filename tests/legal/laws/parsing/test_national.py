# ruff: noqa: E501 -- a row of a table is read in one line
"""Files of the national database, and trees that hold anything."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from legal.laws.kinds import LawKind, TextStatus
from legal.laws.parsing.records import ParsedLaw, Rejection
from legal.laws.parsing.tree import read_tree

Write = Callable[[str, str | bytes], Path]

LAW = "# 中华人民共和国甲法\n\n2017年9月1日 全国人民代表大会常务委员会通过\n\n<!-- INFO END -->\n\n## 第一章 总则\n\n第一条 本法自2018年1月1日起施行。\n"


def national(title: str, header: str = "", body: str = "第一条 甲。") -> str:
    return f"# {title}\n\n{header}\n\n<!-- INFO END -->\n\n{body}\n"


def read(path: Path, jurisdiction: str | None = None) -> list[ParsedLaw | Rejection]:
    return list(read_tree(path, jurisdiction))


def law(path: Path) -> ParsedLaw:
    [found] = read(path)
    assert isinstance(found, ParsedLaw)
    return found


def rejections(path: Path) -> list[tuple[str, int, str]]:
    return [(r.file.name, r.line, r.reason) for r in read(path) if isinstance(r, Rejection)]


def test_national_file_is_a_law(write: Write) -> None:
    found = law(write("民法商法/甲法(2017-09-01).md", LAW).parents[1])

    assert (found.jurisdiction, found.slug, found.folder, found.kind, found.region) == ("cn", None, "", LawKind.LAW, "")
    assert (found.titles, found.other_names) == ({"zh": "中华人民共和国甲法"}, ["甲法"])
    assert (found.adopted, found.in_force) == (datetime.date(2017, 9, 1), datetime.date(2018, 1, 1))
    assert [(p.path, p.line) for p in found.editions[0].texts[0].provisions] == [
        ("title", 1), ("note-1", 3), ("chapter-1", 7), ("article-1", 9),
    ]  # fmt: skip


@pytest.mark.parametrize(("header", "status"), [("", TextStatus.DIGEST), ("2020年1月1日 公布", TextStatus.OFFICIAL)])
def test_what_nobody_adopted_is_no_official_text(write: Write, header: str, status: TextStatus) -> None:
    found = law(write("其他/甲.md", national("劳动争议指南", header)))

    assert (found.kind, found.editions[0].texts[0].status) == (LawKind.OTHER, status)


def test_dated_files_of_one_law_are_its_editions(write: Write) -> None:
    old = national(
        "中华人民共和国甲法",
        "1994年8月31日 通过\n2009年8月27日 《关于修改部分法律的决定》第一次修正",
        "第一条 本法自1995年9月1日起施行。",
    )
    new = old.replace("第一次修正", "第一次修正\n2017年9月1日 《关于修改〈法官法〉的决定》第二次修正")
    write("法/甲法(2017-09-01).md", new)
    found = law(write("法/甲法(2009-08-27).md", old).parent)

    assert [(e.name, e.adopted, e.in_force, e.amended_by) for e in found.editions] == [
        ("2009-08-27", datetime.date(2009, 8, 27), None, "关于修改部分法律的决定"),
        ("2017-09-01", datetime.date(2017, 9, 1), None, "关于修改〈法官法〉的决定"),
    ]
    assert (found.adopted, found.in_force) == (datetime.date(1994, 8, 31), datetime.date(1995, 9, 1))


def test_books_make_one_edition_in_the_order_of_their_articles(write: Write) -> None:
    header = "2020年5月28日 通过\n\n2021年1月1日 施行"
    for book, body in {
        "附则": "##\n\n第五条 戊。",
        "物权编": "## 第一分编 通则\n\n### 第一章 规定\n\n第三条 丙。\n\n第四条 丁。",
        "总则": "## 第一章 规定\n\n第一条 甲。\n\n第二条 乙。",
        "补遗": "无条文。",
    }.items():
        write(f"民法典/{book}.md", f"# 民法典\n\n# {book}\n\n{header}\n\n<!-- INFO END -->\n\n{body}\n")
    found = law(write("民法典/_index.md", "---\na: b\n---").parent)

    [text] = found.editions[0].texts
    assert (found.kind, found.source_path.name, found.other_names) == (LawKind.CODE, "民法典", [])
    assert found.editions[0].in_force == datetime.date(2021, 1, 1)
    assert [(p.path, p.heading or p.label) for p in text.provisions] == [
        ("title", "民法典"), ("note-1", ""), ("heading-1", "总则"), ("heading-1/chapter-1", "规定"), ("article-1", "第一条"),
        ("article-2", "第二条"), ("heading-2", "物权编"), ("heading-2/part-1", "通则"), ("heading-2/part-1/chapter-1", "规定"),
        ("article-3", "第三条"), ("article-4", "第四条"), ("heading-3", "附则"), ("article-5", "第五条"), ("heading-4", "补遗"),
    ]  # fmt: skip


def test_one_book_by_itself_is_read(write: Write) -> None:
    found = law(write("总则.md", "# 民法典\n\n# 总则\n\n2020年5月28日 通过\n\n<!-- INFO END -->\n\n第一条 甲。\n"))

    assert [p.path for p in found.editions[0].texts[0].provisions] == ["title", "heading-1", "note-1", "article-1"]


@pytest.mark.parametrize(
    ("file", "header", "title", "kind", "region"),
    [
        ("宪法/宪法.md", "", "中华人民共和国宪法", LawKind.CONSTITUTION, ""),
        ("司法解释/甲.md", "", "关于甲的解释", LawKind.JUDICIAL_INTERPRETATION, ""),
        ("行政法规/甲.md", "", "甲条例", LawKind.REGULATION, ""),
        ("部门规章/公安部/甲.md", "", "甲规定", LawKind.RULE, ""),
        ("DLC/上海地方法规/地方性法规/上海/甲.md", "", "甲条例", LawKind.LOCAL_REGULATION, "CN-SH"),
        ("内蒙古自治区地方法规/甲.md", "", "甲条例", LawKind.LOCAL_REGULATION, "CN-NM"),
        ("其他/甲.md", "", "甲攻略", LawKind.OTHER, ""),
        ("行政法/甲.md", "", "甲法", LawKind.LAW, ""),
        ("行政法/乙.md", "", "关于甲的决定", LawKind.DECISION, ""),
        ("甲.md", "2020年1月1日 通过", "最高人民法院关于甲的规定", LawKind.JUDICIAL_INTERPRETATION, ""),
        ("甲.md", "2020年1月1日 山东省第十三届人民代表大会常务委员会第五次会议批准", "甲条例", LawKind.LOCAL_REGULATION, "CN-SD"),
        ("甲.md", "2020年1月1日 甲县人民代表大会通过", "甲条例", LawKind.LOCAL_REGULATION, ""),
        ("甲.md", "", "中华人民共和国宪法", LawKind.CONSTITUTION, ""),
        ("甲.md", "2020年1月1日 国务院令第5号公布", "甲条例", LawKind.REGULATION, ""),
        ("甲.md", "2020年1月1日 第十三届全国人民代表大会通过", "甲法", LawKind.LAW, ""),
        ("甲.md", "2020年1月1日 第十三届全国人民代表大会通过", "关于甲的决议", LawKind.DECISION, ""),
        ("甲.md", "2020年1月1日 公安部令第5号公布", "甲规定", LawKind.RULE, ""),
        ("甲.md", "2020年1月1日 公布", "甲规定", LawKind.OTHER, ""),
    ],
)  # fmt: skip
def test_kind_and_region_of_a_national_file(
    write: Write, file: str, header: str, title: str, kind: LawKind, region: str
) -> None:
    found = law(write(file, national(title, header)))

    assert (found.kind, found.region) == (kind, region)


def test_national_file_without_its_marker_is_read_by_its_notes(write: Write) -> None:
    found = law(write("甲.md", "# 甲法\n\n（2020年1月1日第十三届全国人民代表大会通过）\n\n第一条 甲。\n"))

    assert found.adopted == datetime.date(2020, 1, 1)
    assert [p.path for p in found.editions[0].texts[0].provisions] == ["title", "note-1", "article-1"]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("甲.md", "", ("甲.md", 1, "The file is empty.")),
        ("甲.md", "# 甲法\n\n2020年1月1日 通过\n\n<!-- INFO END -->\n", ("甲.md", 3, "The law has no text after its title and dates.")),
        ("甲.md", "第一条 甲。\n", ("甲.md", 1, "The first line is no title: it must begin with “# ”.")),
        ("甲.md", "# 甲法\n".encode("gb18030"), ("甲.md", 1, "The file is not encoded in UTF-8.")),
        ("甲(2020-13-01).md", LAW, ("甲(2020-13-01).md", 1, "“2020-13-01” in the file's name is no day.")),
    ],
)  # fmt: skip
def test_wrong_national_file_is_rejected(
    write: Write, name: str, content: str | bytes, expected: tuple[str, int, str]
) -> None:
    assert rejections(write(f"法/{name}", content).parent) == [expected]


def test_one_wrong_file_rejects_the_law_and_no_other(write: Write) -> None:
    write("法/甲法(2009-08-27).md", b"# \xff")
    write("法/乙法.md", LAW)
    root = write("法/甲法(2017-09-01).md", LAW).parent

    assert [type(found).__name__ for found in read(root)] == ["ParsedLaw", "Rejection"]


def test_pages_about_a_collection_are_no_laws(write: Write) -> None:
    for name in ("_index.md", "README.md", "FORMAT.md", "notes.txt", "cases.jsonl", ".hidden.md"):
        write(name, "# About laws\n\nText.\n")
    root = write(".git/甲.md", LAW).parents[1]

    assert read(root) == []


def test_tree_may_hold_everything(write: Write, folder: Callable[..., Path]) -> None:
    folder({"2020-01-01.en.txt": "Trade Act\n\nArticle 1\n\nText."})
    folder({"2020-01-01.zh.md": "# 贸易法\n第一条 甲。"})
    root = write("国家/甲法.md", LAW).parents[1]
    (root / "国家" / "again").symlink_to(root)
    (root / "a link").symlink_to(root / "国家")

    assert [found.titles["zh"] for found in read(root) if isinstance(found, ParsedLaw)] == [
        "贸易法",
        "中华人民共和国甲法",
    ]


def test_net_of_links_is_read_once(tmp_path: Path) -> None:
    for step in range(30):
        (tmp_path / f"{step}").mkdir()
        for way in "ab":
            (tmp_path / f"{step}" / way).symlink_to(tmp_path / f"{step + 1}")
    (tmp_path / "30").mkdir()
    (tmp_path / "30" / "甲法.md").write_text(LAW)

    assert len(read(tmp_path / "0")) == 1


def test_national_files_may_be_of_another_jurisdiction(write: Write) -> None:
    [found] = read(write("甲.md", LAW), "hk")

    assert isinstance(found, ParsedLaw)
    assert found.jurisdiction == "hk"


def test_path_that_is_not_there_is_rejected(tmp_path: Path) -> None:
    assert rejections(tmp_path / "none") == [("none", 1, "There is no such file or folder.")]


def test_folder_that_cannot_be_read_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: Path) -> None:
        raise PermissionError(13, "Permission denied")

    # As root no folder refuses to be read.
    monkeypatch.setattr(Path, "iterdir", refuse)

    assert rejections(tmp_path) == [(tmp_path.name, 1, "The folder cannot be read: Permission denied.")]


def test_law_folder_that_cannot_be_read_is_rejected(
    folder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = folder({})

    def refuse(_self: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)

    assert rejections(made) == [("law.toml", 1, "The file cannot be read: Permission denied.")]


def test_file_that_cannot_be_looked_into_is_rejected(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write("甲.md", LAW).parent

    def refuse(_self: Path, *_args: object, **_kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "read_bytes", refuse)

    assert rejections(root) == [("甲.md", 1, "The file cannot be read: Permission denied.")]


def test_file_of_a_law_folder_stands_for_the_folder(folder: Callable[..., Path]) -> None:
    made = folder({"2020-01-01.zh.md": "# 贸易法\n第一条 甲。"})

    assert law(made / "2020-01-01.zh.md").folder == law(made / "law.toml").folder == "xx-trade-act"
