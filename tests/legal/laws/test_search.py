import datetime
import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone, translation
from pytest_django import Settings

from legal.laws import indexing
from legal.laws.kinds import LawKind, ProvisionKind, TextStatus
from legal.laws.models import CitedPlace, Law, Provision
from legal.laws.search import Laws
from portal.search import actions, places, termbase
from portal.search.filters import Filters
from portal.search.searching import search
from tests.factories import (
    EditionFactory,
    JurisdictionFactory,
    LawFactory,
    ProvisionFactory,
    ProvisionTextFactory,
    RegionFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 24)


@pytest.fixture(autouse=True)
def index_dir(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    monkeypatch.setattr(termbase.loaded, "held", None)
    monkeypatch.setattr(places.loaded, "held", None)


def article(law: Law, number: str, *, edition: object = None, **texts: str) -> Provision:
    edition = edition or law.editions.first() or EditionFactory(law=law)
    place = ProvisionFactory(edition=edition, number=number)
    for language, body in texts.items():
        ProvisionTextFactory(provision=place, language=language, body=body, label=f"Art {number}.")
    return place


def civil_code() -> Law:
    return LawFactory(
        slug="civil-code",
        kind=LawKind.CODE,
        title_zh_hans="中华人民共和国民法典",
        title_en="Civil Code of the People's Republic of China",
        title_ru="Гражданский кодекс Китайской Народной Республики",
        named=["民法总则"],
    )


def cisg() -> Law:
    return LawFactory(
        jurisdiction=JurisdictionFactory(code="un", name_zh_hans="联合国", name_en="United Nations", name_ru="ООН"),
        slug="cisg",
        kind=LawKind.TREATY,
        title_zh_hans="联合国国际货物销售合同公约",
        title_en="United Nations Convention on Contracts for the International Sale of Goods",
        title_ru="Конвенция ООН о договорах международной купли-продажи товаров",
        short_title_en="CISG",
        original_language="en",
        named=["CISG", "《销售合同公约》"],
    )


def kyrgyz_code(part: int) -> Law:
    return LawFactory(
        jurisdiction=JurisdictionFactory(
            code="kg", name_zh_hans="吉尔吉斯斯坦", name_en="Kyrgyzstan", name_ru="Кыргызстан"
        ),
        slug=f"civil-code-{part}",
        kind=LawKind.CODE,
        title_zh_hans="",
        title_en="",
        title_ru=f"Гражданский кодекс Кыргызской Республики (часть {'первая' if part == 1 else 'вторая'})",
        original_language="ru",
    )


def named(query: str, language: str = "en") -> list[tuple[str, bool]]:
    return [(one.url, one.only) for one in Laws().references(query, language)]


@pytest.mark.parametrize(
    "query",
    [
        "民法典577条",
        "民法典第五百七十七条",
        "民法典 577",
        "民法典577",
        "民法典第577",
        "《民法典》第577条",
        "中华人民共和国民法典第五百七十七条第一款",
        "民法典第577条规定？",
        "民法总则577条",
        "art. 577 of the Civil Code of the People's Republic of China",
        "статья 577 Гражданского кодекса Китайской Народной Республики",
    ],
)
def test_article_is_named_outright(query: str) -> None:
    article(civil_code(), "577", zh="当事人一方不履行合同义务")
    actions.apply()

    with translation.override("en"):
        assert named(query) == ([("/en/laws/cn/civil-code/article-577/", True)] if "规定" not in query else [])


@pytest.mark.parametrize(
    "query",
    [
        "CISG art. 35",
        "art. 35 CISG",
        "CISG Article 35",
        "CISG 第35条",
        "Article 35 of the CISG",
        "cisg 35",
        "CISG art. 35(1)",
    ],
)
def test_treaty_is_named_by_its_short_title(query: str) -> None:
    article(cisg(), "35", en="The seller must deliver goods")
    actions.apply()

    with translation.override("en"):
        assert named(query) == [("/en/laws/un/cisg/article-35/", True)]


@pytest.mark.parametrize(
    "query",
    [
        "ст. 454 ГК КР",
        "ГК КР ст. 454",
        "статьи 454 и 455 ГК КР",
        "статья 454 Гражданского кодекса КР",
        "п. 1 ст. 454 ГК КР",
        "ст.454 гк кр",
    ],
)
def test_part_of_a_code_that_has_the_article_is_meant(query: str) -> None:
    article(kyrgyz_code(1), "10", ru="Первая часть")
    article(kyrgyz_code(2), "454", ru="Вторая часть")
    actions.apply()

    with translation.override("ru"):
        assert named(query, "ru") == [("/ru/laws/kg/civil-code-2/article-454/", True)]


def test_digest_called_so_does_not_hide_the_full_text() -> None:
    digest = LawFactory(jurisdiction=kyrgyz_code(2).jurisdiction, slug="digest", named=["ГК КР"])
    article(digest, "1", ru="О кодексе")
    article(Law.objects.get(slug="civil-code-2"), "454", ru="Вторая часть")
    actions.apply()

    with translation.override("ru"):
        assert named("ст. 454 ГК КР", "ru") == [("/ru/laws/kg/civil-code-2/article-454/", True)]
        assert named("ст. 1 ГК КР", "ru") == [("/ru/laws/kg/digest/article-1/", True)]


@pytest.mark.parametrize("query", ["s 35 CISG", "ss. 35 and 36 CISG"])
def test_section_may_be_written_short(query: str) -> None:
    article(cisg(), "35", en="The seller must deliver goods")
    actions.apply()

    with translation.override("en"):
        assert named(query) == [("/en/laws/un/cisg/article-35/", True)]


def test_article_that_several_laws_have_is_named_but_not_alone() -> None:
    for part in (1, 2):
        article(kyrgyz_code(part), "10", ru="Часть")
    actions.apply()

    assert [only for _, only in named("ст. 10 ГК КР", "ru")] == [False, False]


@pytest.mark.parametrize("number", ["28-1", "28¹", "28之一"])
def test_inserted_article_is_named_in_each_way(number: str) -> None:
    article(civil_code(), "28-1", zh="监护")
    actions.apply()
    query = "民法典第28条之一" if number == "28之一" else f"民法典{number}条"

    assert [url.rsplit("/", 2)[1] for url, _ in named(query)] == ["article-28-1"]


@pytest.mark.parametrize("query", ["不存在的法第3条", "art. 5", "第五百七十七条", "", "法", "577", "合同法第"])
def test_what_names_no_article_held_is_no_reference_to_one(query: str) -> None:
    article(civil_code(), "577", zh="当事人")
    actions.apply()

    assert named(query) == []


def test_law_is_named_where_it_has_no_such_article() -> None:
    law = civil_code()
    article(law, "577", zh="当事人")
    actions.apply()

    assert [(one.key, one.whole, one.only) for one in Laws().references("民法典9999条", "zh")] == [
        (law.pk, True, False)
    ]


def test_law_named_alone_is_a_whole_work() -> None:
    law = cisg()
    actions.apply()

    assert [(one.key, one.whole, one.only, one.title) for one in Laws().references("CISG", "ru")] == [
        (law.pk, True, False, "Конвенция ООН о договорах международной купли-продажи товаров")
    ]


def test_article_of_the_day_is_meant_and_the_main_texts_before_an_annexs() -> None:
    law = civil_code()
    old = EditionFactory(law=law, in_force=datetime.date(2010, 1, 1))
    new = EditionFactory(law=law, in_force=datetime.date(2021, 1, 1))
    article(law, "1", edition=old, zh="旧")
    annex = ProvisionFactory(edition=new, kind=ProvisionKind.ANNEX, number="1", path="annex-1")
    ProvisionFactory(edition=new, parent=annex, number="1", path="annex-1/article-1", depth=1)
    main = article(law, "1", edition=new, zh="新")
    actions.apply()

    assert [one.key for one in Laws().references("民法典第一条", "zh")] == [main.pk]


def test_suggestions_are_articles_then_laws() -> None:
    article(civil_code(), "577", zh="当事人")
    cisg()
    actions.apply()

    with translation.override("zh-hans"):
        lines = [
            [(line.text, line.kind) for line in Laws().suggestions(typed, "zh", 5)]
            for typed in ("民法典577条", "民法", "sale of go", "CIS")
        ]

    assert lines == [
        [("中华人民共和国民法典第五百七十七条", "article")],
        [("中华人民共和国民法典", "law")],
        [("联合国国际货物销售合同公约", "law")],
        [("联合国国际货物销售合同公约", "law")],
    ]


def test_document_carries_what_a_search_is_narrowed_by() -> None:
    law = LawFactory(
        kind=LawKind.LOCAL_REGULATION,
        region=RegionFactory(),
        adopted=datetime.date(2019, 5, 1),
        topics=[TopicFactory()],
        repealed=datetime.date(2025, 1, 1),
    )
    edition = EditionFactory(law=law, in_force=datetime.date(2020, 1, 1))
    EditionFactory(law=law, in_force=datetime.date(2022, 1, 1))
    chapter = ProvisionFactory(edition=edition, kind=ProvisionKind.CHAPTER, number="1", path="chapter-1")
    ProvisionTextFactory(provision=chapter, label="第一章", heading="总则", body="")
    place = ProvisionFactory(edition=edition, number="1", parent=chapter, path="article-1")
    ProvisionTextFactory(provision=place, heading="（目的）", body="为了规范", status=TextStatus.DIGEST)
    signature = ProvisionFactory(edition=edition, kind=ProvisionKind.SIGNATURE, number="", path="signature")
    ProvisionTextFactory(provision=signature, body="主席令")

    whole, passage = Laws().documents([law.pk])

    assert (whole.whole, whole.weight, whole.until) == (True, 0.7, datetime.date(2025, 1, 1))
    assert (passage.key, passage.texts, passage.headings, passage.weight) == (
        place.pk,
        {"zh": "为了规范"},
        {"zh": "目的"},
        0.7,
    )
    assert passage.chains["zh"].endswith("第一章 总则")
    assert (passage.since, passage.until, passage.place) == (
        datetime.date(2020, 1, 1),
        datetime.date(2022, 1, 1),
        f"{law.pk}/article-1",
    )
    assert passage.facets == {
        "jurisdiction": ["cn"],
        "region": ["CN-XJ"],
        "kind": ["local-regulation"],
        "topic": ["contract"],
        "year": ["2019"],
        "language": ["zh"],
        "worth": ["digest"],
    }


def test_article_that_law_refers_to_weighs_more_and_so_does_its_law() -> None:
    law = civil_code()
    often, never = article(law, "1", zh="一"), article(law, "2", zh="二")
    other = article(LawFactory(), "1", zh="三")
    CitedPlace.objects.create(law=law, path="", places=9)
    CitedPlace.objects.create(law=law, path=often.path, places=20)

    weights = {one.key: one.weight for one in indexing.documents(None) if not one.whole}

    assert weights[often.pk] > weights[never.pk] > weights[other.pk] == 1.0


def test_law_without_editions_or_a_day_is_found_by_its_title() -> None:
    law = LawFactory(title_zh_hans="草原法")
    actions.apply()

    assert [(one.key, one.whole) for one in search("草原法", language="zh").found] == [(law.pk, True)]


def test_translation_alone_stands_for_the_wording() -> None:
    law = LawFactory(original_language="kk")
    article(law, "1", zh="合同", ru="Договор")

    _, passage = Laws().documents(None)

    assert passage.wording


def test_hit_tells_what_the_page_and_the_command_print() -> None:
    law = cisg()
    place = article(law, "35", en="The seller must deliver goods", zh="卖方交付的货物")
    actions.apply()
    out = StringIO()

    call_command("find", "seller goods", "--language", "en", "--json", stdout=out)

    first = json.loads(out.getvalue())[0]
    assert {**first, "score": None} == {
        "law": "un-cisg",
        "number": "35",
        "path": place.path,
        "edition": "2021-01-01",
        "title": "United Nations Convention on Contracts for the International Sale of Goods",
        "language": "en",
        "score": None,
    }


def test_place_is_called_in_the_readers_language() -> None:
    law = LawFactory(title_en="")
    edition = EditionFactory(law=law)
    headed = ProvisionFactory(edition=edition, number="3")
    ProvisionTextFactory(provision=headed, language="en", label="Article 3.", heading="(Scope)", body="x")
    table = ProvisionFactory(edition=edition, kind=ProvisionKind.TABLE, number="", path="table-1")
    ProvisionTextFactory(provision=table, label="附表一", body="x")
    silent = ProvisionFactory(edition=edition, kind=ProvisionKind.PREAMBLE, number="", path="preamble")
    ProvisionTextFactory(provision=silent, label="", body="x")

    with translation.override("en"):
        hits = Laws().hits([headed.pk, table.pk, silent.pk], "en")

    assert [hits[place.pk].title for place in (headed, table, silent)] == ["Article 3. Scope", "附表一", "Preamble"]
    assert hits[headed.pk].kicker == ["China", law.title_zh_hans]


def test_work_is_shown_by_its_summary() -> None:
    law = LawFactory(title_en="Grassland Act", summary_en="Who may graze.", region=RegionFactory())

    with translation.override("en"):
        hit = Laws().works([law.pk], "en")[law.pk]

    assert (hit.title, hit.kicker, [text.body for text in hit.texts]) == (
        "Grassland Act",
        ["Xinjiang Uygur Autonomous Region", "Law"],
        ["Who may graze."],
    )


@pytest.mark.parametrize("rows", [1, 3])
def test_hits_take_two_queries_however_many_rows_and_one_again(django_assert_num_queries: object, rows: int) -> None:
    law = cisg()
    keys = [article(law, str(number), en="goods").pk for number in range(1, rows + 1)]
    actions.apply()

    with django_assert_num_queries(2):
        first = Laws().hits(keys, "en")
    with django_assert_num_queries(1):
        again = Laws().hits(keys, "en")

    assert again == first


def test_nothing_asked_for_is_nothing_found(django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):
        assert Laws().hits([], "en") == {}


def test_hit_is_called_as_its_law_is_called_now() -> None:
    law = cisg()
    place = article(law, "35", en="goods")
    actions.apply()
    Laws().hits([place.pk], "en")

    law.short_title_en = "Vienna Convention"
    law.save()
    actions.record("laws", [law.pk])
    actions.apply()

    assert Laws().hits([place.pk], "en")[place.pk].kicker[-1] == "Vienna Convention"


def test_choices_and_places_have_names() -> None:
    JurisdictionFactory()
    RegionFactory()

    with translation.override("en"):
        choices = Laws().choices()

    assert (choices["jurisdiction"]["cn"], choices["worth"]["digest"], choices["language"]["zh"]) == (
        "China",
        "Digest",
        "Chinese",
    )
    assert Laws().places() == {
        ("jurisdiction", "cn"): ["中国", "China", "Китай"],
        ("region", "CN-XJ"): [
            "新疆维吾尔自治区",
            "Xinjiang Uygur Autonomous Region",
            "Синьцзян-Уйгурский автономный район",
        ],
    }


def test_national_law_comes_before_a_local_regulation_that_repeats_it() -> None:
    local = LawFactory(kind=LawKind.LOCAL_REGULATION, region=RegionFactory())
    repeated = article(local, "9", zh="劳动者加班应当支付加班费。")
    national = article(LawFactory(), "44", zh="劳动者加班应当支付加班费用。")
    actions.apply()

    found = [one.key for one in search("加班费", language="zh").found]
    asked = [one.key for one in search("加班费", language="zh", filters=Filters({"region": ["CN-XJ"]})).found]

    assert (found, asked) == ([national.pk, repeated.pk], [repeated.pk])


def test_old_editions_do_not_drown_the_law_of_the_day() -> None:
    law = LawFactory()
    for year in range(2000, 2006):
        article(law, "1", edition=EditionFactory(law=law, in_force=datetime.date(year, 1, 1)), zh=f"加班费第{year}号")
    actions.apply()

    found = search("加班费", language="zh").found

    assert [Provision.objects.get(pk=one.key).edition.slug for one in found] == ["2005-01-01"]
    assert timezone.localdate() > datetime.date(2005, 1, 1)
