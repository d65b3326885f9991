"""Places of two texts that are one place; without a database."""

import datetime
from pathlib import Path

import pytest

from legal.laws.importing import merging
from legal.laws.importing.held import HeldEdition
from legal.laws.kinds import ProvisionKind, TextStatus
from legal.laws.parsing.records import ParsedProvision, ParsedText
from tests.legal.laws.importing.trees import articles, imported, law_folder, national

PART, CHAPTER, ARTICLE, NOTE = (
    ProvisionKind.PART,
    ProvisionKind.CHAPTER,
    ProvisionKind.ARTICLE,
    ProvisionKind.NOTE,
)


def place(kind: ProvisionKind, path: str, parent: int | None = None, words: str = "") -> ParsedProvision:
    number = path.rpartition("-")[2]
    return ParsedProvision(kind, path, number, body=words or f"words of {path}", parent=parent)


def text(language: str, *places: ParsedProvision, status: TextStatus = TextStatus.OFFICIAL) -> ParsedText:
    return ParsedText(language, status, "", "", list(places), [Path()])


def merged(*texts: ParsedText) -> dict[str, list[str]]:
    """The languages of each place of an edition that the texts have come into, Chinese being the original."""
    edition = HeldEdition()
    for new in texts:
        merging.merge(edition, new, "zh")
    merging.remove_empty(edition)
    assert [provision.position for provision in edition.provisions] == list(range(len(edition.provisions)))
    return {provision.path: sorted(provision.texts) for provision in edition.provisions}


def test_inner_heading_is_the_one_of_its_kind_where_two_hold_the_same_articles() -> None:
    chinese = text("zh", place(PART, "part-1"), place(CHAPTER, "part-1/chapter-1", 0), place(ARTICLE, "article-1", 1))
    russian = text("ru", place(CHAPTER, "chapter-7"), place(ARTICLE, "article-1", 0))

    assert merged(chinese, russian) == {"part-1": ["zh"], "part-1/chapter-1": ["ru", "zh"], "article-1": ["ru", "zh"]}


def test_outer_heading_is_the_one_of_its_kind_where_two_hold_the_same_articles() -> None:
    chinese = text("zh", place(PART, "part-1"), place(CHAPTER, "part-1/chapter-1", 0), place(ARTICLE, "article-1", 1))
    russian = text("ru", place(PART, "part-9"), place(ARTICLE, "article-1", 0))

    assert merged(chinese, russian) == {"part-1": ["ru", "zh"], "part-1/chapter-1": ["zh"], "article-1": ["ru", "zh"]}


def test_heading_further_in_than_the_original_has_is_new() -> None:
    chinese = text("zh", place(CHAPTER, "chapter-1"), place(ARTICLE, "article-1", 0))
    russian = text("ru", place(PART, "part-9"), place(CHAPTER, "part-9/chapter-1", 0), place(ARTICLE, "article-1", 1))

    assert merged(chinese, russian) == {"part-9": ["ru"], "chapter-1": ["ru", "zh"], "article-1": ["ru", "zh"]}


def test_heading_of_another_kind_is_the_same_where_it_is_alone() -> None:
    chinese = text("zh", place(PART, "part-1"), place(ARTICLE, "article-1", 0))
    russian = text("ru", place(CHAPTER, "chapter-1"), place(ARTICLE, "article-1", 0))

    assert merged(chinese, russian) == {"part-1": ["ru", "zh"], "article-1": ["ru", "zh"]}


def test_heading_with_the_address_of_another_gets_the_next_one() -> None:
    chinese = text(
        "zh",
        *(place(CHAPTER, "chapter-1"), place(ARTICLE, "article-1", 0)),
        *(place(CHAPTER, "chapter-2"), place(ARTICLE, "article-2", 2)),
        *(place(CHAPTER, "chapter-3"), place(ARTICLE, "article-3", 4)),
    )
    russian = text(
        "ru",
        *(place(CHAPTER, "chapter-2"), place(ARTICLE, "article-1", 0)),
        *(place(CHAPTER, "chapter-1"), place(ARTICLE, "article-2", 2), place(ARTICLE, "article-3", 2)),
    )

    assert merged(chinese, russian) == {
        "chapter-1": ["ru", "zh"],
        "article-1": ["ru", "zh"],
        "chapter-1--2": ["ru"],
        "chapter-2": ["zh"],
        "article-2": ["ru", "zh"],
        "chapter-3": ["zh"],
        "article-3": ["ru", "zh"],
    }


