"""Clauses of commencement: which say a day, which an event, and which say neither."""

import datetime

import pytest

from legal.laws.kinds import ProvisionKind
from legal.laws.parsing.commencement import Clause, clause_of
from legal.laws.parsing.records import ParsedProvision


def clause(body: str, language: str) -> Clause | None:
    return clause_of([ParsedProvision(ProvisionKind.ARTICLE, "article-1", body=body)], language)


@pytest.mark.parametrize(
    ("body", "language", "day"),
    [
        ("本法自2020年1月1日起施行。《旧法》同时废止。", "zh", "2020-01-01"),
        ("本条例自２０２０年１月１日起施行", "zh", "2020-01-01"),
        ("本办法自一九九三年三月一日起施行。", "zh-Hans", "1993-03-01"),
        ("本《办法》自2018年7月1日起试行。", "zh", "2018-07-01"),
        ("自2020年1月1日起施行。", "zh", "2020-01-01"),
        ("This Law comes into force on 1 January 2020.", "en", "2020-01-01"),
        ("This Law enters into force on January 1, 2020.", "en", "2020-01-01"),
        ("This Code takes effect on 1 March 2015.", "en", "2015-03-01"),
        ("This Law shall be effective as of 1 January 2016.", "en", "2016-01-01"),
        ("It shall come into force at once and be deemed to have taken effect on 1st July, 1998.", "en", "1998-07-01"),
        ("It shall come into force on the first day of September, 1872.", "en", "1872-09-01"),
        ("This Act shall come into force on the 1st day of July, 1930.", "en", "1930-07-01"),
        ("This Law shall enter into force on 1 March 2004.", "en", "2004-03-01"),
        ("It shall come into force on March 5, 2004.", "en", "2004-03-05"),
        ("It shall come into force on the twenty-first day of March, 2001.", "en", "2001-03-21"),
        ("It shall come into force on the thirtieth day of June, 2001.", "en", "2001-06-30"),
        ("Настоящий Кодекс вступает в силу с 1 января 2016 года.", "ru", "2016-01-01"),
        ("Настоящий Закон вводится в действие с 01.01.2016.", "ru", "2016-01-01"),
        ("Настоящие Правила вступают в силу с 1 января 2019 года.", "ru", "2019-01-01"),
    ],
)
def test_clause_says_a_day(body: str, language: str, day: str) -> None:
    assert clause(body, language) == Clause(day=datetime.date.fromisoformat(day))


@pytest.mark.parametrize(
    ("body", "language", "event"),
    [
        ("本法自公布之日起施行。", "zh", "publication"),
        ("本规定从发布之日起施行。", "zh", "publication"),
        ("本條例自公布日施行。", "zh", "publication"),
        ("自公布之日起施行。", "zh", "publication"),
        ("本办法自通过之日起施行。", "zh", "adoption"),
        ("本规定自国务院批准之日起施行。", "zh", "approval"),
        ("It shall come into force at once.", "en", "adoption"),
    ],
)
def test_clause_names_an_event(body: str, language: str, event: str) -> None:
    found = clause(body, language)

    assert found is not None
    assert (found.day, found.event) == (None, event)


@pytest.mark.parametrize(
    ("body", "language"),
    [
        ("本法的具体施行日期由国务院规定。", "zh"),
        ("本条例施行前已经设立的机构，应当自本条例施行之日起六个月内办理手续。", "zh"),
        ("本法第一条自2020年1月1日起施行，第二条自2021年1月1日起施行。", "zh"),
        ("本办法自1995年8月l日起施行。", "zh"),
        ("本法适用于从事实施监督的活动。", "zh"),
        ("本法自1995年2月30日起施行。", "zh"),
        ("This Act shall come into force on such date as the Government may notify.", "en"),
        ("It shall come into force at once, except section 4.", "en"),
        ("This Convention shall enter into force on the first day of the month following twelve months.", "en"),
        ("It shall come into force on the umpteenth day of March, 2001.", "en"),
        ("Goods pass at once.", "en"),
        ("This Act, except section 3, shall come into force on 1 January 2010.", "en"),
        ("It shall come into force at once and shall be deemed so to have come always.", "en"),
        ("本法规定的补贴，自2020年1月1日起施行的除外。", "zh"),
        ("Правила торговли вступают в силу с 1 января 2019 года.", "ru"),
        ("Настоящий Закон вступает в силу со дня его официального опубликования.", "ru"),
        ("Кодекс вступает в силу с 1 июня 1996 года, за исключением статьи 5.", "ru"),
        ("Договор поставки вступает в силу с момента подписания.", "ru"),
        ("Приговор вступает в силу с 1 января 2016 года.", "ru"),
        ("Ushbu Kodeks 2023-yil 30-apreldan kuchga kiradi.", "uz"),
    ],
)
def test_clause_that_leaves_the_day_to_others_says_none(body: str, language: str) -> None:
    assert clause(body, language) is None


def test_clause_stands_in_the_main_text_alone() -> None:
    note = ParsedProvision(ProvisionKind.NOTE, "note-1", body="本法自公布之日起施行。")
    annex = ParsedProvision(ProvisionKind.ANNEX, "annex-1")
    annexed = ParsedProvision(ProvisionKind.ARTICLE, "annex-1/article-1", body="本法自公布之日起施行。", parent=1)

    assert clause_of([note, annex, annexed], "zh") is None


def test_clause_may_stand_in_an_article_that_is_numbered_within_its_part() -> None:
    part = ParsedProvision(ProvisionKind.PART, "part-2")
    last = ParsedProvision(ProvisionKind.ARTICLE, "part-2/article-1", body="本法自2020年1月1日起施行。", parent=0)

    assert clause_of([part, last], "zh") == Clause(day=datetime.date(2020, 1, 1))


def test_two_clauses_that_disagree_say_nothing() -> None:
    first = ParsedProvision(ProvisionKind.ARTICLE, "article-1", body="本法自公布之日起施行。")
    second = ParsedProvision(ProvisionKind.ARTICLE, "article-2", body="本法自2020年1月1日起施行。")

    assert clause_of([first, second], "zh") is None
