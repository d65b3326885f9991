"""No-break spaces of Russian text."""

import pytest
from django.template import Context, Template
from django.utils import translation

from portal.languages import inner
from portal.pages.templatetags.typography import colon, comma, grouped, nobreak


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("в силу", "в~силу"),
        ("Споры и иски", "Споры и~иски"),
        ("О договоре", "О~договоре"),
        ("и в суде", "и~в~суде"),
        ("с 1 января 2021 г. и далее", "с~1~января~2021~г. и~далее"),
        ("в 2020 году", "в~2020~году"),
        ("закон № 5, § 2", "закон №~5, §~2"),
        ("п. 2 ст. 10", "п.~2 ст.~10"),
        ("Право — это", "Право~— это"),
        ("слово на строке", "слово на строке"),
        ("", ""),
    ],
)
def test_nobreak_binds_what_may_not_end_a_russian_line(text: str, bound: str) -> None:
    assert nobreak(text, "ru") == bound.replace("~", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(("language", "expected"), [("en", "в силу"), ("ru", "в\N{NO-BREAK SPACE}силу")])
def test_nobreak_follows_the_language_of_the_page(language: str, expected: str) -> None:
    with translation.override(language):
        assert nobreak("в силу") == expected


def test_nobreak_keeps_an_english_day_by_its_month() -> None:
    assert nobreak("since 1 March 2026, by 2 parties", "en") == "since 1\N{NO-BREAK SPACE}March 2026, by 2 parties"


def test_nobreak_keeps_markup_of_a_filtered_block() -> None:
    template = Template("{% load typography %}{% filter nobreak:'ru' %}<b>в силу</b> {{ word }}{% endfilter %}")

    assert template.render(Context({"word": "<i>"})) == "<b>в\N{NO-BREAK SPACE}силу</b> &lt;i&gt;"


@pytest.mark.parametrize(("language", "sign"), [("zh-hans", "、"), ("en", ", "), ("ru", ", "), (None, ", ")])
def test_items_of_a_list_are_parted_as_the_language_does_it(language: str | None, sign: str) -> None:
    with translation.override(language):
        assert Template("{% load typography %}{% comma %}").render(Context()) == comma() == sign


@pytest.mark.parametrize(("language", "sign"), [("zh-hans", "："), ("en", ": "), ("ru", ": "), (None, ": ")])
def test_name_and_value_are_parted_as_the_language_does_it(language: str | None, sign: str) -> None:
    with translation.override(language):
        assert Template("{% load typography %}{% colon %}").render(Context()) == colon() == sign


@pytest.mark.parametrize(("language", "written"), [("zh-hans", "127,059"), ("en", "127,059"), ("ru", "127\xa0059")])
def test_counts_are_grouped_as_the_language_does_it(language: str, written: str) -> None:
    with translation.override(language):
        assert (grouped(127059), grouped(59)) == (written, "59")


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("ru", "Договор с ТОО «Пример» (образец)", "Договор с ТОО „Пример“ (образец)"),
        ("en", "Contract with “Sample” LLP", "Contract with ‘Sample’ LLP"),
        ("zh-hans", "“示例”合同", "‘示例’合同"),
        ("zh-hans", "ТОО «Пример»", "ТОО «Пример»"),
    ],
)
def test_quotation_marks_within_quotation_marks_are_inner_ones(language: str, words: str, expected: str) -> None:
    with translation.override(language):
        assert inner(words) == expected
