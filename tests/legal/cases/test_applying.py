"""Which provisions a case applies."""

import datetime

import pytest

from legal.cases.applying import Applied, Applier
from legal.cases.parsing.records import ParsedText, StatedProvision
from legal.laws.kinds import ArticleUnit, TextStatus
from legal.laws.models import Law
from tests.factories import EditionFactory, JurisdictionFactory, LawFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def arbitration() -> Law:
    law = LawFactory.create(
        slug="arbitration-law",
        title_zh_hans="中华人民共和国仲裁法",
        title_en="Arbitration Law",
        title_ru="Закон «Об арбитраже»",
    )
    for day in (datetime.date(1995, 9, 1), datetime.date(2018, 1, 1), datetime.date(2026, 3, 1)):
        EditionFactory.create(law=law, in_force=day)
    return law


def applied(*stated: StatedProvision, zh: str = "", en: str = "", ru: str = "") -> list[Applied]:
    texts = [
        ParsedText(one, TextStatus.OFFICIAL, "", body) for one, body in (("zh", zh), ("en", en), ("ru", ru)) if body
    ]
    return Applier().applied(JurisdictionFactory.create().pk, stated, texts)


def places(found: list[Applied]) -> list[tuple[str, str]]:
    return [(one.name, one.path) for one in found]


def test_article_that_the_record_names_is_applied(arbitration: Law) -> None:
    (found,) = applied(StatedProvision("cn-arbitration-law", "20"))

    assert (found.law, found.path, found.stated) == (arbitration.pk, "article-20", True)


def test_law_is_named_by_its_slug_or_its_folder_and_numbers_as_its_own_unit() -> None:
    act = LawFactory.create(slug="act-1940", folder="cn-old-act", unit=ArticleUnit.SECTION)

    found = applied(StatedProvision("cn-old-act", "XXI"), StatedProvision("cn-act-1940", ""))

    assert [(one.law, one.path) for one in found] == [(act.pk, "section-21"), (act.pk, "")]


def test_law_that_is_not_held_keeps_its_name() -> None:
    (found,) = applied(StatedProvision("cn-insurance-law", "30"))

    assert (found.law, found.name, found.path) == (None, "cn-insurance-law", "article-30")


def test_law_that_the_text_cites_is_applied_with_its_span(arbitration: Law) -> None:
    text = "依照《中华人民共和国仲裁法》第十六条、第二十条之规定。"

    found = applied(zh=text)

    assert [(one.law, one.path, one.stated) for one in found] == [
        (arbitration.pk, "article-16", False),
        (arbitration.pk, "article-20", False),
    ]
    language, start, end = found[0].mentions[0]
    assert (language, text[start:end]) == ("zh", "《中华人民共和国仲裁法》第十六条")


def test_article_without_a_law_is_of_the_law_named_last(arbitration: Law) -> None:
    found = applied(zh="《仲裁法》第十六条规定：“应当书面。”第十八条规定：“没有约定的，无效。”")

    assert [(one.law, one.path) for one in found] == [(arbitration.pk, "article-16"), (arbitration.pk, "article-18")]


@pytest.mark.parametrize(
    "text",
    [
        "第十六条规定，应当书面。",
        "依照《仲裁法》作出。合同第五条约定仲裁。",
        "双方签订《合作协议》，《离职申请交接表》有本人签名。",
    ],
)
def test_articles_and_papers_of_the_parties_are_no_law(arbitration: Law, text: str) -> None:
    assert {path for _, path in places(applied(zh=text))} <= {""}
    assert all(name == "《仲裁法》" or name == "仲裁法" for name, _ in places(applied(zh=text)))


@pytest.mark.parametrize(
    "text",
    [
        "依照《仲裁法》第十六条。《合作协议》第五条约定付款，第六条约定违约金。",
        "依照《仲裁法》第十六条。合同载明：第六条，付款；第七条，交货。",
        "依照《仲裁法》第十六条。双方约定：“第六条，付款。第七条，交货。”",
        "依照《仲裁法》第十六条。双方签订《房屋租赁合同》，第五条为租金，第六条为期限。",
        "依照《仲裁法》第十六条。合同第五条约定付款，另见第六条。",
    ],
)
def test_article_after_a_paper_of_the_parties_is_not_of_the_law_before_it(arbitration: Law, text: str) -> None:
    assert [(one.law, one.path) for one in applied(zh=text)] == [(arbitration.pk, "article-16")]


@pytest.mark.parametrize(
    "text",
    [
        "Article 5 of the Sale Agreement provides for it; Article 6 too.",
        "Article 5 of the contract, and Article 6.",
        "Article 5 of this Agreement. Article 6 of the Share Purchase Agreement.",
    ],
)
def test_article_of_an_agreement_of_the_parties_is_no_law(arbitration: Law, text: str) -> None:
    found = applied(en=f"Under Article 16 of the Arbitration Law. {text}")

    assert [(one.law, one.path) for one in found] == [(arbitration.pk, "article-16")]


def test_article_of_a_contract_is_no_law_in_russian(arbitration: Law) -> None:
    found = applied(
        ru="Согласно статье 16 Закона «Об арбитраже». Статья 5 договора, статья 6 Договора поставки, статья 7."
        " Статья 8 Соглашения о займе; статья 9 контракта."
    )

    assert [(one.law, one.path) for one in found] == [(arbitration.pk, "article-16")]


def test_treaty_that_is_not_held_waits_by_its_name() -> None:
    found = applied(en="Article 5 of the Partnership and Cooperation Agreement; Article 6.")

    assert [path for _, path in places(found)] == ["article-5", "article-6"]


def test_law_is_counted_once_with_all_its_mentions(arbitration: Law) -> None:
    found = applied(
        StatedProvision("cn-arbitration-law", "16"),
        zh="《仲裁法》第十六条。又依《仲裁法》第十六条。",
        en="under Article 16 of the Arbitration Law",
    )

    assert [(one.path, one.stated, len(one.mentions)) for one in found] == [("article-16", True, 3)]


def test_abbreviation_that_a_text_explains_is_understood(arbitration: Law) -> None:
    found = applied(zh="《中华人民共和国仲裁法》（以下简称《仲法》）施行。依《仲法》第二十条。")

    assert [(one.law, one.path) for one in found] == [(arbitration.pk, ""), (arbitration.pk, "article-20")]
