"""What a person says of themselves."""

import datetime
import re

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone, translation

from portal.accounts import browsers, phones, time_zones
from portal.accounts.models import User
from portal.languages import CODES

SUMMER = datetime.datetime(2026, 7, 1, tzinfo=datetime.UTC)


@pytest.fixture
def person(client: Client) -> User:
    user = User.objects.create_user("reader@portal.example", full_name="Zhao Lan", language="en")
    client.force_login(user)
    return user


def save(client: Client, **typed: str) -> list[str]:
    """The questions whose answers were refused."""
    answers = {"full_name": "Zhao Lan", "language": "en", "phone": "", "time_zone": "Asia/Shanghai"}
    response = client.post("/en/account/profile/", answers | typed)
    return [] if response.status_code == 302 else list(response.context["form"].errors)


@pytest.mark.django_db
def test_profile_is_saved_and_told_once(client: Client, person: User) -> None:
    refused = save(client, full_name="赵兰", language="zh-hans", phone="0998 123 4567", time_zone="Asia/Almaty")

    person.refresh_from_db()
    assert (refused, person.full_name, person.language, person.phone, person.time_zone) == (
        [],
        "赵兰",
        "zh-hans",
        "+869981234567",
        "Asia/Almaty",
    )
    told = [client.get("/en/account/").text.count("Your profile is saved.") for _ in range(2)]
    assert told == [1, 0]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("full_name", ""),
        ("full_name", "x" * 151),
        ("language", "kk"),
        ("phone", "12"),
        ("phone", "telephone"),
        ("phone", "+49 30 123456789012"),
        ("time_zone", "Asia/Urumqi"),
        ("time_zone", "Mars/Olympus"),
    ],
)
def test_answer_that_can_not_be_is_refused_and_nothing_saved(
    client: Client, person: User, question: str, answer: str
) -> None:
    assert save(client, **{question: answer}) == [question]
    person.refresh_from_db()
    assert (person.full_name, person.phone, person.time_zone) == ("Zhao Lan", "", "Asia/Shanghai")


@pytest.mark.django_db
def test_profile_shows_the_phone_as_people_write_it(client: Client, person: User) -> None:
    person.phone = "+869981234567"
    person.save()

    page = client.get("/en/account/profile/").text

    assert 'value="0998 123 4567"' in page
    assert "placeholder" not in page


@pytest.mark.django_db
def test_database_takes_no_phone_that_is_not_international() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("reader@portal.example", phone="0998 123 4567")


@pytest.mark.parametrize(
    ("written", "kept", "shown"),
    [
        ("0998 123 4567", "+869981234567", "0998 123 4567"),
        ("+86 138 0013 8000", "+8613800138000", "138 0013 8000"),
        ("+7 (701) 123-45-67", "+77011234567", "+7 701 123 4567"),
        ("+996 312 123456", "+996312123456", "+996 312 123 456"),
    ],
)
def test_phone_is_kept_international_and_shown_as_at_home(written: str, kept: str, shown: str) -> None:
    assert (phones.international(written), phones.shown(kept)) == (kept, shown)


@pytest.mark.parametrize("code", CODES)
def test_zones_are_named_in_the_language_of_the_page(code: str) -> None:
    with translation.override(code):
        zones = dict(time_zones.choices(now=SUMMER))

    assert next(iter(zones)) == "Asia/Shanghai"
    assert (
        zones["Asia/Shanghai"],
        zones["Asia/Almaty"],
        zones["Europe/Berlin"],
        zones["Asia/Singapore"],
    ) == {
        "zh-hans": (
            "北京时间 (UTC+08:00)",
            "哈萨克斯坦，阿拉木图 (UTC+05:00)",
            "德国，柏林 (UTC+02:00)",
            "新加坡 (UTC+08:00)",
        ),
        "en": (
            "Beijing time (UTC+08:00)",
            "Kazakhstan, Almaty (UTC+05:00)",
            "Germany, Berlin (UTC+02:00)",
            "Singapore (UTC+08:00)",
        ),
        "ru": (
            "Пекинское время (UTC+08:00)",
            "Казахстан, Алматы (UTC+05:00)",
            "Германия, Берлин (UTC+02:00)",
            "Сингапур (UTC+08:00)",
        ),
    }[code]
    assert re.search(r"UTC−1[01]:00", list(zones.values())[1])


def test_zones_have_the_names_the_portal_gives_to_places() -> None:
    with translation.override("zh-hans"):
        assert [time_zones.name(f"Asia/{city}") for city in ("Taipei", "Hong_Kong", "Macau")] == [
            "中国台湾，台北",
            "中国香港，香港",
            "中国澳门，澳门",
        ]
    assert "Asia/Urumqi" not in time_zones.known()


def test_distance_of_a_zone_is_that_of_the_day() -> None:
    winter = dict(time_zones.choices(now=SUMMER.replace(month=1)))

    assert winter["Europe/Berlin"].endswith("(UTC+01:00)")
    assert dict(time_zones.choices())["Asia/Shanghai"].endswith("(UTC+08:00)")


@pytest.mark.django_db
def test_hours_of_a_page_are_those_of_the_reader(client: Client, person: User) -> None:
    person.time_zone = "America/New_York"
    person.save()

    page = client.get("/en/account/sessions/").text

    here = timezone.now().astimezone(datetime.timezone(datetime.timedelta(hours=8)))
    assert here.strftime("%H:%M") not in page.split("<main")[1]
    assert timezone.get_current_timezone_name() == "Asia/Shanghai"


@pytest.mark.parametrize(
    ("user_agent", "shown"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML) Chrome/126.0 Safari/537.36",
            "Chrome, Windows",
        ),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0", "Edge, Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1", "Safari, iPhone"),
        ("Mozilla/5.0 (Linux; Android 14) Chrome/116 Safari/537.36 MicroMessenger/8.0", "WeChat, Android"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/124 YaBrowser/24.6 Safari/537.36", "Yandex, Windows"),
        ("curl/8.5.0", "curl"),
        ("", "an unknown browser"),
    ],
)
def test_browser_is_called_what_people_call_it(user_agent: str, shown: str) -> None:
    with translation.override("en"):
        assert browsers.name(user_agent) == shown
