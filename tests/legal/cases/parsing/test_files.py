"""Reading files of cases: what is right becomes a record, what is wrong is named with its line."""

import json
from pathlib import Path
from typing import Any

import pytest

from legal.cases.kinds import CourtLevel, RelationKind
from legal.cases.parsing.records import ParsedCase, ParsedText, StatedProvision, StatedRelation
from legal.cases.parsing.tree import read_cases
from legal.laws.kinds import TextStatus
from legal.laws.parsing.records import Rejection
from tests.legal.cases.samples import LINE, TOML

DEMO = Path(__file__).resolve().parents[4] / "demo" / "cases"


def read(path: Path) -> list[ParsedCase | Rejection]:
    return list(read_cases(path, "cn"))


def only(tmp_path: Path, text: str, name: str = "case.toml") -> Any:
    (tmp_path / name).write_text(text, encoding="utf-8")
    (one,) = read(tmp_path / name)
    return one


def test_every_case_of_the_demonstration_is_read() -> None:
    found = read(DEMO)

    assert [one for one in found if isinstance(one, Rejection)] == []
    assert len(found) == 48


def test_case_in_toml_is_read_field_by_field(tmp_path: Path) -> None:
    case = only(
        tmp_path,
        TOML.replace(
            "cites = [", 'persons = ["Li Qiang"]\nrelations = [{ kind = "follows", case = "cn-first" }]\ncites = ['
        )
        + '\n[text.zh]\nstatus = "official"\nsource = "公报"\nbody = "驳回申请。"'
        + '\n[text.en]\nstatus = "machine"\nbody = ""\n',
    )

    assert (case.record, case.slug, case.jurisdiction, case.court_level) == ("silk", "silk", "cn", CourtLevel.SUPREME)
    assert (case.status, str(case.decided), case.topics) == (TextStatus.DIGEST, "2022-09-18", ["arbitration"])
    assert case.told["holding"] == {"zh": "有效。", "en": "It is valid."}
    assert case.applied == [StatedProvision("cn-arbitration-law", "20"), StatedProvision("un-cisg", "")]
    assert case.relations == [StatedRelation(RelationKind.FOLLOWS, "cn-first")]
    assert case.texts == [ParsedText("zh", TextStatus.OFFICIAL, "公报", "驳回申请。")]
    assert case.persons == ["Li Qiang"]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('[title]\nzh = "丝绸案"\nen = "The Silk Case"', "", "The case has no title: “[title]” is missing."),
        ('"supreme"', '"highest"', "“highest” is none of: supreme, high, intermediate, basic, arbitral-tribunal."),
        ('"digest"', '"poem"', "“poem” is no status of a text; write official, translation, machine or digest."),
        ("2022-09-18", '"in autumn"', "“in autumn” is no day; write it as 2020-01-31."),
        ("cites = [", 'cites = ["cn"]\nunread = [', "“cites” must be a list of tables."),
        ("cites = [", 'cites = "cn"\nunread = [', "“cites” must be a list of tables."),
        ("cites = [", 'relations = [{ case = "cn-a" }]\ncites = [', "A relation has no kind."),
        ("[title]", "[text]\nzh = 1\n[title]", "“[text]” must hold a table for each language."),
        ("[title]", '[text.1]\nstatus = "official"\n[title]', "“[text]” must hold a table for each language."),
        ("[title]", "text = 1\n[title]", "“[text]” must hold a table for each language."),
        ('slug = "silk"', 'slug = "The Silk"', "“The Silk” cannot be the value of “slug”."),
        (
            "[title]",
            "[title",
            "The file is no valid TOML: Expected ']' at the end of a table declaration (at line 15, column 7).",
        ),
    ],
)
def test_what_is_wrong_in_toml_is_named(tmp_path: Path, old: str, new: str, reason: str) -> None:
    assert old in TOML

    rejected = only(tmp_path, TOML.replace(old, new))

    assert isinstance(rejected, Rejection)
    assert (rejected.file, rejected.reason) == (tmp_path / "case.toml", reason)


def test_line_of_what_is_wrong_is_told(tmp_path: Path) -> None:
    rejected = only(tmp_path, TOML.replace('"supreme"', '"highest"'))

    assert rejected.line == 3


