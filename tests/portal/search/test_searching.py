import datetime

import pytest
from django.utils import timezone

from portal.search import actions, searching
from portal.search.filters import Filters
from portal.search.registry import Reference
from portal.search.searching import search
from tests.portal.search.conftest import Notes

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def keys(query: str, filters: Filters | None = None, **more: bool) -> list[int]:
    return [one.key for one in search(query, language="en", filters=filters, **more).found]


@pytest.mark.parametrize(
    ("query", "text", "language"),
    [
        ("買賣合同", "买卖合同的标的物", "zh"),
        ("ｃｏｎｔｒａｃｔ", "Contracts are kept.", "en"),
        ("ёлки", "Елка стоит", "ru"),
        ("договоров", "Договор заключен", "ru"),
        ("mehnat", "mehnat shartnomasi", "uz"),
        ("税", "应当缴纳税款", "zh"),
        ("28¹", "第28¹条", "zh"),
    ],
)
def test_forms_of_a_word_meet(notes: Notes, query: str, text: str, language: str) -> None:
    notes.add(1, text, language=language)
    actions.apply()

    assert keys(query) == [1]


@pytest.mark.parametrize("query", ["不可抗力", "force majeure", "непреодолимой силой"])
def test_a_term_is_found_in_every_language(notes: Notes, query: str) -> None:
    notes.add(1, "因不可抗力不能履行合同的，免除责任。")
    notes.add(2, "A party is excused by force majeure.", language="en")
    notes.add(3, "Сторона не отвечает при непреодолимой силе.", language="ru")
    actions.apply()

    assert sorted(keys(query)) == [1, 2, 3]


@pytest.mark.parametrize("query", ["老板", "my boss"])
def test_everyday_words_find_legal_ones_in_every_language(notes: Notes, query: str) -> None:
    notes.add(1, "用人单位应当支付报酬。")
    notes.add(2, "Работодатель обязан платить.", language="ru")
    actions.apply()

    assert sorted(keys(query)) == [1, 2]


def test_quotation_is_found_as_it_stands(notes: Notes) -> None:
    notes.add(1, "承担违约责任", texts={"zh": "承担违约责任", "en": "liability for breach"})
    notes.add(2, "违约的责任承担", texts={"zh": "违约的责任承担", "en": "breach of liability"})
    actions.apply()

    assert [keys('"违约责任"'), keys('"liability for breach"'), keys('"税"'), keys('"breach"')] == [
        [1],
        [1],
        [],
        [1, 2],
    ]


def test_quotation_too_long_to_be_a_word_is_nowhere(notes: Notes) -> None:
    notes.add(1, "contract", language="en")
    actions.apply()

    assert keys(f'"{"x" * 200}" contract') == []


def test_past_editions_are_found_only_when_asked_for(notes: Notes) -> None:
    today = timezone.localdate()
    notes.add(1, "不可抗力旧文", since=today - 9 * DAY, until=today - DAY, place="a", wording="1")
    notes.add(2, "不可抗力新文", since=today - DAY, place="a2", wording="2")
    notes.add(3, "不可抗力将来", since=today + DAY, place="a3", wording="3")
    actions.apply()

    assert (keys("不可抗力"), sorted(keys("不可抗力", Filters(past=True)))) == ([2], [1, 2, 3])


def test_edition_that_ends_after_it_was_indexed_is_past_from_that_day(notes: Notes, monkeypatch) -> None:
    today = timezone.localdate()
    notes.add(1, "不可抗力", since=today - DAY, until=today + DAY)
    actions.apply()
    monkeypatch.setattr(searching.timezone, "localdate", lambda: today + DAY)

    assert keys("不可抗力") == []


def test_editions_of_one_place_are_one_result(notes: Notes) -> None:
    today = timezone.localdate()
    notes.add(1, "不可抗力不可抗力", until=today, place="law/article-1", wording="1")
    notes.add(2, "不可抗力", since=today, place="law/article-1", wording="2")
    actions.apply()

    assert len(keys("不可抗力", Filters(past=True))) == 1


def test_same_words_are_one_result_that_counts_the_others(notes: Notes) -> None:
    notes.add(1, "不可抗力免责", wording="same", weight=0.7)
    notes.add(2, "不可抗力免责", wording="same")
    notes.add(3, "不可抗力免责", wording="same", weight=0.7)
    actions.apply()

    assert [(one.key, one.also) for one in search("不可抗力", language="zh").found] == [(2, 2)]


