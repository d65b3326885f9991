"""A digest says how much of its law it tells."""

import tomllib

import pytest
from django.conf import settings

from tests.factories import EditionFactory, LawFactory
from tests.legal.laws.pages.shelf import page, said, write

pytestmark = pytest.mark.django_db
SENTENCES = {
    "zh-hans": (
        "摘要（中文）收录 3 条，编号在 1 至 7 之间；其余条文未收录。",
        "摘要（中文）收录此处所存 4 条中的 3 条。",
    ),
    "en": (
        "The digest (Chinese) tells 3 articles between numbers 1 and 7; it leaves others out.",
        "The digest (Chinese) tells 3 articles of the 4 held here.",
    ),
    "ru": (
        "Изложение (китайский) охватывает 3 статьи с номерами от 1 до 7; остальные опущены.",
        "Изложение (китайский) охватывает 3 статьи из 4 имеющихся здесь.",
    ),
}


def digest(*numbers):
    """A law with a Chinese digest of these articles."""
    edition = EditionFactory(law=LawFactory(slug="act"))
    for position, number in enumerate(numbers, 1):
        write(edition, number, {"zh": "条"}, status="digest", position=position)
    return edition


def notices(client, language="en"):
    """What the page says of digests, beyond that they are digests."""
    shown = page(client.get(f"/{language}/laws/cn/act/?with=zh"))
    return [said(one) for one in shown.xpath("//div[@class='notice digest-text']/p[position() > 1]")]


@pytest.mark.parametrize("language", SENTENCES)
def test_digest_with_gaps_in_its_numbers_says_that_it_leaves_articles_out(client, language):
    digest(1, 2, 7)

    assert notices(client, language) == [SENTENCES[language][0]]


@pytest.mark.parametrize("language", SENTENCES)
def test_digest_beside_a_fuller_text_says_how_many_articles_it_tells(client, language):
    write(digest(1, 2, 3), 4, {"ru": "Статья."}, position=4)

    assert notices(client, language) == [SENTENCES[language][1]]


def test_digest_of_one_article_says_its_number(client):
    digest(5)

    assert notices(client) == ["The digest (Chinese) tells 1 article, numbered 5; it leaves others out."]


@pytest.mark.parametrize("numbers", [(1, 2, 3), (1, 2, "2A", 3), ("",)])
def test_digest_of_every_article_says_nothing_more(client, numbers):
    digest(*numbers)

    assert notices(client) == []


def test_official_text_of_some_articles_is_no_digest(client):
    write(EditionFactory(law=LawFactory(slug="act")), 7, {"zh": "条"})

    assert notices(client) == []


@pytest.mark.parametrize(
    "manifest", sorted((settings.BASE_DIR / "demo" / "laws").glob("*/law.toml")), ids=lambda p: p.parent.name
)
def test_summary_of_a_sample_law_speaks_of_the_law_alone(manifest):
    said = " ".join(tomllib.loads(manifest.read_text())["summary"].values()).casefold()

    assert [
        word for word in ("摘要", "选编", "摘编", "digest", "selection of", "изложен", "выборк") if word in said
    ] == []
