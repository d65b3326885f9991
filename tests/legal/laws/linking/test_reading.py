import datetime

import pytest

from legal.laws.linking import current_places
from legal.laws.linking.reading import address
from legal.laws.models import Citation
from tests.factories import EditionFactory, LawFactory, ProvisionFactory

DAY = datetime.date(2022, 1, 1)


@pytest.mark.django_db
def test_citation_leads_to_the_article_where_it_stands_today() -> None:
    law = LawFactory(slug="civil")
    now = EditionFactory(law=law, in_force=datetime.date(2021, 1, 1))
    past = EditionFactory(law=law, in_force=datetime.date(2001, 1, 1))
    ProvisionFactory(edition=now, path="article-5")
    ProvisionFactory(edition=past, path="article-6")
    held, gone = Citation(law=law, path="article-5"), Citation(law=law, path="article-6")

    places = current_places([held, gone], on=DAY)

    assert [address(held, places), address(gone, places), address(Citation(), places)] == [
        "/zh-hans/laws/cn/civil/article-5/",
        "/zh-hans/laws/cn/civil/",
        "",
    ]


@pytest.mark.django_db
def test_places_are_read_in_one_query(django_assert_num_queries) -> None:
    law = LawFactory()
    edition = EditionFactory(law=law)
    paths = [ProvisionFactory(edition=edition).path for _ in range(3)]

    with django_assert_num_queries(1):
        assert len(current_places([Citation(law=law, path=path) for path in paths], on=DAY)) == 3


def test_no_citations_need_no_query() -> None:
    assert current_places([Citation()], on=DAY) == frozenset()
