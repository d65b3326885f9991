"""Photos of lawyers on the pages of readers: none before it is accepted, none once the profile is hidden."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from legal.lawyers.models import Lawyer
from legal.lawyers.states import State
from legal.lawyers.templatetags.lawyers import initials
from tests.factories import (
    AdmissionFactory,
    CaseFactory,
    FirmFactory,
    LawyerFactory,
    PortraitFactory,
    SkillFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]


def address(key: object, side: int = 128) -> str:
    return reverse("lawyer-photo", args=[key, side])


@pytest.fixture
def shown():
    lawyer = LawyerFactory.create(
        slug="sample",
        name_zh_hans="赵岚",
        name_en="Zhao Lan",
        name_ru="Чжао Лань",
        firm=FirmFactory.create(slug="firm"),
    )
    return PortraitFactory.create(lawyer=lawyer, shown=True)


def test_photo_is_served_to_everybody_and_kept_by_their_browser_alone(client: Client, shown) -> None:
    small, large = client.get(address(shown.key)), client.get(address(shown.key, 320))

    assert (small.content, large.content) == (shown.small, shown.large)
    assert (small["Content-Type"], small["X-Content-Type-Options"]) == ("image/webp", "nosniff")
    assert small["Cache-Control"] == "private, max-age=31536000, immutable"
    assert not small.cookies
    assert "Cookie" not in small.get("Vary", "")


def test_photo_that_is_not_shown_has_no_address(client: Client, shown) -> None:
    proposed = PortraitFactory.create(lawyer=shown.lawyer)
    there = [address(proposed.key), address(shown.key, 96), address(uuid.uuid4())]
    assert [client.get(one).status_code for one in there] == [404, 404, 404]

    Lawyer.objects.update(state=State.HIDDEN)

    assert client.get(address(shown.key)).status_code == 404


@pytest.mark.parametrize(
    ("code", "words"), [("zh-hans", "赵岚的照片"), ("en", "Photo of Zhao Lan"), ("ru", "Фотография: Чжао Лань")]
)
def test_pages_show_the_photo_with_its_words_and_its_room(client: Client, shown, code: str, words: str) -> None:
    listed, own, of_firm = (
        html.fromstring(client.get(f"/{code}/lawyers/{page}").text).xpath("//img[contains(@class, 'seal')]")
        for page in ("", "sample/", "firms/firm/")
    )

    told = [(one.get("src"), one.get("alt"), one.get("width"), one.get("height"), one.get("loading")) for one in listed]
    assert told == [(address(shown.key), words, "128", "128", "lazy")]
    assert [one.get("src") for one in of_firm] == [address(shown.key)]
    assert [(one.get("src"), one.get("width"), one.get("loading")) for one in own] == [
        (address(shown.key, 320), "320", None)
    ]


def test_case_shows_the_photo_of_who_practises_there(client: Client, shown) -> None:
    AdmissionFactory.create(lawyer=shown.lawyer)
    SkillFactory.create(lawyer=shown.lawyer, language="en")
    CaseFactory.create(slug="silk")

    assert address(shown.key) in client.get("/en/cases/cn/silk/").text


def test_machines_are_told_of_the_photo(client: Client, shown) -> None:
    told = client.get("/api/v1/lawyers/sample?fields=photo").json()

    assert told == {"photo": f"http://testserver{address(shown.key, 320)}"}
    assert f"http://testserver{address(shown.key, 320)}" in client.get("/en/lawyers/sample/").text


def test_who_has_no_photo_is_shown_by_the_initials(client: Client) -> None:
    LawyerFactory.create(name_en="Zhao Lan")

    (seal,) = html.fromstring(client.get("/en/lawyers/").text).xpath("//*[contains(@class, 'seal')]")

    assert (seal.tag, seal.text, seal.get("aria-hidden")) == ("span", "ZL", "true")


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("赵岚", "赵"),
        ("阿依古丽·买买提", "阿"),
        ("Zhao Lan", "ZL"),
        ("Абдрахманов Серик Нурланович", "АС"),
        ("o’Brien", "OB"),
        ("Плато", "П"),
        ("", ""),
    ],
)
def test_initials_are_in_the_script_of_the_name(name: str, letters: str) -> None:
    assert initials(name) == letters
