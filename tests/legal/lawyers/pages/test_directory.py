"""The directory of lawyers: what passes, in which order, and what its page says of that."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone, translation
from lxml import html

from legal.lawyers.directory import Filters, lawyers, listed, ordered
from legal.lawyers.forms import DirectoryForm
from legal.lawyers.models import Firm, Lawyer
from legal.lawyers.states import State
from portal.languages import CODES
from tests.factories import (
    AdmissionFactory,
    FirmFactory,
    JurisdictionFactory,
    LawFactory,
    LawyerFactory,
    SkillFactory,
    TopicFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]


def named(zh: str, en: str, ru: str, **facts: Any) -> Lawyer:
    return LawyerFactory.create(slug=en.lower().replace(" ", "-"), name_zh_hans=zh, name_en=en, name_ru=ru, **facts)


@pytest.fixture
def shelf() -> None:
    """Three lawyers who differ in everything that narrows, and one nobody is shown."""
    kazakhstan = JurisdictionFactory.create(
        code="kz", name_zh_hans="哈萨克斯坦", name_en="Kazakhstan", name_ru="Казахстан"
    )
    zhao = named("赵岚", "Zhao Lan", "Чжао Лань", topics=[TopicFactory.create()])
    AdmissionFactory.create(lawyer=zhao)
    SkillFactory.create(lawyer=zhao, language="ru", consult="B2", draft="B1", plead="")
    firm = FirmFactory.create(name_zh_hans="草原律师事务所", name_en="Steppe Chambers", name_ru="Контора «Степь»")
    aigul = named("阿依古丽", "Aigul Omarova", "Айгуль Омарова", firm=firm, native_name="Айгүл", native_language="kk")
    AdmissionFactory.create(lawyer=aigul, jurisdiction=kazakhstan)
    SkillFactory.create(lawyer=aigul, language="ru", consult="C2", draft="", plead="C2")
    named("兰草", "Lan Steppe", "Лань Степной", takes_new_matters=False)
    LawyerFactory.create(state=State.HIDDEN, name_en="Zhao Hidden")


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["aigul-omarova", "lan-steppe", "zhao-lan"]),
        ({"jurisdiction": "kz"}, ["aigul-omarova"]),
        ({"topic": "contract"}, ["zhao-lan"]),
        ({"language": "ru"}, ["aigul-omarova", "zhao-lan"]),
        ({"language": "ru", "task": "draft"}, ["zhao-lan"]),
        ({"available": True}, ["aigul-omarova", "zhao-lan"]),
        ({"name": "草原"}, ["aigul-omarova"]),
        ({"name": "айгүл"}, ["aigul-omarova"]),
        ({"jurisdiction": "kz", "topic": "contract"}, []),
    ],
)
def test_filters_narrow_the_list_together(asked: dict[str, Any], found: list[str]) -> None:
    assert sorted(lawyers(Filters(**asked)).values_list("slug", flat=True)) == found


@pytest.mark.parametrize(
    "asked", ["辽什", "artyom tsel", "ZELENIN", "артём", "АРТЕМ А", "Артемович", "өрикте", "ӨРІКТЕ"]
)
def test_part_of_any_name_is_found_in_any_case_and_with_either_e(asked: str) -> None:
    named("辽什律师", "Artyom Tselenin-Zelenin", "Артем Артёмович", native_name="Өрікте Өрикте", native_language="kk")
    named("喀什", "Somebody Else", "Кто-то другой")

    assert slugs(Filters(name=asked)) == ["artyom-tselenin-zelenin"]


@pytest.mark.parametrize("asked", ["草原", "STEPPE ch", "степь", "Пёстрая", "ПЕСТРАЯ"])
def test_lawyer_is_found_by_a_part_of_any_name_of_the_firm(asked: str) -> None:
    firm = FirmFactory.create(
        name_zh_hans="草原律师事务所", name_en="Steppe Chambers", name_ru="Контора «Пёстрая степь»"
    )
    named("赵岚", "Zhao Lan", "Чжао Лань", firm=firm)
    named("兰一", "Lan Yi", "Лань И", firm=FirmFactory.create())

    assert slugs(Filters(name=asked)) == ["zhao-lan"]


def test_names_are_found_by_as_soon_as_they_are_others() -> None:
    firm = FirmFactory.create()
    zhao = named("赵岚", "Zhao Lan", "Чжао Лань", firm=firm)

    type(firm).objects.update(name_en="Meadow Chambers")
    Lawyer.objects.filter(pk=zhao.pk).update(name_en="Zhao Mei", name_ru=None)

    assert [slugs(Filters(name=one)) for one in ("meadow", "zhao mei", "чжао", "zhao lan")] == [
        ["zhao-lan"],
        ["zhao-lan"],
        [],
        [],
    ]


@pytest.mark.parametrize("asked", ["lan%", "zhao_lan", "lan\\"])
def test_sign_that_stands_for_others_elsewhere_stands_for_itself(asked: str) -> None:
    named("赵岚", "Zhao Lan", "Чжао Лань")

    assert slugs(Filters(name=asked)) == []


def slugs(filters: Filters) -> list[str]:
    return [lawyer.slug for lawyer in listed(list(ordered(filters)))]


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    ("code", "order"),
    [
        ("zh-hans", ["aigul-omarova", "lan-steppe", "zhao-lan"]),
        ("en", ["aigul-omarova", "lan-steppe", "zhao-lan"]),
        ("ru", ["aigul-omarova", "lan-steppe", "zhao-lan"]),
    ],
)
def test_those_verified_on_one_day_stand_by_their_names_in_the_readers_language(code: str, order: list[str]) -> None:
    with translation.override(code):
        assert slugs(Filters()) == order


def test_names_of_a_language_are_in_its_own_order() -> None:
    named("张一", "Wu", "Яковлева")
    named("赵二", "Abe", "Ёлкин")

    found = {}
    for code in CODES:
        with translation.override(code):
            found[code] = slugs(Filters())

    assert found == {"zh-hans": ["wu", "abe"], "en": ["abe", "wu"], "ru": ["abe", "wu"]}


@pytest.mark.usefixtures("shelf")
def test_better_match_comes_before_the_day_of_verification() -> None:
    Lawyer.objects.filter(slug="aigul-omarova").update(verified_at=timezone.now())
    named("岚", "Lan", "Лань", verified_at=datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC))

    assert slugs(Filters(name="lan")) == ["lan", "lan-steppe", "zhao-lan"]
    assert slugs(Filters(name="steppe")) == ["lan-steppe", "aigul-omarova"]


@pytest.mark.usefixtures("shelf")
def test_higher_level_for_the_task_comes_first_and_then_whoever_was_verified_last() -> None:
    Lawyer.objects.filter(slug="zhao-lan").update(verified_at=timezone.now())

    assert slugs(Filters(language="ru")) == ["zhao-lan", "aigul-omarova"]
    assert slugs(Filters(language="ru", task="consult")) == ["aigul-omarova", "zhao-lan"]


def test_day_of_verification_is_that_of_beijing() -> None:
    for hour in (15, 17):
        at = datetime.datetime(2026, 11, 2, hour, tzinfo=datetime.UTC)
        LawyerFactory.create(slug=f"at-{hour}", verified_at=at)

    days = dict(Lawyer.objects.values_list("slug", "verified_on"))

    assert days == {"at-15": datetime.date(2026, 11, 2), "at-17": datetime.date(2026, 11, 3)}


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    "rubbish", ["jurisdiction=zz&language=xx&task=dance&page=0", "page=abc&topic=%00", "task=plead"]
)
def test_what_makes_no_sense_narrows_nothing(client: Client, rubbish: str) -> None:
    page = html.fromstring(client.get(f"/en/lawyers/?{rubbish}").text)

    assert len(page.xpath("//ol[@class='people']/li")) == 3


def test_asked_name_is_shortened_and_printable() -> None:
    form = DirectoryForm({"name": " zhao\0  lan " + "x" * 200, "available": "on", "page": "3"})  # type: ignore[arg-type]

    assert form.is_valid()
    assert form.filters().name == ("zhao lan " + "x" * 200)[:80]
    assert form.query().startswith("name=zhao+lan+xxx")
    assert form.query().endswith("&available=on")


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("zh-hans", ["共3位律师", "排名不可付费", "执业信息核验于2026年11月2日", "可办理的法域", "目前不接受新委托。"]),
        (
            "en",
            ["3 lawyers", "Nobody can pay for a place", "Licence verified on 2 November 2026", "Practises the law of"],
        ),
        ("ru", ["3 юриста", "Место в списке нельзя купить", "Лицензия проверена 2 ноября 2026", "Право какой страны"]),
    ],
)
def test_page_says_how_it_is_ordered_and_what_was_verified(client: Client, code: str, words: list[str]) -> None:
    text = client.get(f"/{code}/lawyers/").text.replace("\N{NO-BREAK SPACE}", " ")

    assert [one for one in words if one not in text] == []


def test_check_that_is_due_again_and_samples_are_shown_as_such(client: Client) -> None:
    LawyerFactory.create(recheck_on=timezone.localdate(), sample=True)

    text = client.get("/en/lawyers/").text.replace("\N{NO-BREAK SPACE}", " ")

    assert "Licence verified on 2 November 2026; the next check is due" in text
    assert "Sample, not a real person or firm" in text


@pytest.mark.parametrize(("address", "says"), [("", "No lawyer is published yet"), ("?name=x", "No lawyer passes all")])
def test_empty_list_says_why_and_where_to_go(client: Client, address: str, says: str) -> None:
    assert says in client.get(f"/en/lawyers/{address}").text


def test_long_list_is_turned_page_by_page_with_what_was_asked(client: Client) -> None:
    LawyerFactory.create_batch(21)

    second = html.fromstring(client.get("/en/lawyers/?available=on&page=2").text)

    assert len(second.xpath("//ol[@class='people']/li")) == 1
    assert second.xpath("//nav[@class='pages']//a[@rel='prev']")[0].get("href") == "?available=on&page=1"


@pytest.mark.parametrize("number", [1, 3])
def test_list_takes_the_same_number_of_queries_however_many_are_shown(
    client: Client, number: int, django_assert_num_queries: Any
) -> None:
    LawFactory.create()
    for lawyer in LawyerFactory.create_batch(number, firm=FirmFactory.create(), topics=[TopicFactory.create()]):
        AdmissionFactory.create(lawyer=lawyer)
        SkillFactory.create_batch(1, lawyer=lawyer)

    # When anything changed, asked three times (of a page in demand once a second); two lists to pick from; the count,
    # the keys and the lawyers; admissions, languages, areas.
    with django_assert_num_queries(11):
        client.get("/en/lawyers/?jurisdiction=cn&language=en&task=consult&name=a")


def test_row_and_number_are_of_today_however_often_they_were_shown(client: Client) -> None:
    firm = FirmFactory.create(name_en="Steppe Chambers")
    LawyerFactory.create(firm=firm)
    before = client.get("/en/lawyers/").text

    Firm.objects.filter(pk=firm.pk).update(name_en="Hill Chambers", changed_at=timezone.now())
    LawyerFactory.create()
    after = client.get("/en/lawyers/").text

    assert [("Steppe" in page, "Hill" in page, "2 lawyers" in page) for page in (before, after)] == [
        (True, False, False),
        (False, True, True),
    ]
    assert client.get("/en/lawyers/?again").text.count("Hill") == 1


def test_list_to_pick_from_shows_what_was_picked(client: Client) -> None:
    page = html.fromstring(client.get("/en/lawyers/?task=plead&language=ru").content)

    picked = page.xpath("//select/option[@selected]")
    assert [(one.getparent().get("id"), one.get("value")) for one in picked] == [
        ("id_jurisdiction", ""), ("id_topic", ""), ("id_language", "ru"), ("id_task", "plead")
    ]  # fmt: skip
