import datetime

import pytest
from django.template import Context, Template

from legal.laws.linking import Segment, current_places, segments
from legal.laws.linking.reading import address
from legal.laws.models import Citation
from tests.factories import EditionFactory, LawFactory, ProvisionFactory

DAY = datetime.date(2022, 1, 1)


def citation(start: int, end: int, law: int | None = 1) -> Citation:
    return Citation(start=start, end=end, law_id=law)


def test_text_is_cut_at_its_citations() -> None:
    first, second = citation(2, 4), citation(4, 6)

    assert segments("依照AABB的", [second, first]) == [
        Segment("依照"),
        Segment("AA", first),
        Segment("BB", second),
        Segment("的"),
    ]


@pytest.mark.parametrize("odd", [citation(1, 2, law=None), citation(1, 99), citation(0, 1)])
def test_unlinked_or_misplaced_citation_leaves_the_text_whole(odd: Citation) -> None:
    first = citation(0, 3)

    assert segments("AAAB", [first, odd]) == [Segment("AAA", first), Segment("B")]


def test_text_without_citations_is_one_piece() -> None:
    assert [segments("文", []), segments("", [])] == [[Segment("文")], []]


def test_markup_in_a_text_is_never_markup_on_a_page() -> None:
    page = Template("{% for segment in segments %}{{ segment.text }}{% endfor %}")

    shown = page.render(Context({"segments": segments("<script>第一条", [citation(8, 11)])}))

    assert shown == "&lt;script&gt;第一条"


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
