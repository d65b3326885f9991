# ruff: noqa: E501 -- a row of a table is read in one line
"""Days are true or unknown: what headers, clauses and names of files tell of an edition and of its law."""

import datetime

import pytest

from legal.laws.parsing import dates
from legal.laws.parsing.commencement import Clause
from legal.laws.parsing.days import Days, national_days
from legal.laws.parsing.header import header_of

AT_ONCE = Clause(event="publication")


def day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def days(header: str, clause: Clause | None = None, dated: str | None = None) -> Days:
    return national_days(header_of(header), clause, day(dated))


def on(text: str) -> Clause:
    return Clause(day=day(text))


@pytest.mark.parametrize(
    ("header", "clause", "dated", "adopted", "in_force", "source", "first"),
    [
        # The header's own day goes before the clause's.
        ("2019年12月1日 国务院通过\n2019年12月30日 施行", on("2020-01-01"), None, "2019-12-01", "2019-12-30", "header", "2019-12-30"),
        ("1999年3月10日 海关总署发布 自1999年4月1日施行", None, None, "1999-03-10", "1999-04-01", "header", "1999-04-01"),
        ("1999年3月15日 全国人民代表大会公告公布施行", None, None, "1999-03-15", "1999-03-15", "header", "1999-03-15"),
        ("2019年3月25日 通过\n2019年10月1日 起生效）", None, "2019-09-26", "2019-03-25", "2019-10-01", "header", "2019-10-01"),
        # An amended law keeps the old day in header and clause: it is the law's, not this edition's.
        ("1997年6月1日 通过\n1997年7月1日 施行\n2001年8月18日 《关于修改〈甲〉的决定》修正", None, None, "2001-08-18", None, "", "1997-07-01"),
        ("1994年8月31日 通过\n2017年9月1日 《关于修改〈甲〉的决定》第二次修正", on("1995-09-01"), "2017-09-01", "2017-09-01", None, "", "1995-09-01"),
        # A later wording's own clause.
        ("2007年9月28日 通过\n2016年11月24日 修订", on("2017-01-01"), None, "2016-11-24", "2017-01-01", "clause", None),
        # From publication on.
        ("2020年5月1日 国务院令第1号公布", AT_ONCE, "2020-05-01", "2020-05-01", "2020-05-01", "clause", "2020-05-01"),
        ("2020年4月1日 通过\n2020年5月1日 公布", AT_ONCE, "2020-05-01", "2020-05-01", "2020-05-01", "clause", "2020-05-01"),
        ("2020年5月1日 第十三届全国人民代表大会通过", AT_ONCE, None, "2020-05-01", "2020-05-01", "clause", "2020-05-01"),
        ("2020年5月1日 市人大通过\n2020年6月1日 省人大批准", AT_ONCE, None, "2020-06-01", None, "", None),
        ("2020年5月1日 通过", AT_ONCE, "2020-05-04", "2020-05-01", None, "", None),
        ("1998年2月12日 国务院令第1号发布\n2014年7月29日 《关于修改部分行政法规的决定》修订", AT_ONCE, "2014-07-29", "2014-07-29", None, "", "1998-02-12"),
        ("2000年3月1日 通过\n2024年3月11日 全国人民代表大会第二次会议修订", AT_ONCE, "2024-03-11", "2024-03-11", "2024-03-11", "clause", None),
        ("2020年5月1日 通过", Clause(event="adoption"), None, "2020-05-01", "2020-05-01", "clause", "2020-05-01"),
        ("2020年5月1日 国务院批准\n2020年5月9日 发布", Clause(event="approval"), None, "2020-05-09", "2020-05-01", "clause", "2020-05-01"),
        ("2020年5月1日 发布", Clause(event="adoption"), None, "2020-05-01", None, "", None),
        # The header may leave out the last amendment, which the file's name tells of.
        ("1995年6月3日 国务院令第178号发布", on("1995-07-01"), "2011-01-08", "2011-01-08", None, "", "1995-07-01"),
        ("1993年9月11日 发布", on("2016-12-01"), "2016-11-11", "2016-11-11", "2016-12-01", "clause", None),
        ("1995年6月3日 发布", AT_ONCE, "2011-01-08", "2011-01-08", None, "", "1995-06-03"),
        # The date in a name may be the day of publication.
        ("2023年4月3日 通过\n2023年6月1日 施行", None, "2023-05-23", "2023-04-03", "2023-06-01", "header", "2023-06-01"),
        # Headers that only say the law was passed twice.
        ("2003年12月4日 第1299次会议通过\n2020年12月23日 第1823次会议通过", on("2004-05-01"), "2020-12-29", "2020-12-23", None, "", "2004-05-01"),
        # No header: only a clause that is not older than the file.
        ("", on("2024-05-01"), "2023-12-04", "2023-12-04", "2024-05-01", "clause", "2024-05-01"),
        ("", on("2009-01-01"), "2018-01-25", "2018-01-25", None, "", "2009-01-01"),
        ("", AT_ONCE, "2018-01-25", "2018-01-25", None, "", None),
        ("", None, "2018-01-25", "2018-01-25", None, "", None),
        ("", on("1989-01-01"), None, None, "1989-01-01", "clause", "1989-01-01"),
        ("", None, None, None, None, "", None),
    ],
)  # fmt: skip
def test_days_of_a_national_file(
    header: str, clause: Clause | None, dated: str | None, adopted: str | None, in_force: str | None, source: str, first: str | None
) -> None:  # fmt: skip
    found = days(header, clause, dated)

    assert (found.adopted, found.in_force, found.in_force_from, found.law_in_force) == (day(adopted), day(in_force), source, day(first))  # fmt: skip


def test_law_was_adopted_on_the_first_day_of_its_header() -> None:
    assert days("2007年9月28日 通过\n2016年11月24日 修订").law_adopted == day("2007-09-28")


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("2001年1月1日 通过\n2009年8月27日 《全国人民代表大会常务委员会关于修改部分法律的决定》第一次修正", "全国人民代表大会常务委员会关于修改部分法律的决定"),
        ("2016年3月31日 会议《关于修改〈甲条例〉的\n决定》修正", "关于修改〈甲条例〉的决定"),
        ("2009年8月27日 《关于修改甲的决定》修正\n2019年3月26日 修订", ""),
        ("2001年1月1日 通过", ""),
    ],
)  # fmt: skip
def test_decision_of_the_last_amendment_is_named(header: str, name: str) -> None:
    assert days(header).amended_by == name


def test_header_numbers_the_law_and_skips_days_in_titles() -> None:
    header = header_of(
        "2007年4月14日 中华人民共和国国务院令第494号公布\n2013年7月18日 《关于废止1978年1月1日规定的决定》修订"
    )

    assert header.number == "中华人民共和国国务院令第494号"
    assert [event.day for event in header.events] == [day("2007-04-14"), day("2013-07-18")]


def test_days_are_found_in_three_languages() -> None:
    text = (
        "2020年1月31日; 1 February 2020; March 2, 2020; 3 апреля 2020; 04.05.2020; 2020-06-05; 2020-13-40; 0 May 2020"
    )

    assert [found.isoformat() for _, _, found in dates.days_in(text)] == [
        "2020-01-31", "2020-02-01", "2020-03-02", "2020-04-03", "2020-05-04", "2020-06-05",
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), [("2020-01-31", "2020-01-31"), ("2020-02-30", None), ("2020", None)])
def test_iso_day(text: str, found: str | None) -> None:
    assert dates.iso_day(text) == day(found)