def test_what_a_document_is_weighs_in(notes: Notes) -> None:
    notes.add(1, "不可抗力免责", wording="1", weight=0.7)
    notes.add(2, "不可抗力免责", wording="2")
    actions.apply()

    assert keys("不可抗力") == [2, 1]


def test_glossary_word_of_another_language_comes_after_the_readers_own(notes: Notes) -> None:
    notes.add(1, "договор о поставке", language="ru")
    notes.add(2, "合同")
    actions.apply()

    assert (keys("合同"), keys("договор")) == ([2, 1], [1, 2])


def test_passage_in_the_words_of_the_question_is_judged_by_them(notes: Notes) -> None:
    notes.add(1, texts={"zh": "违约的合同", "ru": "договор договор договор"})
    notes.add(2, "договор и контракт", language="ru")
    actions.apply()

    found = search("合同终止", language="zh").found

    assert [one.key for one in found] == [1, 2]


def test_best_work_lifts_the_rest_of_itself(notes: Notes) -> None:
    notes.add(1, "合同解除", owner=8)
    notes.add(2, "合同解除", owner=7)
    notes.add(3, "合同终止和合同终止", owner=7)
    actions.apply()

    assert keys("合同终止") == [3, 2]


def test_words_beside_a_glossary_term_are_first_of_all_the_readers_own(notes: Notes) -> None:
    notes.add(1, "不可抗力和火灾")
    notes.add(2, "непреодолимая сила", language="ru")
    notes.add(3, "火灾")
    actions.apply()

    assert keys("不可抗力火灾")[0] == 1


def test_language_that_has_little_of_the_question_comes_after_one_that_has_more(notes: Notes) -> None:
    for key, text in enumerate(["the contract", "an employer", "to terminate"], start=1):
        notes.add(key, text, language="en")
    notes.add(9, "работодатель обязан прекратить договор", language="ru")
    actions.apply()

    assert keys("must the employer terminate a contract")[0] == 9


def test_halves_of_two_words_tell_less_than_a_word(notes: Notes) -> None:
    notes.add(1, "大司拖车场的其他各项管理工作")
    notes.add(2, "大拖欠车场的其他各项管理工作")
    actions.apply()

    assert keys("公司拖欠") == [2]


def test_more_than_was_looked_at_is_told(notes: Notes) -> None:
    for key in range(1, 202):
        notes.add(key, f"合同{key}")
    notes.add(300, "税款")
    actions.apply()

    assert (search("合同", language="zh").more, search("税款", language="zh").more) == (True, False)


def test_place_alone_is_looked_for_as_a_word(notes: Notes) -> None:
    notes.add(1, "哈萨克斯坦公民")
    notes.add(2, "本国公民")
    actions.apply()

    assert keys("哈萨克斯坦") == [1]


@pytest.mark.parametrize("query", ["哈萨克斯坦的合同", "Kazakh contract", "contract Казахстана"])
def test_country_that_a_query_names_comes_first(notes: Notes, query: str) -> None:
    for key in range(1, 4):
        notes.add(key, texts={"zh": f"合同{key}", "en": f"contract {key}"}, facets={"jurisdiction": ["cn"]})
    notes.add(9, texts={"zh": "合同及其他", "en": "contract and more"}, facets={"jurisdiction": ["kz"]})
    actions.apply()

    assert keys(query)[0] == 9


def test_region_that_a_query_names_is_not_weighed_down(notes: Notes) -> None:
    notes.add(1, "合同管理", facets={"region": ["CN-SH"]}, weight=0.7)
    notes.add(2, "合同管理一", weight=1.0)
    actions.apply()

    assert (keys("合同管理")[0], keys("上海市合同管理")[0]) == (2, 1)


def test_filters_narrow_and_values_of_one_facet_widen(notes: Notes) -> None:
    for key, code in ((1, "cn"), (2, "kz"), (3, "kg")):
        notes.add(key, f"合同{key}", facets={"jurisdiction": [code], "kind": ["law"]})
    actions.apply()

    assert [
        sorted(keys("合同", Filters(chosen)))
        for chosen in ({"jurisdiction": ["cn", "kz"]}, {"kind": ["code"]}, {"kind": []})
    ] == [[1, 2], [], [1, 2, 3]]


