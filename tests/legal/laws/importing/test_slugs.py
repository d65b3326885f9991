"""The rule that makes a slug."""

import datetime

import pytest

from legal.laws.importing.slugs import LONGEST, made, slugified


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("中华人民共和国公司法", "gong-si-fa"),
        (
            "最高人民法院关于适用《公司法》若干问题的规定（二）",
            "zui-gao-ren-min-fa-yuan-guan-yu-shi-yong-gong-si-fa-ruo-gan-wen-ti-de-gui-ding-er",
        ),
        ("Гражданский кодекс. Часть I", "grazhdanskiy-kodeks-chast-i"),
        ("Қазақстан Республикасының Еңбек кодексі", "qazaqstan-respublikasynyng-engbek-kodeksi"),
        ("The Employers’ Liability Act, 1938", "the-employers-liability-act-1938"),
        ("Código civil", "codigo-civil"),
        ("قانون", ""),
    ],
)
def test_title_in_latin_letters(title: str, slug: str) -> None:
    assert slugified(title) == slug


@pytest.mark.parametrize("title", ["最高" * 200, "x" * 300])
def test_slug_is_never_too_long(title: str) -> None:
    taken = {slugified(title)}

    slug = made({"zh": title}, "zh", "law", datetime.date(2020, 1, 1), taken)

    assert len(slug) <= LONGEST
    assert slug not in taken


def test_year_and_then_a_number_make_it_another() -> None:
    day = datetime.date(2020, 1, 1)

    slugs: list[str] = []
    for _ in range(4):
        slugs.append(made({"zh": "水法"}, "zh", "law", day, set(slugs)))

    assert slugs == ["shui-fa", "shui-fa-2020", "shui-fa-2020-2", "shui-fa-2020-3"]


def test_year_in_the_title_is_not_repeated() -> None:
    slug = made({"en": "Water Act 2020"}, "en", "law", datetime.date(2020, 1, 1), {"water-act-2020"})

    assert slug == "water-act-2020-2"


def test_title_without_a_letter_takes_another_language_then_the_kind() -> None:
    assert made({"ur": "قانون", "en": "Law"}, "ur", "code", None, set()) == "law"
    assert made({"ur": "قانون"}, "ur", "code", None, {"code"}) == "code-2"
