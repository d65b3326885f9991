"""What a case applies is linked when its law comes, and follows the editions that come."""

import datetime

import pytest

from legal.cases.models import Case, CaseMention, CaseProvision
from legal.cases.settling import settle_editions
from legal.laws.linking import Linker
from legal.laws.models import Law
from legal.laws.naming import key
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


@pytest.mark.parametrize(
    ("decided", "edition"),
    [
        (None, None),
        (datetime.date(1990, 1, 1), None),
        (datetime.date(2015, 4, 24), "2015-04-24"),
        (datetime.date(2020, 1, 1), "2018-01-01"),
        (datetime.date(2026, 3, 1), "2026-03-01"),
    ],
)
def test_edition_of_the_day_is_the_last_begun_and_never_guessed(
    decided: datetime.date | None, edition: str | None
) -> None:
    law = insurance()
    for day in (datetime.date(2018, 1, 1), datetime.date(2026, 3, 1)):
        EditionFactory.create(law=law, in_force=day)
    CaseProvisionFactory.create(case=CaseFactory.create(decided=decided), law=law)

    changed = settle_editions(CaseProvision.objects.all())

    assert [slug for _, slug, *_ in rows()] == [edition]
    assert (changed, settle_editions(CaseProvision.objects.all())) == (int(edition is not None), 0)


def test_edition_without_a_day_is_that_of_every_day_that_is_known() -> None:
    law = LawFactory.create()
    undated = EditionFactory.create(law=law, adopted=None, in_force=None, day=None, slug="undated")
    dated = CaseProvisionFactory.create(law=law)
    of_no_day = CaseProvisionFactory.create(case=CaseFactory.create(decided=None), law=law, edition=undated)

    settle_editions(CaseProvision.objects.all())

    dated.refresh_from_db()
    of_no_day.refresh_from_db()
    assert (dated.edition, of_no_day.edition) == (undated, None)


def test_name_whose_beginning_was_guessed_gets_the_law_of_its_end_and_shrinks_to_it() -> None:
    text = CaseTextFactory.create(body="法院未适用保险法第三十条，适用保险法第三十条。")
    loose = waiting(text.case, "法院未适用保险法", "article-30")
    for start, end in ((0, 12), (13, 22)):
        CaseMention.objects.create(text=text, applied=loose, start=start, end=end)
    law = insurance()

    Linker().settle()

    loose.refresh_from_db()
    assert (loose.law, loose.name, loose.key) == (law, "保险法", "保险法")
    spans = CaseMention.objects.order_by("start").values_list("start", "end")
    assert [text.body[start:end] for start, end in spans] == ["保险法第三十条", "适用保险法第三十条"]


def test_law_learnt_takes_the_cases_that_use_its_very_name_from_the_one_that_answered_to_it() -> None:
    loose = LawFactory.create(title_en="Insurance Act, 1938")
    linker = Linker()
    for stated in (False, True):
        CaseProvisionFactory.create(
            case=CaseFactory.create(),
            law=loose,
            name="Insurance Act",
            key=key("Insurance Act"),
            path="article-30",
            stated=stated,
        )
    exact = LawFactory.create(title_en="Insurance Act")
    linker.learn(exact, ["Insurance Act"])

    linker.settle()

    assert [(law, stated) for law, _, _, stated in rows()] == [(exact.pk, False), (loose.pk, True)]


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