@pytest.mark.parametrize(
    ("status", "expected"), [("in-force", [1]), ("not-yet", [2]), ("repealed", [3]), ("unknown", [4])]
)
def test_status_is_told_by_the_days(notes: Notes, status: str, expected: list[int]) -> None:
    today = timezone.localdate()
    notes.add(1, "合同一", since=today)
    notes.add(2, "合同二", since=today + DAY)
    notes.add(3, "合同三", since=today - DAY, until=today)
    notes.add(4, "合同四", dated=False)
    actions.apply()

    assert keys("合同", Filters(status=[status])) == expected


def test_counts_tell_what_each_choice_would_leave(notes: Notes) -> None:
    notes.add(1, "合同一", facets={"jurisdiction": ["cn"], "topic": ["a", "b"]})
    notes.add(2, "合同二", facets={"jurisdiction": ["kz"], "topic": ["b"]})
    notes.add(3, "contract", language="en", facets={"jurisdiction": ["kz"]})
    actions.apply()

    results = search("合同", language="zh", filters=Filters({"jurisdiction": ["cn"]}, ["in-force"]), counted=True)

    assert {facet: dict(values) for facet, values in results.counts.items() if values} == {
        "jurisdiction": {"cn": 1, "kz": 2},
        "topic": {"a": 1, "b": 1},
        "status": {"in-force": 1},
    }


def test_counts_of_past_and_coming_editions(notes: Notes) -> None:
    today = timezone.localdate()
    notes.add(1, "合同一", since=today - DAY, until=today)
    notes.add(2, "合同二", since=today + DAY)
    notes.add(3, "合同三", dated=False)
    actions.apply()

    results = search("合同", language="zh", filters=Filters({"topic": []}, past=True), counted=True)

    assert results.counts["status"] == {"repealed": 1, "not-yet": 1, "unknown": 1}


def test_nothing_found_counts_nothing(notes: Notes) -> None:
    actions.apply()

    results = search("合同", language="zh", counted=True)

    assert (list(results.found), any(results.counts.values())) == ([], False)


def test_newest_comes_first_when_asked(notes: Notes) -> None:
    today = timezone.localdate()
    notes.add(1, "合同合同合同", since=today - 9 * DAY)
    notes.add(2, "合同及其他事项", since=today - DAY)
    actions.apply()

    assert (keys("合同"), keys("合同", newest=True)) == ([1, 2], [2, 1])


def test_work_comes_first_when_its_title_is_asked(notes: Notes) -> None:
    notes.add(1, "合同的成立")
    notes.add(7, whole=True, texts={"zh": "合同法", "en": "Contract Act"})
    actions.apply()

    found = search("合同法", language="zh").found

    assert [(one.key, one.whole) for one in found] == [(7, True), (1, False)]


def test_what_a_query_names_comes_before_all(notes: Notes) -> None:
    notes.add(1, "合同合同")
    notes.add(2, "其他合同事项")
    notes.named = [Reference(2, "/notes/2/", "合同", only=True)]
    actions.apply()

    found = search("合同", language="zh").found

    assert [one.key for one in found] == [2, 1]
    assert found[0].score > found[1].score


def test_passage_that_says_a_term_comes_before_one_that_says_its_words_apart(notes: Notes) -> None:
    notes.add(1, "Сила договора, сила закона, сила обычая непреодолимая.", language="ru")
    notes.add(2, "Сторона, которая не исполнила договор, не отвечает, если помешала непреодолимая сила.", language="ru")
    notes.add(3, "Налог платят деньгами.", language="ru")
    actions.apply()

    assert keys("непреодолимая сила") == [2, 1]


def test_terms_of_the_glossary_count_alike_in_every_language(notes: Notes) -> None:
    for key in range(1, 13):
        notes.add(key, f"合同{'其他事项' * key}")
    notes.add(20, "Договор", language="ru")
    actions.apply()

    assert keys("合同").index(20) < 10


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        "?!…",
        "AND OR NOT",
        "field:value AND (",
        '"',
        '""',
        "😀👍",
        "\0",
        "合同\0договор",
        "a" * 10_000,
        "合" * 10_000,
        "1",
        "*",
        "~2",
        "[a TO b]",
        "ٱلْعَقْد",
    ],
)
def test_every_query_is_answered(notes: Notes, query: str) -> None:
    notes.add(1, "合同")
    actions.apply()

    assert search(query, language="zh", counted=True).ready


def test_a_query_of_thousands_of_words_looks_for_the_telling_ones(notes: Notes) -> None:
    notes.add(1, "不可抗力免责")
    notes.add(2, " ".join(f"w{number}" for number in range(300)), language="en")
    actions.apply()

    assert keys(" ".join(f"w{number}" for number in range(300))) == [2]
