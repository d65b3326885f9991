# ruff: noqa: E501 -- a row of a table is read in one line
"""No word of a text is lost: its provisions in their order are the text, but for white space."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from legal.laws.parsing.records import ParsedLaw, ParsedProvision, ParsedText, Rejection
from legal.laws.parsing.source import INFO_END, lines, normalise, read, text_of
from legal.laws.parsing.structure import structure_of
from legal.laws.parsing.tree import read_tree
from tests.bench.measuring import within

DEMO = Path(__file__).resolve().parents[4] / "demo"

LINES = st.sampled_from(
    [
        "第一条 本法适用。", "第一条（目的）为了。", "第二条　甲：", "第九条之一 乙。", "第九条、第十条的规定", "第三章 总则", "第三章", "总则", "一、甲", "二、乙",
        "附件一：办法", "附：表", "附则", "目录", "序言", "关于修改《法》的决定", "中华人民共和国主席 某", "修改为：“第五条 新。", "终。”", "| a | b |",
        "Article 1", "Article 2. Scope", "Article 10(1) a)", "Section 8A inserted by Act I", "Section 3. Title.―Text", "[16A. Seller.―Goods]",
        "CHAPTER I", "PART TWO - END", "THE FIRST SCHEDULE", "PREAMBLE", "Contents", "Section 4. Head ........ 7", "(a) goods;", "DONE at Vienna",
        "Статья 1. Предмет", "Статья 28¹. Текст.", "Статья 5 настоящего Закона", "Глава 2", "РАЗДЕЛ IV.", "ОБЩИЕ ПОЛОЖЕНИЯ", "§ 2. Поставка", "(В редакции Закона)",
        "Приложение № 1", "Президент Республики", "1-modda. Umumiy", "2-bob. Mehnat", "1 бап", "دفعہ ۱ ۔", "1. Первое.", "2. Второе.", "text goes on", "===",
    ]
)  # fmt: skip
WILD = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
TEXTS = st.lists(st.one_of(LINES, LINES, LINES, WILD), max_size=40).map("\n".join)


def holds_together(provisions: list[ParsedProvision]) -> bool:
    """Every path is there once, every parent stands before its children, every depth is its parent's and one more."""
    paths = [provision.path for provision in provisions]
    return len(set(paths)) == len(paths) and all(
        p.depth == 0 if p.parent is None else p.parent < i and p.depth == provisions[p.parent].depth + 1
        for i, p in enumerate(provisions)
    )


@given(TEXTS)
def test_plain_text_is_kept(text: str) -> None:
    provisions = structure_of(lines(text, markdown=False), markdown=False).provisions

    assert text_of(provisions) == normalise(text)
    assert holds_together(provisions)


@given(TEXTS, st.lists(st.sampled_from(["# ", "## ", "### ", "#### ", ""]), min_size=1))
def test_markdown_is_kept(text: str, marks: list[str]) -> None:
    source = "\n".join(marks[i % len(marks)] + line for i, line in enumerate(text.split("\n")))
    provisions = structure_of(lines(source, markdown=True), markdown=True).provisions

    assert text_of(provisions) == normalise(source, markdown=True)
    assert holds_together(provisions)


@given(st.text("法甲", min_size=1, max_size=9), TEXTS, TEXTS)
@example("法", "", "第二条\u3000甲：\nContents\n第一条 本法适用。\n第九条、第十条的规定\n第一条 本法适用。")
def test_national_text_is_kept(title: str, header: str, body: str) -> None:
    source = f"# {title}\n\n{header}\n\n{INFO_END}\n\n{body}\n"
    printed = lines(source, markdown=True)
    head = sum(line.number <= header.count("\n") + 5 for line in printed) - 1
    provisions = structure_of(printed, markdown=True, head=head).provisions

    assert text_of(provisions) == normalise(source, markdown=True)
    assert holds_together(provisions)


def unread(law: ParsedLaw) -> list[Path]:
    """The files of a law whose words its texts do not give back; of books, their own words, titles and days once."""
    lost = []
    for text in (text for edition in law.editions for text in edition.texts):
        if not holds_together(text.provisions):
            lost += text.files
        elif len(text.files) == 1:
            [file] = text.files
            lost += [file] if text_of(text) != normalise(read(file), markdown=file.suffix == ".md") else []
        else:
            words = text_of(text)
            lost += [
                file for file in text.files if any(line.text not in words for line in lines(read(file), markdown=True))
            ]
    return lost


def test_demonstration_laws_are_kept() -> None:
    laws = list(read_tree(DEMO))

    assert [law.reason for law in laws if isinstance(law, Rejection)] == []
    assert [file for law in laws if isinstance(law, ParsedLaw) for file in unread(law)] == []


def test_demonstration_laws_meet_in_three_languages() -> None:
    editions = [edition for law in read_tree(DEMO) if isinstance(law, ParsedLaw) for edition in law.editions]

    for edition in editions:
        first, *others = ([(p.path, p.kind) for p in text.provisions] for text in edition.texts)
        assert others == [first, first], edition.files


def continuous(text: ParsedText) -> bool:
    """Whether the articles of the main text are numbered 1, 2, 3 to the last, but for inserted ones."""
    numbers = [p.number for p in text.provisions if p.kind == "article" and "/" not in p.path]
    return [number for number in numbers if number.isdigit()] == [str(n + 1) for n in range(len(numbers))]


@pytest.mark.slow
def test_corpus_is_read_and_kept(corpus: Path) -> None:
    """One pass over all of it, for it is long: no word lost, few files rejected, articles without gaps."""
    laws, rejected, lost = 0, [], []
    texts, whole, articles, repeated = 0, 0, 0, 0
    with within(120):
        for found in read_tree(corpus):
            if isinstance(found, Rejection):
                rejected.append(found)
                continue
            laws += 1
            lost += unread(found)
            for text in (text for edition in found.editions for text in edition.texts):
                articles += sum(provision.kind == "article" for provision in text.provisions)
                repeated += sum(provision.repeated for provision in text.provisions)
                if found.jurisdiction == "cn":
                    texts, whole = texts + 1, whole + continuous(text)

    assert lost == []
    assert {r.reason for r in rejected} <= {"The law has no text after its title and dates."}
    assert len(rejected) * 100 <= laws
    assert articles > 166_000
    assert repeated < 50
    assert whole > 0.97 * texts
