from datetime import date

import pytest
from django.utils import translation

from legal.laws.models import Edition, Law
from legal.laws.quoting import Quoted, quotation
from legal.laws.spoken import language_name, others, own_name, spoken
from legal.laws.standing import edition_name
from tests.factories import LawFactory

DAY = date(2020, 6, 1)


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def test_fact_is_given_in_the_readers_language():
    law = LawFactory.build(jurisdiction=None, title_en="Act", title_zh_hans="法", title_ru="Закон")

    assert (spoken(law, "title").text, spoken(law, "title").own) == ("Act", True)
    assert [other.text for other in others(law, "title")] == ["法", "Закон"]


def test_fact_that_lacks_is_given_in_the_originals_language_first():
    law = LawFactory.build(jurisdiction=None, title_en="", original_language="ru", title_zh_hans="法", title_ru="Закон")

    given = spoken(law, "title")

    assert (given.text, given.language.text, given.own) == ("Закон", "ru", False)


def test_fact_of_no_language_is_empty():
    law = LawFactory.build(jurisdiction=None, original_language="kk")

    assert (spoken(law, "summary").text, spoken(law, "summary").own) == ("", True)


@pytest.mark.parametrize(
    ("code", "name", "own"),
    [
        ("zh", "Chinese", "中文"),
        ("kk", "Kazakh", "қазақ тілі"),
        ("zh-Hant", "Chinese (Traditional)", "中文 (繁體)"),
        ("qq", "qq", "qq"),
    ],
)
def test_languages_are_called_by_name(code, name, own):
    assert (language_name(code), own_name(code)) == (name, own)


@pytest.mark.parametrize(
    ("edition", "name"),
    [
        (Edition(pk=2, in_force=DAY), "In force from 1 June 2020"),
        (Edition(pk=1, in_force=DAY, law=Law()), "In force from 1 June 2020 (today’s edition)"),
        (Edition(pk=2, adopted=DAY), "Adopted on 1 June 2020; entry into force not known"),
        (Edition(pk=2), "Undated; entry into force not known"),
    ],
)
def test_edition_is_called_by_its_day(edition, name):
    assert edition_name(edition, Edition(pk=1)) == name


@pytest.mark.parametrize(
    ("language", "quoted", "text"),
    [
        ("zh", {}, "法[EB/OL]. [2026-11-24]. URL."),
        (
            "zh",
            {"authority": "人大", "act": "第1号", "adopted": DAY, "place": "第一条", "status": "digest"},
            "人大. 法：第1号：第一条：编辑摘要[EB/OL]. （2020-06-01）[2026-11-24]. URL.",
        ),
        ("zh", {"in_force": DAY}, "法[EB/OL]. 2020-06-01起施行. [2026-11-24]. URL."),
        ("en", {}, "法 <URL> accessed 24 November 2026."),
        (
            "en",
            {"title": "Act 2020", "adopted": DAY, "place": "Preamble", "status": "machine"},
            "Act 2020, Preamble (machine translation) <URL> accessed 24 November 2026.",
        ),
        ("en", {"number": "5", "unit": "section"}, "法, s 5 <URL> accessed 24 November 2026."),
        (
            "en",
            {"treaty": True, "act": "3 UNTS 1", "adopted": DAY, "in_force": DAY, "number": "35"},
            "法 (adopted 1 June 2020, entered into force 1 June 2020) 3 UNTS 1 art 35 <URL> accessed 24 November 2026.",
        ),
        ("en", {"treaty": True, "place": "Preamble"}, "法 Preamble <URL> accessed 24 November 2026."),
        ("ru", {}, "法 [Электронный ресурс]. URL: URL (дата обращения: 24.11.2026)."),
        (
            "ru",
            {"act": "14-ФЗ", "authority": "Дума", "place": "Преамбула", "status": "translation"},
            "法 [Электронный ресурс] : № 14-ФЗ : [перевод] / Дума. Преамбула. URL: URL (дата обращения: 24.11.2026).",
        ),
    ],
)
def test_quotation_leaves_out_what_is_not_known(language, quoted, text):
    bare = {
        "title": "法", "authority": "", "act": "", "adopted": None, "in_force": None, "treaty": False,
        "within": "", "place": "",
        "number": "", "unit": "article", "status": "official", "address": "URL", "read": date(2026, 11, 24),
    }  # fmt: skip

    assert quotation(Quoted(**(bare | quoted)), language) == text
