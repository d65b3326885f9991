# ruff: noqa: E501 -- a row of a table is read in one line
"""Law folders: what is read of them, and why they are rejected."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from legal.laws.kinds import ArticleUnit, LawKind, TextStatus
from legal.laws.parsing.folders import read_folder
from legal.laws.parsing.records import ParsedLaw, ReadingError
from tests.bench.measuring import within

Folder = Callable[..., Path]

ENGLISH = "# Trade Act\n## Chapter I General\nSection 1 (Scope) It applies.\nSection 2 (End) It ends.\n"
CHINESE = "# 贸易法\n## 第一编 总则\n第一条 （范围） 适用。\n第二条 （终） 终。\n"
TITLE = '[title]\nen = "Trade Act"\nzh = "贸易法"\nru = "Закон о торговле"\n'


def rejected(folder: Path, jurisdiction: str | None = None) -> tuple[str, int, str]:
    with pytest.raises(ReadingError) as error:
        read_folder(folder, jurisdiction)
    rejection = error.value.rejection
    return rejection.file.name, rejection.line, rejection.reason


def days(law: ParsedLaw) -> list[tuple[str, str | None, str | None, str]]:
    return [
        (e.name, e.adopted and e.adopted.isoformat(), e.in_force and e.in_force.isoformat(), e.in_force_from)
        for e in law.editions
    ]


def test_folder_is_read_whole(folder: Folder) -> None:
    law = read_folder(
        folder({"2020-01-01.en.md": ENGLISH, "2020-01-01.zh.md": CHINESE, "notes.pdf": b"%PDF", "_draft.md": "x"})
    )

    assert (law.folder, law.jurisdiction, law.slug, law.kind) == ("xx-trade-act", "xx", "trade-act", LawKind.LAW)
    assert (law.number, law.topics, law.source, law.unit) == (
        "No. 5",
        ["contract"],
        "https://example.org/5",
        ArticleUnit.SECTION,
    )
    assert (law.titles["en"], law.short_titles, law.original_language) == ("Trade Act", {"en": "TA"}, "en")
    assert [(t.language, t.status, t.source, t.title) for t in law.editions[0].texts] == [
        ("en", TextStatus.OFFICIAL, "Gazette", "Trade Act"), ("zh", TextStatus.TRANSLATION, "", "贸易法"),
    ]  # fmt: skip
    assert [file.name for file in law.editions[0].files] == ["2020-01-01.en.md", "2020-01-01.zh.md"]


def test_texts_of_an_edition_meet_at_their_paths(folder: Folder) -> None:
    law = read_folder(folder({"2020-01-01.en.md": ENGLISH, "2020-01-01.zh.md": CHINESE}))

    english, chinese = ([p.path for p in text.provisions] for text in law.editions[0].texts)
    assert english == chinese == ["title", "chapter-1", "section-1", "section-2"]


def test_headings_that_do_not_agree_keep_their_own_paths(folder: Folder) -> None:
    more = "# 贸易法\n## 第一编 总则\n### 第一章 一\n第一条 适用。\n## 第二编 附则\n第二条 终。\n## 第三编 空\n"
    fewer = "# Trade Act\n## Chapter I General\nArticle 1 It applies.\nArticle 2 It ends.\n## Part II\n"
    law = read_folder(folder({"2020-01-01.en.md": fewer, "2020-01-01.zh.md": more}))

    assert [p.path for p in law.editions[0].texts[1].provisions] == [
        "title", "part-1", "part-1/chapter-1", "article-1", "part-2", "article-2", "part-3",
    ]  # fmt: skip


def test_heading_does_not_take_a_path_that_is_taken(folder: Folder) -> None:
    law = read_folder(
        folder(
            {
                "2020-01-01.en.md": "# Act\n## Chapter 1\nArticle 1 A.\n## Chapter 2\n## Chapter 3\nArticle 2 B.",
                "2020-01-01.zh.md": "# 法\n## 第二章\n第一条 甲。\n## 第一章\n第二条 乙。",
            }
        )
    )

    assert [p.path for p in law.editions[0].texts[1].provisions] == [
        "title",
        "chapter-2",
        "article-1",
        "chapter-1",
        "article-2",
    ]


def test_repeated_section_keeps_a_path_of_its_own(folder: Folder) -> None:
    law = read_folder(
        folder(
            {
                "2020-01-01.en.md": "# Act\nSection 1 (A) A.\nSection 2 (B) B.",
                "2020-01-01.zh.md": "# 法\n第一节 总则\n第一条 甲。\n第二条 乙。",
            }
        )
    )

    assert [p.path for p in law.editions[0].texts[1].provisions] == ["title", "section-1", "article-1", "section-2"]


@pytest.mark.parametrize(
    ("files", "replaced", "expected"),
    [
        # Markdown: the name is the day in force.
        ({"2020-01-01.en.md": ENGLISH}, [], [("2020-01-01", "2019-12-01", "2020-01-01", "folder")]),
        (
            {"2020-01-01.en.md": ENGLISH, "2022-05-01.en.md": ENGLISH},
            [],
            [("2020-01-01", "2019-12-01", "2020-01-01", "folder"), ("2022-05-01", None, "2022-05-01", "folder")],
        ),
        ({"2019-12-01.en.md": ENGLISH}, [("2020-01-01", "2019-12-01")], [("2019-12-01", "2019-12-01", "2019-12-01", "folder")]),
        # Plain text: the day of adoption where the day in force is not known.
        ({"2019-12-01.en.txt": ENGLISH[2:]}, [("in_force = 2020-01-01", "in_force = 2019-12-01")], [("2019-12-01", "2019-12-01", None, "")]),
        (
            {"2019-12-01.en.txt": "Act\n\nSection 1. Start. It shall come into force at once.\n\nSection 2. End. Text."},
            [("in_force = 2020-01-01", "in_force = 2019-12-01")],
            [("2019-12-01", "2019-12-01", "2019-12-01", "clause")],
        ),
        (
            {"2019-12-01.en.txt": "Act\n\nArticle 1 It shall come into force on the first day of May, 1999.\n\nArticle 2 End."},
            [("in_force = 2020-01-01", "in_force = 2019-12-01")],
            [("2019-12-01", "2019-12-01", None, "")],
        ),
        (
            {"2019-12-01.ru.txt": "Кодекс\n\n(Вводится в действие с 01.02.2020)\n\nСтатья 1. Текст."},
            [("in_force = 2020-01-01", 'in_force = ""')],
            [("2019-12-01", "2019-12-01", "2020-02-01", "header")],
        ),
        (
            {"2019-12-01.ru.txt": "Кодекс\n\n(Введен в действие Законом от 1 мая 2021 года № 5)\n\nСтатья 1. Текст."},
            [("in_force = 2020-01-01\n", "")],
            [("2019-12-01", "2019-12-01", None, "")],
        ),
        (
            {"2019-12-01.ru.txt": "Кодекс\n\n(Вводится в действие с 01.02.2020, глава 5 — с 01.03.2020)\n\nСтатья 1. Текст."},
            [("in_force = 2020-01-01\n", "")],
            [("2019-12-01", "2019-12-01", None, "")],
        ),
        # An editor's note tells the day of an amendment.
        (
            {
                "2019-12-01.ru.txt": "Кодекс\n\nВ тексте слова заменены в соответствии с Законом РК от 20.12.2024 № 13 "
                "(вводится в действие с 01.01.2025).\n\nСтатья 1. Текст."
            },
            [("in_force = 2020-01-01\n", "")],
            [("2019-12-01", "2019-12-01", None, "")],
        ),
        ({"2020-01-01.en.txt": ENGLISH[2:]}, [('2019-12-01', '"2019-12-01"')], [("2020-01-01", "2019-12-01", "2020-01-01", "folder")]),
        ({"2019.en.txt": ENGLISH[2:]}, [("2019-12-01", "2019"), ("2020-01-01", '"2019"')], [("2019", None, None, "")]),
        ({"2020-01-01.en.md": ENGLISH, "2023.en.md": ENGLISH}, [], [("2020-01-01", "2019-12-01", "2020-01-01", "folder"), ("2023", None, None, "")]),
    ],
)  # fmt: skip
def test_days_of_a_folder(
    folder: Folder, files: dict[str, str], replaced: list[tuple[str, str]], expected: list[tuple[str, str | None, str | None, str]]
) -> None:  # fmt: skip
    assert days(read_folder(folder(files, *replaced))) == expected


def test_law_is_in_force_since_its_record_or_its_first_edition_says_so(folder: Folder) -> None:
    told = read_folder(folder({"2020-01-01.en.md": ENGLISH}))
    read = read_folder(folder({"2020-01-01.en.md": ENGLISH}, ("in_force = 2020-01-01\n", "")))

    assert (told.in_force, read.in_force) == (datetime.date(2020, 1, 1), datetime.date(2020, 1, 1))


def test_title_not_given_in_a_language_is_read_from_its_text(folder: Folder) -> None:
    law = read_folder(folder({"2020-01-01.zh.md": CHINESE}, ('zh = "贸易法"\n', "")))

    assert law.editions[0].texts[0].title == "贸易法"


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ('slug = "trade-act"', "slug = ", 1, "The file is no valid TOML: Invalid value (at line 1, column 8)."),
        ('kind = "law"', "\n" * 100_000 + 'kind = "poem"', 100_003, "“poem” is no kind of law."),
        ('slug = "trade-act"\n', "", 1, "“slug” is missing."),
        ('slug = "trade-act"', "slug = 5", 1, "“slug” must be a text in quotation marks."),
        ('slug = "trade-act"', 'slug = "../etc"', 1, "“../etc” cannot be the value of “slug”."),
        ('jurisdiction = "xx"', 'jurisdiction = "X/Y"', 2, "“X/Y” cannot be the value of “jurisdiction”."),
        ('kind = "law"', 'kind = "poem"', 3, "“poem” is no kind of law."),
        ("adopted = 2019-12-01", 'adopted = "2019-13-01"', 5, "“2019-13-01” is no day; write it as 2020-01-31."),
        ("adopted = 2019-12-01", "adopted = true", 5, "“True” is no day; write it as 2020-01-31."),
        ('topics = ["contract"]', 'topics = "contract"', 8, "“topics” must be a list of texts."),
        (TITLE, "", 1, "The law has no title: “[title]” is missing."),
        (TITLE, '[title]\nen = " "\n', 10, "The law has no title: “[title]” is missing."),
        ('zh = "贸易法"', "zh = 5", 10, "“[title]” must give a text for each language code."),
        ('[short_title]\nen = "TA"\n', "", 0, ""),
        ('status = "official"', 'status = "final"', 16, "“final” is no status of a text; write official, translation, machine or digest."),
        ('[text.ru]\nstatus = "digest"', '[text.ru]\nstatus = "digest"\nsource = 5', 22, "The source of a text must be a text in quotation marks."),
        ('[text.ru]\nstatus = "digest"', '[text]\nru = "digest"', 22, "“[text]” must hold a table for each language."),
    ],
)  # fmt: skip
def test_wrong_record_is_rejected(folder: Folder, old: str, new: str, line: int, reason: str) -> None:
    made = folder({"2020-01-01.en.md": ENGLISH}, (old, new))

    if reason:
        assert rejected(made) == ("law.toml", line, reason)
    else:
        assert read_folder(made).short_titles == {}


@pytest.mark.parametrize("value", ["[" * 100_000, "9" * 6000, "0x" + "f" * 6000])
def test_values_without_measure_are_rejected(folder: Folder, value: str) -> None:
    made = folder({"2020-01-01.en.md": ENGLISH}, ("adopted = 2019-12-01", f"adopted = {value}"))

    assert rejected(made)[2].startswith("The file is no valid TOML: ")


DEEP = ".a" * 20_000


@pytest.mark.parametrize(
    ("record", "line"),
    [
        (f"a{DEEP} = 1", 2),
        (f"[a{DEEP}]", 2),
        ('a = """\n\n""" # a.b\n' + '"a".' * 20_000 + "b = 1", 5),
        ("x = {a" + " . a" * 20_000 + " = 1}", 2),
    ],
    ids=["key", "table", "quoted", "inline"],
)
def test_key_of_parts_without_end_is_rejected_at_once(folder: Folder, record: str, line: int) -> None:
    made = folder({"2020-01-01.en.md": ENGLISH}, manifest=f'slug = "a"\n{record}\n')

    with within(1):
        assert rejected(made) == ("law.toml", line, "A key has more than 16 parts.")


@pytest.mark.parametrize("piece", ["'", '"', '"""', '\\"', "a.b = '", "[", ". ", "#", "\n", "[[a]]\n"])
def test_manifest_made_to_be_slow_is_rejected_in_time(folder: Folder, piece: str) -> None:
    made = folder({"2020-01-01.en.md": ENGLISH}, manifest='a = """' + piece * (200_000 // len(piece)))

    with within(2):
        rejected(made)


def test_manifest_larger_than_any_law_needs_is_rejected(folder: Folder) -> None:
    made = folder({"2020-01-01.en.md": ENGLISH}, manifest="#" * (1024 * 1024 + 1))

    assert rejected(made) == ("law.toml", 1, "The file is larger than 1048576 bytes.")


def test_dots_within_strings_make_no_key(folder: Folder) -> None:
    made = folder({"2020-01-01.en.md": ENGLISH}, ("slug = ", f'region = "{DEEP}" # {DEEP}\nslug = '))

    assert read_folder(made).region == DEEP


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ('title = "Act"', "“[title]” must be a table of languages."),
        ('text = "official"', "“[text]” must hold a table for each language."),
    ],
)
def test_words_in_place_of_a_table_are_rejected(folder: Folder, record: str, reason: str) -> None:
    manifest = f'slug = "a"\njurisdiction = "xx"\nkind = "law"\noriginal_language = "en"\n{record}\n'

    assert rejected(folder({"2020-01-01.en.md": ENGLISH}, manifest=manifest))[2] == reason


