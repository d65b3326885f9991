"""What a case applies is linked when its law comes, and follows the editions that come."""

import datetime

import pytest

from legal.cases.models import Case, CaseMention, CaseProvision
from legal.laws.linking import Linker
from legal.laws.models import Law
from tests.factories import CaseFactory, CaseProvisionFactory, CaseTextFactory, EditionFactory, LawFactory

pytestmark = pytest.mark.django_db


def insurance(unit: str = "article") -> Law:
    law = LawFactory.create(slug="insurance-law", title_zh_hans="中华人民共和国保险法", unit=unit)
    EditionFactory.create(law=law, in_force=datetime.date(2015, 4, 24))
    return law


def waiting(case: Case, name: str, path: str, *, stated: bool = False) -> CaseProvision:
    return CaseProvisionFactory.create(case=case, name=name, path=path, stated=stated)


def rows() -> list[tuple[object, ...]]:
    return list(CaseProvision.objects.order_by("path", "pk").values_list("law", "edition__slug", "path", "stated"))


def test_waiting_provision_gets_its_law_and_the_edition_of_the_day() -> None:
    case = CaseFactory.create()
    waiting(case, "《保险法》", "article-30")
    waiting(case, "cn-insurance-law", "article-17", stated=True)
    law = insurance(unit="section")

    Linker().settle()

    assert rows() == [(law.pk, "2015-04-24", "section-17", True), (law.pk, "2015-04-24", "section-30", False)]


def test_what_means_no_law_or_several_waits_on() -> None:
    waiting(CaseFactory.create(), "《保险法》", "article-30")
    waiting(CaseFactory.create(), "cn-insurance-law", "article-30", stated=True)
    waiting(CaseFactory.create(), "《票据法》", "article-1")
    LawFactory.create_batch(2, title_zh_hans="票据法")

    Linker().settle()

    assert {law for law, *_ in rows()} == {None}


def test_two_names_of_one_place_become_one_row_with_all_mentions() -> None:
    text = CaseTextFactory.create()
    first = waiting(text.case, "《保险法》", "article-30")
    second = waiting(text.case, "《中华人民共和国保险法》", "article-30")
    waiting(text.case, "cn-insurance-law", "article-30", stated=True)
    for applied in (first, second):
        CaseMention.objects.create(text=text, applied=applied, start=0, end=3)
    law = insurance()

    Linker().settle()

    assert rows() == [(law.pk, "2015-04-24", "article-30", True)]
    assert CaseProvision.objects.get().mentions.count() == 2


def test_place_that_is_linked_already_takes_the_waiting_row_in() -> None:
    case, law = CaseFactory.create(), insurance()
    held = CaseProvisionFactory.create(case=case, law=law, path="article-30", name="保险法")
    waiting(case, "cn-insurance-law", "article-30", stated=True)

    Linker().settle()

    assert (rows(), CaseProvision.objects.get().pk) == ([(law.pk, "2015-04-24", "article-30", True)], held.pk)


def test_edition_that_comes_later_becomes_that_of_the_day() -> None:
    law = insurance()
    dated = CaseProvisionFactory.create(law=law)
    undated = CaseProvisionFactory.create(case=CaseFactory.create(decided=None), law=law)
    Linker().settle()
    EditionFactory.create(law=law, in_force=datetime.date(2020, 1, 1))

    Linker().settle()

    dated.refresh_from_db()
    undated.refresh_from_db()
    assert dated.edition
    assert (dated.edition.slug, undated.edition) == ("2020-01-01", None)