def test_case_in_json_lines_is_read_section_by_section(tmp_path: Path) -> None:
    case = only(tmp_path, json.dumps(LINE), "cases.jsonl")

    assert (case.record, case.slug, case.jurisdiction, case.line) == ("cn-case-1", None, "cn", 1)
    assert case.titles == {"zh": "张莉诉某公司买卖合同纠纷案"}
    assert [text.body for text in case.texts] == ["消费者买车\n案情。\n## 裁判结果\n驳回。"]
    assert (case.source, case.status) == ("最高人民法院发布，2022-03-15", TextStatus.OFFICIAL)


def test_line_is_named_by_its_title_where_its_file_names_no_case(tmp_path: Path) -> None:
    case = only(
        tmp_path, json.dumps(LINE | {"file_title": "消费者买车", "jurisdiction": "hk", "court": "高等法院"}), "a.ndjson"
    )

    assert (case.titles, case.jurisdiction, case.courts) == ({"zh": "消费者买车"}, "hk", {"zh": "高等法院"})


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({}, TextStatus.OFFICIAL),
        ({"status": "machine"}, TextStatus.MACHINE),
        ({"info": []}, TextStatus.DIGEST),
        ({"info": ["2022-03-15"]}, TextStatus.DIGEST),
    ],
)
def test_words_are_official_where_the_line_says_so_or_who_published_them(
    tmp_path: Path, changed: dict[str, object], status: TextStatus
) -> None:
    case = only(tmp_path, json.dumps(LINE | changed), "cases.jsonl")

    assert (case.status, [text.status for text in case.texts]) == (status, [status])


@pytest.mark.parametrize(
    ("changed", "collection"),
    [({}, "Laws"), ({"source": {"path": "a.md"}}, "cases"), ({"source": "Bulletin 4"}, "cases")],
)
def test_collection_of_a_line_is_what_it_names_else_its_file(
    tmp_path: Path, changed: dict[str, object], collection: str
) -> None:
    assert only(tmp_path, json.dumps(LINE | changed), "cases.jsonl").collection == collection


@pytest.mark.parametrize(
    ("changed", "source"),
    [
        ({"info": [], "source": {"repo": "Laws", "path": "案例/a.md"}}, "Laws"),
        ({"info": [], "source": {"path": "案例/a.md"}}, ""),
        ({"info": [], "source": "Laws/案例/张莉诉某公司.md"}, ""),
        ({"info": [], "source": "Bulletin 4"}, "Bulletin 4"),
        ({"info": [], "source": ""}, ""),
    ],
)
def test_source_of_a_line_is_who_published_it_else_where_it_is_kept(
    tmp_path: Path, changed: dict[str, object], source: str
) -> None:
    assert only(tmp_path, json.dumps(LINE | changed), "cases.jsonl").source == source


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (
            "{",
            "The line is no valid JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1).",
        ),
        ("[]", "The line holds no object."),
        (json.dumps(LINE | {"relations": [{"case": "cn-a"}]}), "A relation has no kind."),
        (json.dumps(LINE | {"id": 5}), "“id” must be a text in quotation marks."),
        (json.dumps(LINE | {"sections": []}), "“sections” must hold a text for each heading."),
        (json.dumps(LINE | {"sections": {"a": 1}}), "“sections” must hold a text for each heading."),
        (json.dumps({key: value for key, value in LINE.items() if key != "lang"}), "“lang” is missing."),
    ],
)
def test_what_is_wrong_in_a_line_is_named_and_the_others_are_read(tmp_path: Path, line: str, reason: str) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text(f"{json.dumps(LINE)}\n\n{line}\n{json.dumps(LINE)}\n", encoding="utf-8")

    first, rejected, last = read(file)

    assert isinstance(first, ParsedCase)
    assert isinstance(rejected, Rejection)
    assert isinstance(last, ParsedCase)
    assert (rejected.line, rejected.reason, last.line) == (3, reason, 4)


def test_line_without_sections_has_no_text(tmp_path: Path) -> None:
    case = only(tmp_path, json.dumps(LINE | {"sections": {}, "file_title": ""}), "cases.jsonl")

    assert case.texts == []


def test_file_that_is_no_text_or_not_there_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "broken.jsonl").write_bytes(b"\xff")
    (tmp_path / "case.pdf").write_bytes(b"%PDF")

    reasons = [one.reason for name in ("broken.jsonl", "case.pdf", "none") for one in read(tmp_path / name)]

    assert reasons == [
        "The file is not encoded in UTF-8.",
        "The name of a file of cases ends in .toml, .jsonl or .ndjson.",
        "There is no such file or folder.",
    ]
