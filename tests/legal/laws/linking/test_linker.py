import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from legal.laws.kinds import ArticleUnit, LawKind
from legal.laws.linking import Linker
from legal.laws.models import Citation, CitedPlace, Law, Provision
from portal.search.models import Change
from tests.factories import EditionFactory, JurisdictionFactory, LawFactory, ProvisionFactory, ProvisionTextFactory

pytestmark = pytest.mark.django_db


def law(zh: str = "", en: str = "", ru: str = "", *, code: str = "cn", **facts: object) -> Law:
    jurisdiction = JurisdictionFactory(code=code, name_zh_hans=f"{code}国", name_en=code.upper(), name_ru=code)
    return LawFactory(title_zh_hans=zh, title_en=en, title_ru=ru, jurisdiction=jurisdiction, **facts)


def article(of: Law, number: str = "1") -> Provision:
    edition = of.editions.first() or EditionFactory(law=of)
    return ProvisionFactory(edition=edition, number=number, path=f"{of.unit}-{number}")


def cite(citing: Law, body: str, language: str = "zh", *, linker: Linker | None = None) -> list[tuple[str, str, str]]:
    """What a text of a law cites: the marked words, the slug of the law linked, the place."""
    place = article(citing, "1")
    made = list((linker or Linker()).citations(citing, {place.path}, [(place, language, body)]))
    Citation.objects.bulk_create(made)
    return [(body[c.start : c.end], c.law.slug if c.law else "", c.path) for c in made]


def test_named_law_is_linked_at_its_article() -> None:
    law("中华人民共和国民法典", slug="civil-code")

    found = cite(law("某条例"), "依照《民法典》第五条、第六条")

    assert found == [("《民法典》第五条", "civil-code", "article-5"), ("第六条", "civil-code", "article-6")]


def test_article_without_a_law_is_one_of_the_same_law() -> None:
    found = cite(law("某法", slug="own"), "违反第一条规定；第九条")

    assert found == [("第一条", "own", "article-1")]


def test_unheld_law_keeps_its_name() -> None:
    cite(law("某法"), "依照《没有的法》第二条")

    assert list(Citation.objects.values_list("law", "name", "key", "path")) == [
        (None, "《没有的法》", "没有的法", "article-2")
    ]


def test_law_without_an_article_is_linked_as_a_whole() -> None:
    law("海关法", slug="customs")

    assert cite(law("某法"), "适用《海关法》") == [("《海关法》", "customs", "")]


def test_own_name_without_an_article_is_no_citation() -> None:
    assert cite(law("某法"), "《某法》自公布之日起施行") == []


def test_name_whose_beginning_was_guessed_is_cut_to_a_name_held() -> None:
    law("刑法", slug="criminal")

    assert cite(law("某法"), "擅自制造刑法第三条之物") == [("刑法第三条", "criminal", "article-3")]


def test_further_numbers_have_no_name_to_cut() -> None:
    law("刑法", slug="criminal")

    assert cite(law("某法"), "擅自制造刑法第三条、第五百零一条之物") == [
        ("刑法第三条", "criminal", "article-3"),
        ("第五百零一条", "criminal", "article-501"),
    ]


def test_part_of_a_longer_name_is_not_taken_for_the_law() -> None:
    law("合同法", slug="contract")

    assert cite(law("某法"), "依照劳动合同法第三条") == [("劳动合同法第三条", "", "article-3")]


def test_name_of_china_is_looked_up_in_china() -> None:
    law("中华人民共和国民法典", slug="civil-code")
    kazakh = law("哈萨克斯坦某法", code="kz")

    assert [slug for _, slug, _ in cite(kazakh, "《中华人民共和国民法典》第二条，《民法典》第三条")] == [
        "civil-code",
        "",
    ]


def test_inflected_russian_name_is_recognised() -> None:
    law(ru="Уголовный кодекс Кыргызской Республики", code="kg", slug="criminal-code")
    citing = law(ru="Закон о суде", code="kg")

    found = cite(citing, "статьей 49 Уголовного кодекса, ст. 5 УК КР, статье 7 Уголовного кодекса КР", "ru")

    assert [(slug, path) for _, slug, path in found] == [
        ("criminal-code", "article-49"),
        ("criminal-code", "article-5"),
        ("criminal-code", "article-7"),
    ]