def test_other_words_for_kinds_and_days_with_a_time_are_understood(folder: Folder) -> None:
    law = read_folder(
        folder({"2020-01-01.en.md": ENGLISH}, ('"law"', '"convention"'), ("2019-12-01", "2019-12-01T10:00:00"))
    )

    assert (law.kind, law.adopted) == (LawKind.TREATY, datetime.date(2019, 12, 1))


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, ("law.toml", 1, "The folder holds no text of the law, such as 2020-01-31.en.md.")),
        ({"2020-01-01.en.md": ""}, ("2020-01-01.en.md", 1, "The file is empty.")),
        ({"2020-01-01.en.md": "# Trade Act\n\n"}, ("2020-01-01.en.md", 1, "The law has no text after its title.")),
        ({"2020-01-01.en.md": b"# A\n\xff"}, ("2020-01-01.en.md", 2, "The file is not encoded in UTF-8.")),
        ({"2020-01-01.fr.md": ENGLISH}, ("2020-01-01.fr.md", 1, "law.toml says nothing of this text: “[text.fr]” is missing.")),
        ({"2020-02-30.en.md": ENGLISH}, ("2020-02-30.en.md", 1, "A text must be named by its day and language, such as 2020-01-31.en.md.")),
        ({"english.md": ENGLISH}, ("english.md", 1, "A text must be named by its day and language, such as 2020-01-31.en.md.")),
        ({"2020-01-01.en.md": ENGLISH, "2020-01-01.en.txt": "Act\nText"}, ("2020-01-01.en.txt", 1, "The folder holds two texts of this day in this language.")),
    ],
)  # fmt: skip
def test_wrong_texts_are_rejected(
    folder: Folder, files: dict[str, str | bytes], expected: tuple[str, int, str]
) -> None:
    assert rejected(folder(files)) == expected


def test_text_that_lies_elsewhere_is_rejected(folder: Folder, write: Callable[[str, str], Path]) -> None:
    outside = write("secret.md", ENGLISH)
    made = folder({})
    (made / "2020-01-01.en.md").symlink_to(outside)

    assert rejected(made)[2] == "The file lies outside its law's folder."


def test_folder_of_another_jurisdiction_is_rejected(folder: Folder) -> None:
    made = folder({"2020-01-01.en.md": ENGLISH})

    assert rejected(made, "cn") == ("law.toml", 1, "The law is one of “xx”, not of “cn”.")
    assert read_folder(made, "xx").jurisdiction == "xx"
