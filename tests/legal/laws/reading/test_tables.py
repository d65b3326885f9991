import pytest
from lxml import html

from legal.laws.reading.links import linked
from legal.laws.reading.tables import table


def drawn(body, links=()):
    """The head and the rows of a table, as it is shown."""
    shown = html.fromstring(table(linked(body, links)))
    head = [cell.text_content() for cell in shown.xpath(".//thead//th")]
    return head, [[cell.text_content() for cell in row.xpath("td")] for row in shown.xpath(".//tbody/tr")]


@pytest.mark.parametrize("under", ["|---|---|", "| :--- | ---: |", "|-|-|"])
def test_first_row_above_a_line_is_the_head(under):
    assert drawn(f"| Goods | Rate |\n{under}\n| Cotton | 1 |") == (["Goods", "Rate"], [["Cotton", "1"]])


def test_table_without_a_head_has_rows_alone():
    assert drawn("| 棉花 | 1 |\n| 丝 | 9 |") == ([], [["棉花", "1"], ["丝", "9"]])


def test_stroke_behind_a_backslash_stands_in_its_cell():
    assert drawn("| a \\| b | c |") == ([], [["a | b", "c"]])


def test_rows_may_be_shorter_and_longer_than_the_head():
    assert drawn("| A | B |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |") == (["A", "B"], [["1", ""], ["1", "2", "3"]])


def test_cell_names_its_column_for_narrow_pages():
    shown = html.fromstring(table(linked('| The "rate" & <b> |\n|---|\n| x |', ())))

    assert shown.xpath("//td/@data-label") == ['The "rate" & <b>']


def test_numbers_are_told_from_words():
    shown = html.fromstring(table(linked("| 12,5 % | 1 250 | Cotton |", ())))

    assert shown.xpath("//td/@class") == ["num", "num"]


def test_link_stays_in_its_cell():
    shown = html.fromstring(table(linked("| see Article 2 | x |", [(6, 15, "#article-2")])))

    assert [(link.get("href"), link.text) for link in shown.xpath("//td[1]/a")] == [("#article-2", "Article 2")]
