import datetime

import pytest
from django.utils import translation

from legal.laws.formats.document import Place, Words
from legal.laws.formats.reading import read, spoken_in
from legal.laws.kinds import ForceStatus, ProvisionKind, TextStatus
from tests.factories import EditionFactory, LawFactory, ProvisionFactory, ProvisionTextFactory, TopicFactory

pytestmark = pytest.mark.django_db
DAY = datetime.date(2025, 11, 24)
SITE = "https://portal.example"


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def law(**changes):
    return LawFactory(
        **(
            {
                "slug": "civil-code",
                "title_zh_hans": "民法典",
                "title_en": "Civil Code",
                "title_ru": "",
                "authority_en": "National People’s Congress",
                "number": "No. 45",
                "source": "https://law.example/",
            }
            | changes
        )
    )


def text(edition, number="1", language="zh", **changes):
    provision = edition.provisions.filter(number=number).first() or ProvisionFactory(edition=edition, number=number)
    return ProvisionTextFactory(provision=provision, language=language, **changes)


def facts(document):
    return {fact.label: fact.value for fact in document.facts}


def test_languages_of_an_edition_come_in_our_order():
    edition = EditionFactory(law=law())
    for language in ("uz", "ru", "kk", "zh"):
        text(edition, language=language)
    text(EditionFactory(law=law(slug="other")), language="en")

    assert spoken_in(edition) == ["zh", "ru", "kk", "uz"]


def test_statement_tells_what_the_law_is_and_what_its_texts_are_worth():
    edition = EditionFactory(law=law(), amended_by="Decision of 2024")
    text(edition, body="甲", source="https://law.example/zh")
    text(edition, language="ru", status=TextStatus.TRANSLATION)

    document = read(edition, ["zh", "ru"], site=SITE, day=DAY)

    assert facts(document) == {
        "Country or organisation": "China",
        "Kind": "Law",
        "Number": "No. 45",
        "Adopted by": "National People’s Congress",
        "Edition": "Edition in force from 1 January 2021",
        "Status": "In force since 1 January 2021",
        "Amended by": "Decision of 2024",
        "Chinese": "Official text. https://law.example/zh",
        "Russian": "Translation; only the original is binding.",
        "Where the official text stands": "https://law.example/",
        "Permalink": "https://portal.example/en/laws/cn/civil-code/2021-01-01/?with=zh&with=ru",
        "Made": "24 November 2025",
    }
    assert document.facts[0].line == "Country or organisation: China"


def test_statement_leaves_out_what_is_not_known():
    bare = law(number="", source="", authority_en="")
    edition = EditionFactory(law=bare, in_force=None, adopted=datetime.date(2021, 6, 1))
    text(edition)

    told = facts(read(edition, ["zh"], site=SITE, day=DAY))

    assert told == {
        "Country or organisation": "China",
        "Kind": "Law",
        "Edition": "Edition adopted on 1 June 2021",
        "Status": "Adopted on 1 June 2021; entry into force not known",
        "Chinese": "Official text.",
        "Permalink": "https://portal.example/en/laws/cn/civil-code/2021-06-01/?with=zh",
        "Made": "24 November 2025",
    }


def test_replaced_edition_says_so_before_anything_else():
    edition = EditionFactory(law=law(), until=datetime.date(2025, 3, 1))
    text(edition)

    told = [
        facts(read(edition, ["zh"], site=SITE, day=day))["Status"]
        for day in (DAY, edition.until - datetime.timedelta(1))
    ]

    assert told == ["Replaced by a later edition on 1 March 2025", "In force since 1 January 2021"]


def test_edition_without_a_date_says_so():
    edition = EditionFactory(law=law(), in_force=None)
    text(edition)

    document = read(edition, ["zh"], site=SITE, day=DAY)

    assert (document.running, document.standing) == ("Edition without a date", ForceStatus.UNKNOWN)