def test_another_country_is_cited_only_by_a_name_that_tells_it() -> None:
    law(ru="Уголовный кодекс Российской Федерации", code="ru", slug="ru-criminal")

    found = cite(law(ru="Закон", code="kz"), "статьи 5 УК РФ и статьи 5 Уголовного кодекса", "ru")

    assert [slug for _, slug, _ in found] == ["ru-criminal", ""]


def test_treaty_is_cited_from_everywhere() -> None:
    law(en="Convention on Contracts (CISG)", code="un", kind=LawKind.TREATY, slug="cisg")

    assert cite(law(en="Sale Act, 1930", code="pk"), "CISG art. 35", "en") == [("CISG art. 35", "cisg", "article-35")]


def test_place_has_the_unit_of_the_law_cited() -> None:
    law(en="Contract Act, 1872", code="pk", slug="contract", unit=ArticleUnit.SECTION)

    found = cite(
        law(en="Other Act, 1900", code="pk"), "article 5 of the Contract Act, 1872; section 6 of the X Act", "en"
    )

    assert [path for _, _, path in found] == ["section-5", "section-6"]


def test_annex_stands_in_the_place() -> None:
    law(en="Contract Act, 1872", code="pk", slug="contract")

    found = cite(law(en="Other Act, 1900", code="pk"), "article 5 of Annex I to the Contract Act, 1872", "en")

    assert [path for _, _, path in found] == ["annex-1/article-5"]


def test_abbreviation_is_understood_wherever_it_stands() -> None:
    law("中华人民共和国民事诉讼法", slug="procedure")
    citing = law("某解释")
    first, second = article(citing, "1"), article(citing, "2")
    texts = [(first, "zh", "依照民诉第三条、民诉法第三条"), (second, "zh", "《民事诉讼法》（以下简称民诉法）")]

    made = list(Linker().citations(citing, set(), texts))

    assert [(c.law and c.law.slug, c.path) for c in made] == [
        ("procedure", "article-3"),
        ("procedure", ""),
    ]


@pytest.mark.parametrize(
    ("title", "body", "language", "slugs"),
    [
        ("Convention on Aircraft", "Article 1 of the Convention", "en", ["own"]),
        ("Protocol to the Mobile Convention", "Article 1 of the Convention", "en", ["base"]),
        ("Protocol to the Convention on Mobile Equipment on Space", "Article 1 of the Convention", "en", ["long"]),
        ("Treaty on Space", "Article 1 of the Convention", "en", []),
        ("某某条例", "依照条例第一条", "zh", ["own"]),
        ("审计法实施条例细则", "依照条例第三条", "zh", ["rules"]),
        ("某某细则", "依照条例第三条", "zh", []),
    ],
)
def test_kind_of_law_alone_means_this_one_or_the_one_in_the_title(
    title: str, body: str, language: str, slugs: list[str]
) -> None:
    law(en="Mobile Convention", slug="base")
    law(en="Convention on Mobile Equipment", slug="long")
    law("审计法实施条例", slug="rules")

    citing = law(title if language == "zh" else "", title if language == "en" else "", slug="own")

    assert [slug for _, slug, _ in cite(citing, body, language)] == slugs


@pytest.mark.parametrize(
    ("title", "slugs"),
    [
        ("全国人大关于修改《刑法》的决定", ["criminal"]),
        ("刑法修正案（八）", ["criminal"]),
        ("最高人民法院关于修改《A》等十九件解释的决定", []),
        ("关于废止部分法律的决定", []),
    ],
)
def test_amending_decision_means_the_amended_law(title: str, slugs: list[str]) -> None:
    law("刑法", slug="criminal")

    assert [slug for _, slug, _ in cite(law(title), "将第一条修改为")] == slugs


def test_kind_of_law_alone_names_no_law_held() -> None:
    law("条例", slug="odd")

    assert Linker().index.find("条例", JurisdictionFactory().pk) == set()


def test_reference_to_a_law_never_named_is_no_citation() -> None:
    assert cite(law("某法"), "该法第三条") == []


