"""How the languages of documents are called."""

import pytest
from django.utils import translation

from legal.exhibits.languages import DOCUMENT_LANGUAGES, base, choices, language_name
from portal.languages import CODES


@pytest.mark.parametrize(
    ("reader", "names"),
    [
        ("zh-hans", ["中文", "格鲁吉亚语", "达里语", "没有文字"]),
        ("en", ["Chinese", "Georgian", "Dari", "No words in it"]),
        ("ru", ["китайский", "грузинский", "дари", "Без слов"]),
    ],
)
def test_language_is_called_as_the_reader_calls_it(reader: str, names: list[str]) -> None:
    with translation.override(reader):
        assert [language_name(code) for code in ("zh", "ka", "prs", "zxx")] == names


@pytest.mark.parametrize("reader", CODES)
def test_every_language_to_choose_has_a_name(reader: str) -> None:
    with translation.override(reader):
        assert all(name and name != code for code, name in choices())
    assert len(choices()) == len(DOCUMENT_LANGUAGES) + 1


def test_language_without_a_name_is_told_by_its_code() -> None:
    assert (language_name("xx"), language_name(""), base("zh-Hant")) == ("xx", "", "zh")
