"""What a document lacks for use in a country: no figure and no rule of ours, only what is known and from where."""

import datetime

import pytest

from legal.exhibits.models import Exhibit
from legal.exhibits.passport import passport
from legal.exhibits.registry import Route, Way
from portal.reference.models import Jurisdiction

KZ = Jurisdiction(pk=1, code="kz", name_en="Kazakhstan", languages=["kk", "ru"])
CN = Jurisdiction(pk=2, code="cn", name_en="China", languages=["zh"])
HK = Jurisdiction(pk=3, code="hk", name_en="Hong Kong", languages=["zh-Hant", "en"])
NOWHERE = Jurisdiction(pk=4, code="xx", name_en="Nowhere", languages=[])


def route(way: Way) -> Route:
    return Route(way, "Sample source", "https://source.example/", datetime.date(2026, 11, 1))


def checks(
    exhibit: Exhibit, used_in: Jurisdiction = CN, way: Way | None = None, **more: object
) -> list[tuple[str, str]]:
    found = passport(exhibit, used_in, route=route(way) if way else None, **more)
    return [(one.mark.value, one.sentence) for one in found]


@pytest.mark.parametrize(
    ("document", "used_in", "mark", "sentence"),
    [
        ({"language": "ru"}, CN, "lacking", "A translation into this language: Chinese."),
        (
            {"language": "zh"},
            KZ,
            "lacking",
            "A translation into one of the official languages: Kazakh, Russian.",
        ),
        (
            {"language": "zh", "second_language": "ru"},
            KZ,
            "done",
            "There is a text in a language of that country: Russian.",
        ),
        ({"language": "zh"}, HK, "done", "There is a text in a language of that country: Chinese."),
        ({"language": "zxx"}, CN, "done", "There are no words in it to translate."),
        (
            {"language": "zh"},
            NOWHERE,
            "ask",
            "Which languages are read there is not known here: ask whoever receives it.",
        ),
    ],
)
def test_text_is_lacking_where_none_is_in_a_language_of_the_country(document, used_in, mark, sentence) -> None:
    assert checks(Exhibit(**document), used_in)[0] == (mark, sentence)


def test_translation_is_a_text_in_its_language() -> None:
    translations = [Exhibit(language="zh")]

    assert checks(Exhibit(language="kk"), translations=translations)[0][0] == "done"


@pytest.mark.parametrize(
    ("document", "way", "mark", "begins"),
    [
        ({"made_in": None}, Way.APOSTILLE, "ask", "Say in which country it was made"),
        ({"made_in": CN}, Way.APOSTILLE, "done", "It was made in the country it is used in"),
        ({"legalization": "not-needed"}, Way.APOSTILLE, "done", "You have noted"),
        ({}, None, "ask", "Whether it needs an apostille or legalization is not known here"),
        ({"legalization": "apostille"}, None, "ask", "It bears a certificate: Apostille."),
        ({}, Way.NOTHING, "done", "Between the two countries"),
        ({}, Way.APOSTILLE, "lacking", "An apostille of an authority"),
        ({"legalization": "legalized"}, Way.APOSTILLE, "lacking", "An apostille of an authority"),
        ({"legalization": "apostille"}, Way.APOSTILLE, "done", "It bears the certificate that is needed: Apostille."),
        ({"legalization": "needed"}, Way.LEGALIZATION, "lacking", "Legalization by the consulate"),
        ({"legalization": "legalized"}, Way.LEGALIZATION, "done", "It bears the certificate that is needed"),
    ],
)
def test_certificate_is_lacking_where_the_way_is_known_and_it_is_not_borne(document, way, mark, begins) -> None:
    found = checks(Exhibit(**{"language": "ru", "made_in": KZ, **document}), way=way)[1]

    assert found[0] == mark
    assert found[1].startswith(begins)


def test_what_rests_on_a_rule_of_states_names_its_source() -> None:
    document = Exhibit(language="ru", made_in=KZ)

    known = passport(document, CN, route=route(Way.APOSTILLE))[1].route
    unknown = passport(document, CN, route=None)[1].route

    assert (known, unknown) == (route(Way.APOSTILLE), None)
