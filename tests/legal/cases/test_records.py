"""What can never be false of a case."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from legal.cases.kinds import RelationKind
from legal.cases.models import Case, CaseMention, CaseProvision, CaseRelation
from legal.laws import beside, freshness
from legal.laws.kinds import TextStatus
from tests.factories import CaseFactory, CaseProvisionFactory, CaseTextFactory, EditionFactory, LawFactory, TopicFactory

pytestmark = pytest.mark.django_db


def refused(name: str) -> Any:
    return pytest.raises(IntegrityError, match=name)


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("cases_case_slug_unique_in_jurisdiction", {"slug": "held"}),
        ("cases_case_record_unique_in_jurisdiction", {"record": "held"}),
        ("cases_case_has_a_title", {"title_zh_hans": "", "title_en": "", "title_ru": None}),
    ],
)
def test_case_is_one_in_its_jurisdiction_and_has_a_title(name: str, facts: dict[str, object]) -> None:
    CaseFactory.create(slug="held")

    with refused(name), transaction.atomic():
        CaseFactory.create(**facts)


def test_case_is_called_by_its_title_and_else_by_its_slug() -> None:
    titled, untitled = CaseFactory.build(title_en="The Silk Case"), CaseFactory.build(slug="enka", title="")
    untitled.title_zh_hans = untitled.title_en = untitled.title_ru = ""

    assert (str(titled), str(untitled)) == ("The Silk Case", "enka")


def test_case_says_in_which_languages_it_is_told() -> None:
    told = CaseFactory.build(facts_en="", issue_en=None, holding_en="", significance_en="A rule.")
    silent = CaseFactory.build(**{f"{part}_{column}": "" for part in ("facts", "issue", "holding", "significance")
                                  for column in ("zh_hans", "en", "ru")})  # fmt: skip

    assert told.told_in("en") == {"significance": "A rule."}
    assert (told.is_told, silent.is_told) == (True, False)


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("cases_text_once_per_language", {"language": "zh"}),
        ("cases_text_has_words", {"language": "en", "body": ""}),
        ("cases_text_digest_never_goes_stale", {"language": "en", "status": TextStatus.DIGEST, "based_on": "0" * 32}),
    ],
)
def test_text_is_one_of_its_language_and_says_something(name: str, facts: dict[str, object]) -> None:
    text = CaseTextFactory.create()

    with refused(name), transaction.atomic():
        CaseTextFactory.create(case=text.case, **facts)


def test_translation_is_stale_beside_other_words_than_it_translates() -> None:
    original = CaseTextFactory.build(body="驳回申请。")
    fresh = CaseTextFactory.build(language="en", based_on=original.wording)
    stale = CaseTextFactory.build(language="ru", based_on="0" * 32)
    digest = CaseTextFactory.build(status=TextStatus.DIGEST)

    assert [text.is_stale_beside(original) for text in (fresh, stale, original)] == [False, True, False]
    assert [stale.is_stale_beside(one) for one in (None, digest)] == [False, False]
    assert str(stale).endswith("(ru)")


def test_provision_is_applied_once_by_a_case() -> None:
    law = LawFactory.create()
    held, waiting = CaseProvisionFactory.create(law=law), CaseProvisionFactory.create(name="《保险法》")

    with refused("cases_applied_once"), transaction.atomic():
        CaseProvisionFactory.create(case=held.case, law=law, name="another name")
    with refused("cases_applied_once_by_name"), transaction.atomic():
        CaseProvisionFactory.create(case=waiting.case, name="《保险法》")
    assert str(waiting) == "《保险法》 article-20"


def test_applied_provision_has_a_name_and_an_edition_only_with_its_law() -> None:
    edition = EditionFactory.create()

    with refused("cases_applied_edition_is_of_a_law"), transaction.atomic():
        CaseProvisionFactory.create(edition=edition)
    with refused("cases_applied_has_a_name"), transaction.atomic():
        CaseProvisionFactory.create(name="")


def test_mention_has_length() -> None:
    text = CaseTextFactory.create()
    applied = CaseProvisionFactory.create(case=text.case)

    with refused("cases_mention_span_has_length"), transaction.atomic():
        CaseMention.objects.create(text=text, applied=applied, start=5, end=5)
    assert str(CaseMention(start=1, end=5)) == "1–5"


def test_relation_is_told_once_and_is_to_another_case() -> None:
    one, other = CaseFactory.create_batch(2)
    relation = CaseRelation.objects.create(case=one, other=other, kind=RelationKind.FOLLOWS, name="cn-other")

    with refused("cases_relation_once"), transaction.atomic():
        CaseRelation.objects.create(case=one, kind=RelationKind.FOLLOWS, name="cn-other")
    with refused("cases_relation_is_to_another_case"), transaction.atomic():
        CaseRelation.objects.create(case=one, other=one, kind=RelationKind.FOLLOWS, name="cn-one")
    with refused("cases_relation_has_a_name"), transaction.atomic():
        CaseRelation.objects.create(case=one, kind=RelationKind.DEPARTS, name="")
    assert str(relation).endswith("cn-other")


def test_cases_that_apply_a_place_are_counted_once_each_for_the_law() -> None:
    law = LawFactory.create()
    first, second = CaseFactory.create_batch(2)
    for case, path in ((first, "article-16"), (second, "article-16"), (second, "article-20"), (second, "")):
        CaseProvisionFactory.create(case=case, law=law, path=path)
    CaseProvisionFactory.create(law=LawFactory.create())

    assert beside.applied(law) == {"article-16": 2, "article-20": 1}
    assert CaseProvision.objects.of_place(law, "article-16").count() == 2
    assert "https://portal.example/sitemap-cases-1.xml" in list(beside.sitemaps("https://portal.example"))


def test_case_comes_with_what_a_page_shows(django_assert_num_queries: Any) -> None:
    CaseFactory.create(topics=[TopicFactory.create()])

    with django_assert_num_queries(2):
        (case,) = Case.objects.with_reference()
        assert (case.jurisdiction.code, [topic.slug for topic in case.topics.all()]) == ("cn", ["contract"])


def test_pages_of_law_are_made_anew_when_a_case_comes() -> None:
    LawFactory.create()
    before = freshness.stamp()

    CaseFactory.create()

    assert freshness.stamp() != before
