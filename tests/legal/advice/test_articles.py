"""Articles are named by their addresses."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from legal.advice.articles import MOST, address, read, written
from legal.advice.models import Article
from tests.factories import ProvisionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def provision():
    return ProvisionFactory.create(path="article-577")


def addresses(provision) -> list[str]:
    law = provision.edition.law
    place = [law.jurisdiction.code, law.slug]
    article = reverse("laws:article", args=[*place, "article-577"])
    edition = reverse("laws:provision", args=[*place, provision.edition.slug, "article-577"])
    return [article, f"https://valley.example{article}", f"{edition}?q=1#text", article.removeprefix("/en").rstrip("/")]


def test_article_is_read_from_any_of_its_addresses_and_named_once(provision) -> None:
    law = provision.edition.law

    found = read("\n".join(["", *addresses(provision), law.get_absolute_url()]))

    assert found == [(law, "article-577"), (law, "")]


def test_articles_are_written_as_they_are_read(provision, asked) -> None:
    law = provision.edition.law
    articles = [Article.objects.create(matter=asked, law=law, path=path) for path in ("article-577", "")]

    assert read(written(articles)) == [(law, "article-577"), (law, "")]
    assert address(articles[0]) == addresses(provision)[0]
    assert str(articles[1]) == str(law)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Article 577 of the Civil Code", "absent"),
        ("/en/laws/xx/none/article-1/", "absent"),
        ("{law}article-9999/", "absent"),
    ],
)
def test_line_that_names_no_article_says_so(provision, line, code) -> None:
    with pytest.raises(ValidationError) as refused:
        read(line.format(law=provision.edition.law.get_absolute_url()))

    assert refused.value.code == code


def test_more_articles_than_twenty_are_too_many(provision) -> None:
    with pytest.raises(ValidationError) as refused:
        read("\n".join(addresses(provision)[:1] * (MOST + 1)))

    assert refused.value.code == "many"