def test_permalink_of_the_readers_own_language_names_the_others_only():
    edition = EditionFactory(law=law())
    text(edition, language="en")

    assert read(edition, ["en"], site=SITE, day=DAY).permalink == (
        "https://portal.example/en/laws/cn/civil-code/2021-01-01/"
    )


def test_places_come_in_order_with_their_words():
    edition = EditionFactory(law=law())
    part = ProvisionFactory(edition=edition, kind=ProvisionKind.PART, number="1", path="part-1", position=1)
    second = ProvisionFactory(edition=edition, number="2", path="article-2", position=3, parent=part, depth=1)
    first = ProvisionFactory(edition=edition, number="1", path="article-1", position=2, parent=part, depth=1)
    ProvisionTextFactory(provision=first, label="第一条", heading="（目的）", body="甲", source="https://law.example/1")
    ProvisionTextFactory(provision=second, language="ru", label="Статья 2.", body="Б")

    document = read(edition, ["zh"], site=SITE, day=DAY)

    official = Words("第一条", "（目的）", "甲", TextStatus.OFFICIAL, "https://law.example/1")
    assert document.places == [
        Place(ProvisionKind.PART, "1", "", "part-1", 0, None, {}),
        Place(ProvisionKind.ARTICLE, "1", "Article 1", "article-1", 1, 0, {"zh": official}),
        Place(ProvisionKind.ARTICLE, "2", "Article 2", "article-2", 1, 0, {}),
    ]


def test_translation_of_an_earlier_wording_is_known():
    edition = EditionFactory(law=law())
    original = text(edition, body="新")
    text(edition, language="ru", status=TextStatus.TRANSLATION, based_on="0" * 32)
    text(edition, language="en", status=TextStatus.TRANSLATION, based_on=original.wording)

    (place,) = read(edition, ["ru", "en"], site=SITE, day=DAY).places

    assert {language: words.earlier for language, words in place.texts.items()} == {"ru": True, "en": False}


def test_translation_beside_a_digest_is_not_called_old():
    edition = EditionFactory(law=law())
    text(edition, body="新", status=TextStatus.DIGEST)
    text(edition, language="ru", status=TextStatus.TRANSLATION, based_on="0" * 32)

    (place,) = read(edition, ["ru"], site=SITE, day=DAY).places

    assert place.texts["ru"].earlier is False


def test_column_of_mixed_status_counts_the_others():
    edition = EditionFactory(law=law())
    for number, status in enumerate((TextStatus.OFFICIAL, TextStatus.OFFICIAL, TextStatus.MACHINE, TextStatus.DIGEST)):
        text(edition, number=str(number), status=status)

    (column,) = read(edition, ["zh"], site=SITE, day=DAY).columns

    assert (column.status, column.worth) == (
        TextStatus.OFFICIAL,
        "Official text. 2 places have another status, given where they stand.",
    )


def test_column_of_a_neighbours_language_has_its_name_and_no_title():
    edition = EditionFactory(law=law(original_language="ur"))
    text(edition, language="ur")

    (column,) = read(edition, ["ur"], site=SITE, day=DAY).columns

    assert (column.name, column.title, column.akoma, column.direction) == ("Urdu", "", "urd", "rtl")


def test_document_is_told_in_the_readers_language():
    edition = EditionFactory(law=law(topics=[TopicFactory()]))
    text(edition)

    with translation.override("zh-hans"):
        document = read(edition, ["zh"], site=SITE, day=DAY)

    assert (document.title, document.reader, document.places[0].name, document.topics, document.permalink) == (
        "民法典",
        "zh-Hans",
        "第一条",
        ("contract",),
        "https://portal.example/zh-hans/laws/cn/civil-code/2021-01-01/",
    )


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow_with_the_law(count, django_assert_num_queries):
    edition = EditionFactory(law=law())
    for number in range(count):
        text(edition, number=str(number))
        text(edition, number=str(number), language="ru")

    with django_assert_num_queries(4):
        read(edition, ["zh", "ru"], site=SITE, day=DAY)
