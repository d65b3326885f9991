"""A legal basis is marked when another edition in force says something else than what the text was held against."""

import datetime

import pytest

from legal.services import bases
from legal.services.actions.checking import note_checked, take_down
from legal.services.bases import Standing
from legal.services.models import Basis
from tests.factories import (
    BasisFactory,
    EditionFactory,
    LawFactory,
    ProvisionFactory,
    ProvisionTextFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 11, 26)
EARLIER = datetime.date(2026, 1, 1)


def edition(law, day: datetime.date, body: str, path: str = "article-30"):
    made = EditionFactory.create(law=law, in_force=day)
    ProvisionTextFactory.create(provision=ProvisionFactory.create(edition=made, path=path), language="zh", body=body)
    return made


def shown(basis: Basis) -> bases.Shown:
    return bases.shown([Basis.objects.select_related("law__jurisdiction").get(pk=basis.pk)], TODAY)[0]


@pytest.fixture
def basis() -> Basis:
    basis = BasisFactory.create(law=LawFactory.create(slug="notarization-law"))
    edition(basis.law, datetime.date(2018, 1, 1), "十五个工作日内出具。")
    take_down([basis], EARLIER)
    return basis


def test_basis_is_the_same_as_long_as_its_edition_is_in_force(basis) -> None:
    told = shown(basis)

    assert (told.standing, told.place, told.comparison) == (Standing.SAME, "第三十条", "")
    assert told.address.endswith("/laws/cn/notarization-law/article-30/")
    assert (basis.edition, basis.checked_on, list(basis.wordings)) == ("2018-01-01", EARLIER, ["zh"])


def test_basis_is_the_same_in_another_edition_with_the_same_words(basis) -> None:
    edition(basis.law, datetime.date(2026, 6, 1), "十五个工作日内出具。")

    assert shown(basis).standing is Standing.SAME


def test_basis_whose_article_another_edition_words_otherwise_is_marked_and_compared(basis) -> None:
    edition(basis.law, datetime.date(2026, 6, 1), "十个工作日内出具。")

    told = shown(basis)

    assert (told.standing, told.badge, told.is_amiss) == (Standing.CHANGED, "waiting", True)
    assert told.comparison.endswith("/laws/cn/notarization-law/compare/2018-01-01/2026-06-01/")


def test_basis_whose_article_another_edition_does_not_have_leads_to_the_law(basis) -> None:
    edition(basis.law, datetime.date(2026, 6, 1), "十五个工作日内出具。", path="article-31")

    told = shown(basis)

    assert (told.standing, told.address) == (Standing.GONE, basis.law.get_absolute_url())


def test_basis_without_a_language_in_common_counts_as_changed(basis) -> None:
    later = edition(basis.law, datetime.date(2026, 6, 1), "十五个工作日内出具。")
    later.provisions.get().texts.update(language="en")

    assert shown(basis).standing is Standing.CHANGED


def test_edition_that_is_not_yet_in_force_changes_nothing(basis) -> None:
    edition(basis.law, datetime.date(2027, 6, 1), "十个工作日内出具。")

    assert shown(basis).standing is Standing.SAME


def test_law_as_a_whole_is_marked_when_another_edition_is_in_force() -> None:
    basis = BasisFactory.create(path="")
    edition(basis.law, datetime.date(2018, 1, 1), "旧文。")
    take_down([basis], EARLIER)
    edition(basis.law, datetime.date(2026, 6, 1), "新文。")

    told = shown(basis)

    assert (told.standing, told.place, told.address) == (Standing.CHANGED, "", basis.law.get_absolute_url())


def test_law_that_is_not_held_or_has_no_text_is_held_against_nothing() -> None:
    elsewhere, empty = BasisFactory.create(law=None, name_en="Lawyers Law"), BasisFactory.create()
    take_down([elsewhere, empty], EARLIER)

    assert (shown(elsewhere).standing, shown(elsewhere).place) == (Standing.ELSEWHERE, "第三十条")
    assert shown(empty).standing is Standing.UNCHECKED
    assert (elsewhere.checked_on, empty.checked_on, str(elsewhere)) == (None, None, "Lawyers Law article-30")


def test_service_held_against_the_law_again_rests_on_what_is_in_force(basis) -> None:
    edition(basis.law, datetime.date(2026, 6, 1), "十个工作日内出具。")

    note_checked(basis.service, by=UserFactory.create(), today=TODAY)

    assert (shown(basis).standing, basis.service.checked_on) == (Standing.SAME, TODAY)


@pytest.mark.parametrize("number", [1, 3])
def test_bases_are_weighed_by_as_many_queries_for_one_as_for_three(django_assert_num_queries, number) -> None:
    for _ in range(number):
        basis = BasisFactory.create()
        edition(basis.law, datetime.date(2018, 1, 1), "旧文。")
    rows = list(Basis.objects.select_related("law__jurisdiction"))

    with django_assert_num_queries(2):
        assert len(bases.shown(rows, TODAY)) == number
