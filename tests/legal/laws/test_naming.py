import pytest

from legal.laws.naming import answers, cited_key, key
from tests.bench.measuring import within


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("《中华人民共和国公司法》", "公司法"),
        ("最高人民法院关于适用《中华人民共和国民法典》的解释", "最高人民法院关于适用〈民法典〉的解释"),
        ("民法典 （草案）", "民法典(草案)"),
        ("Гражданского кодекса Российской Федерации", "Гражданский кодекс Российской Федерации"),
        ("Закон «О приёме»", 'Законом "О приеме"'),
        ("the Contract Act, 1872", "Contract Act 1872"),
        ("Workmen’s Compensation Act", "WORKMEN'S COMPENSATION ACT"),
        ("ＣＩＳＧ", "cisg"),
    ],
)
def test_names_that_differ_only_in_print_have_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("刑法修正案（八）", "刑法修正案（九）"), ("Гражданский кодекс", "Трудовой кодекс"), ("", "法")]
)
def test_names_of_different_laws_have_different_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_key_fits_its_column() -> None:
    assert [len(key(name * 600)) for name in ("法", "закон ", "act ")] == [500, 500, 499]


def test_china_alone_keeps_its_key() -> None:
    assert key("中华人民共和国") == "中华人民共和国"


@pytest.mark.parametrize(
    ("cited", "name"),
    [
        ('Закона Кыргызской Республики "О недрах"', "О недрах"),
        ("Code of Civil Procedure, 1908 (Act V of 1908)", "Code of Civil Procedure, 1908"),
        ("Трудового кодекса РК от 23.11.2015 № 414-V", "Трудовой кодекс РК"),
        ("Закона КР от 18 января 2022 года № 4", "Закон КР от 18 января 2022 года № 4"),
        ("刑法修正案（八）", "刑法修正案（八）"),
    ],
)
def test_cited_name_is_compared_without_its_remarks(cited: str, name: str) -> None:
    assert cited_key(cited) == key(name)


@pytest.mark.parametrize(
    ("name", "at_home", "anywhere"),
    [
        (
            "Уголовный кодекс Кыргызской Республики",
            {"УК", "УК КР", "Уголовный кодекс"},
            {"УК КР", "Уголовный кодекс КР"},
        ),
        ("Гражданский кодекс Российской Федерации (часть первая)", {"ГК", "ГК РФ"}, {"Гражданский кодекс РФ"}),
        ("ГК КНР", {"ГК"}, {"ГК КНР"}),
        ("Закон Республики Казахстан о недрах", {"Закон о недрах", "Закон РК о недрах"}, {"Закон РК о недрах"}),
        ("Code of Civil Procedure (CPC), 1908 (Under Review)", {"CPC", "Code of Civil Procedure"}, set()),
        ("Civil Code of the Kyrgyz Republic", {"Civil Code"}, {"Civil Code of the Kyrgyz Republic"}),
        ("哈萨克斯坦共和国民法典", {"民法典"}, {"哈萨克斯坦共和国民法典"}),
        ("新加坡国际仲裁法", {"国际仲裁法"}, {"新加坡国际仲裁法"}),
        ("中华人民共和国民法典", {"民法典"}, set()),
        ("人民检察院刑事诉讼规则（试行）", {"人民检察院刑事诉讼规则"}, set()),
    ],
)
def test_law_answers_to_shorter_names(name: str, at_home: set[str], anywhere: set[str]) -> None:
    found = answers(name, ["新加坡"] if "新加坡" in name else [])

    assert {key(each) for each in at_home} <= found.at_home
    assert {key(each) for each in anywhere} <= found.anywhere
    assert bool(anywhere) == bool(found.anywhere)


@pytest.mark.parametrize(
    ("name", "places", "called"),
    [
        (
            "Гражданский кодекс Республики Казахстан (Общая часть)",
            ["哈萨克斯坦", "Kazakhstan", "Казахстан"],
            {"Гражданский кодекс Казахстана"},
        ),
        (
            "Labour Code of the Republic of Uzbekistan",
            ["Uzbekistan"],
            {"Uzbekistan Labour Code", "Labour Code of Uzbekistan"},
        ),
        ("Contract Act, 1872", ["Pakistan", ""], {"Pakistan Contract Act", "Contract Act, 1872 of Pakistan"}),
        ("中华人民共和国公司法", ["中国", "China"], {"中国公司法"}),
        ("Трудовой кодекс Республики Узбекистан", [], {"ТК РУз", "ТК РУ"}),
    ],
)
def test_law_answers_to_the_everyday_name_of_its_state(name: str, places: list[str], called: set[str]) -> None:
    assert {key(each) for each in called} <= answers(name, places).anywhere


def test_state_in_a_name_is_not_said_twice() -> None:
    assert not any(name.count("pakistan") > 1 for name in answers("State Bank of Pakistan Act", ["Pakistan"]).anywhere)


def test_amendment_does_not_answer_to_the_name_of_the_first() -> None:
    assert answers("刑法修正案（八）").at_home == {"刑法修正案八"}


def test_law_does_not_answer_to_what_kind_of_law_it_is() -> None:
    assert answers("Convention of 1954").at_home == {"convention of 1954"}


@pytest.mark.parametrize("piece", ["(A) ", "«О ", "A B ", "республики ", "republic of ", "《", "кодекс "])
def test_name_made_to_be_slow_is_keyed_in_time(piece: str) -> None:
    name = piece * (100_000 // len(piece))

    with within(2):
        assert len(key(name)) + len(cited_key(name)) <= 1000
        answers(name, ["Китай", "China"])
