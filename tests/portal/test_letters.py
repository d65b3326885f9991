"""A letter is plain text first, and beside it a page that mail programs can show."""

import re

import pytest
from django.utils import translation

from portal.languages import CODES
from portal.letters import Letter, compose, styled

LETTER = Letter(
    subject="Код <для>\nвхода",
    paragraphs=["Введите код на странице.", "Он действует до 7 декабря 2026 г."],
    code="1234-5678",
    link=("Открыть", "https://portal.example/ru/?a=1&b=2"),
    remarks=["Если это были не вы, ничего не делайте."],
)


def test_text_comes_first_with_code_and_link() -> None:
    with translation.override("ru"):
        sent = compose(LETTER, to="reader@portal.example")

    assert (sent.subject, sent.to) == ("Код <для> входа", ["reader@portal.example"])
    assert sent.body.splitlines()[2:] == [
        "",
        "Введите код на странице.",
        "",
        "Он действует до 7 декабря 2026 г.",
        "",
        "1234-5678",
        "",
        "Открыть: https://portal.example/ru/?a=1&b=2",
        "",
        "--",
        "Если это были не вы, ничего не делайте.",
        "Мы никогда не просим прислать пароль, код или номер карты.",
        "Долина юридической мудрости",
    ]


def test_page_has_its_style_beside_each_word_and_nothing_from_elsewhere() -> None:
    with translation.override("ru"):
        page = compose(LETTER, to="reader@portal.example").alternatives[0].content

    assert re.findall(r'<p class="code" style="[^"]*font: 700 28px[^"]*">1234-5678</p>', page)
    assert "Код &lt;для&gt;" in page
    assert re.findall(r"<(?:link|script|style|img)\b", page) == []
    assert "7&nbsp;декабря" in page


@pytest.mark.parametrize("code", CODES)
def test_letter_that_says_little_is_whole_in_each_language(code: str) -> None:
    with translation.override(code):
        sent = compose(Letter(subject="A", paragraphs=["B"]), to="reader@portal.example")

    assert sent.body.startswith("A\n\nB\n\n--\n")
    assert 'class="code"' not in sent.alternatives[0].content
    assert f'<html lang="{"zh-Hans" if code == "zh-hans" else code}"' in sent.alternatives[0].content


def test_rules_are_written_beside_what_they_apply_to() -> None:
    assert 'class="foot" style="' in styled('<div class="foot">a</div>')


def test_name_that_looks_like_an_address_is_no_link() -> None:
    name = "You are invited to www.elsewhere.example, Inc. of 2026.5"

    sent = compose(
        Letter(subject=name, paragraphs=["B"], entries=[(name, "https://portal.example/")]), to="a@b.example"
    )

    inert = "You are invited to www.\u200celsewhere.\u200cexample, Inc. of 2026.5"
    assert sent.subject == name
    assert sent.body.split("\n\n")[0] == inert
    assert f"{inert}\nhttps://portal.example/" in sent.body
    assert inert in sent.alternatives[0].content
