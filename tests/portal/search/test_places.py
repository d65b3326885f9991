import pytest

from portal.search.places import Names

KAZAKHSTAN, HONG_KONG, CHINA = ("jurisdiction", "kz"), ("region", "CN-HK"), ("jurisdiction", "cn")


@pytest.fixture
def names() -> Names:
    made = Names()
    for name, place in (
        ("Казахстан", KAZAKHSTAN),
        ("哈萨克斯坦", KAZAKHSTAN),
        ("Hong Kong", HONG_KONG),
        ("China", CHINA),
    ):
        made.add(name, place)
    return made


@pytest.mark.parametrize(
    ("text", "places", "rest"),
    [
        ("ИНН в Казахстане", [KAZAKHSTAN], "ИНН в  "),
        ("VAT in Hong Kong, CHINA", [HONG_KONG, CHINA], "VAT in  ,  "),
        ("VAT in HONG KONG", [HONG_KONG], "VAT in  "),
        ("在哈萨克斯坦的增值税", [KAZAKHSTAN], "在 的增值税"),
        ("Force majeure", [], "Force majeure"),
    ],
)
def test_names_are_taken_out_and_the_rest_keeps_its_capitals(
    names: Names, text: str, places: list[object], rest: str
) -> None:
    """An abbreviation in capitals has no stem: in small letters it would be another word."""
    assert names.within(text) == (places, rest)


def test_name_within_a_longer_name_is_not_named_besides() -> None:
    names = Names()
    names.add("蒙古", ("jurisdiction", "mn"))
    names.add("内蒙古自治区", ("region", "CN-NM"))

    assert names.within("内蒙古的草原") == ([("region", "CN-NM")], " 的草原")