def test_citations_need_no_query() -> None:
    citing = law("某法")
    place = article(citing)
    linker = Linker()

    with CaptureQueriesContext(
        connection,
    ) as queries:
        list(linker.citations(citing, {place.path}, [(place, "zh", "《民法典》第一条，第一条")] * 3))

    assert len(queries) == 0


def test_law_learnt_in_the_run_is_linked() -> None:
    linker = Linker()
    civil = law("民法典", slug="civil-code")
    linker.learn(civil, ["民法典"])

    assert cite(law("某法"), "《民法典》第二条", linker=linker) == [("《民法典》第二条", "civil-code", "article-2")]


def test_waiting_citations_are_linked_when_their_law_comes() -> None:
    body = "《合伙法》第二条，擅自制造合伙法第三条、第五百零一条，《公司法》第四条"
    cite(law("某法"), body)
    ProvisionTextFactory(provision=Provision.objects.get(), language="zh", body=body)
    law("合伙法", unit=ArticleUnit.SECTION, slug="partnership")

    linked = Linker().settle()

    assert linked == 3
    assert [
        (body[c.start : c.end], c.law.slug if c.law else "", c.path) for c in Citation.objects.order_by("start")
    ] == [
        ("《合伙法》第二条", "partnership", "section-2"),
        ("合伙法第三条", "partnership", "section-3"),
        ("第五百零一条", "partnership", "section-501"),
        ("《公司法》第四条", "", "article-4"),
    ]


def test_settling_again_links_nothing() -> None:
    cite(law("某法"), "《合伙法》第二条")

    assert [Linker().settle(), Linker().settle()] == [0, 0]


def test_article_of_a_code_in_parts_is_linked_to_the_part_that_has_it() -> None:
    first = law(ru="Гражданский кодекс Российской Федерации (часть первая)", code="ru", slug="one")
    second = law(ru="Гражданский кодекс Российской Федерации (часть вторая)", code="ru", slug="two")
    article(first, "10")
    article(second, "500")
    cite(first, "статьи 1, статьей 500 настоящего Кодекса", "ru")
    body = "статьей 10 Гражданского кодекса Российской Федерации и статьей 900 ГК РФ, с Гражданским кодексом"
    cite(law(ru="Закон", code="ru"), body, "ru")

    Linker().settle()

    assert list(Citation.objects.order_by("pk").values_list("law__slug", "path")) == [
        ("one", "article-1"),
        ("two", "article-500"),
        ("one", "article-10"),
        (None, "article-900"),
        ("one", ""),
    ]


def test_very_name_wins_over_a_looser_answer() -> None:
    loose = law(en="Companies Act, 2017", code="pk", slug="of-2017")
    cite(law(en="Other Act", code="pk"), "section 5 of the Companies Act", "en")
    linker = Linker()
    exact = law(en="Companies Act", code="pk", slug="plain")
    linker.learn(exact, ["Companies Act", "Firms Act"])
    linker.learn(loose, [])

    linker.settle()

    assert list(Citation.objects.values_list("law__slug", flat=True)) == ["plain"]


def test_settling_counts_places_and_not_editions() -> None:
    civil = law("民法典", slug="civil-code")
    citing = law("某法")
    for year in (2020, 2021):
        edition = EditionFactory(law=citing, slug=str(year))
        place = ProvisionFactory(edition=edition, number="1", path="article-1")
        for body in ("《民法典》第二条", "《民法典》第三条，第二条"):
            Citation.objects.bulk_create(Linker().citations(citing, {"article-1"}, [(place, "zh", body)]))
    cite(civil, "第一条")

    Linker().settle()

    assert list(CitedPlace.objects.order_by("path").values_list("law__slug", "path", "places")) == [
        ("civil-code", "", 1),
        ("civil-code", "article-1", 1),
        ("civil-code", "article-2", 1),
        ("civil-code", "article-3", 1),
    ]


def test_place_cited_twice_as_often_is_indexed_anew() -> None:
    Change.objects.all().delete()
    civil = law("民法典")
    cite(law("某条例"), "依照《民法典》第五条")
    Linker().settle()
    first = list(Change.objects.values_list("source", "key"))
    Change.objects.all().delete()

    Linker().settle()

    assert (first, list(Change.objects.all())) == ([("laws", civil.pk)], [])