def test_heading_keeps_its_address_when_an_article_moves_out_of_it() -> None:
    before = text("zh", place(CHAPTER, "chapter-1"), place(ARTICLE, "article-1", 0), place(ARTICLE, "article-2", 0))
    after = text("zh", place(ARTICLE, "article-1"), place(CHAPTER, "chapter-1"), place(ARTICLE, "article-2", 1))

    assert merged(before, after) == {"article-1": ["zh"], "chapter-1": ["zh"], "article-2": ["zh"]}


def test_heading_further_in_at_the_end_is_new() -> None:
    chinese = text("zh", place(PART, "part-1"), place(ARTICLE, "article-1", 0))
    russian = text("ru", place(PART, "part-1"), place(CHAPTER, "part-1/chapter-1", 0), place(ARTICLE, "article-1", 1))

    assert merged(chinese, russian) == {"part-1": ["ru", "zh"], "part-1/chapter-1": ["ru"], "article-1": ["ru", "zh"]}


def test_headings_of_one_number_meet_where_two_selections_share_no_article() -> None:
    chinese = text("zh", place(CHAPTER, "chapter-1"), place(ARTICLE, "article-1", 0))
    russian = text("ru", place(CHAPTER, "chapter-1"), place(ARTICLE, "article-5", 0))

    assert merged(chinese, russian) == {"chapter-1": ["ru", "zh"], "article-1": ["zh"], "article-5": ["ru"]}


def test_note_that_stands_elsewhere_is_another_note() -> None:
    chinese = text("zh", place(NOTE, "note-1"), place(ARTICLE, "article-1"), place(ARTICLE, "article-2"))
    english = text("en", place(ARTICLE, "article-1"), place(ARTICLE, "article-2"), place(NOTE, "note-1"))

    assert merged(chinese, english) == {
        "note-1": ["zh"],
        "article-1": ["en", "zh"],
        "article-2": ["en", "zh"],
        "note-1--2": ["en"],
    }


def test_articles_of_an_annex_only_one_text_has_are_new() -> None:
    annex = place(ProvisionKind.ANNEX, "annex-1")
    chinese = text("zh", place(ARTICLE, "article-1"))
    english = text("en", place(ARTICLE, "article-1"), annex, place(ARTICLE, "annex-1/article-1", 1))

    assert merged(chinese, english) == {
        "article-1": ["en", "zh"],
        "annex-1": ["en"],
        "annex-1/article-1": ["en"],
    }


def test_what_stood_under_a_heading_that_is_gone_stands_higher() -> None:
    edition = HeldEdition()
    chapter = place(CHAPTER, "part-1/chapter-1", 0)
    first = text("ru", place(PART, "part-1"), chapter, place(ARTICLE, "article-1", 1))
    original = text("zh", place(PART, "part-1"), place(ARTICLE, "article-1", 0), place(ARTICLE, "article-2", 0))
    for new in (first, original, text("ru", place(PART, "part-1"), place(ARTICLE, "article-1", 0))):
        merging.merge(edition, new, "zh")
    edition.provisions[-1].parent = next(p for p in edition.provisions if p.path == "part-1/chapter-1")

    merging.remove_empty(edition)

    assert [provision.path for provision in edition.provisions] == ["part-1", "article-1", "article-2"]
    assert edition.provisions[-1].parent is edition.provisions[0]


def test_better_text_in_the_same_run_replaces_one_that_was_never_stored() -> None:
    digest = text("zh", place(CHAPTER, "chapter-1"), place(ARTICLE, "article-1", 0), status=TextStatus.DIGEST)
    official = text("zh", place(ARTICLE, "article-1", words="official"))

    assert merged(digest, official) == {"article-1": ["zh"]}


@pytest.mark.django_db
def test_two_files_of_one_edition_in_one_folder_are_rivals(tmp_path: Path) -> None:
    days = "2019年1月1日 通过\n\n2020年1月1日 施行"
    for day, body in (("2019-01-01", "水归国家。"), ("2019-01-02", "水归个人。")):
        national(tmp_path / "法", f"水法({day})", dates=days, body=f"第一条 {body}\n\n第二条 附则。", title="水法")

    report = imported(tmp_path)

    assert len(report.remarks) == 1


@pytest.mark.django_db
def test_laws_of_one_region_and_topic_share_them(tmp_path: Path) -> None:
    for name, title in (("cn-a", "养犬条例"), ("cn-b", "养猫条例")):
        texts = {"2020-01-01.zh.md": articles(title, "一般规定。")}
        law_folder(tmp_path, texts, name=name, region='"CN-BJ"', topics='["contract"]', title={"zh": title})

    assert len(imported(tmp_path).laws.seen) == 2


def test_day_of_an_edition_is_in_force_else_adopted() -> None:
    day = datetime.date(2020, 1, 1)

    assert (HeldEdition(in_force=day).day, HeldEdition(adopted=day).day, HeldEdition().key) == (day, day, 0)
