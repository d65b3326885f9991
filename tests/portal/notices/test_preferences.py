"""The page of which mail one gets, and the link in each mail that ends mails of its sort."""

import datetime
import re

import pytest
from django.core import signing
from django.test import Client
from django.utils import translation

from portal.accounts.models import User
from portal.languages import CODES
from portal.notices import preferences, unsubscribing
from portal.notices.kinds import Kind
from portal.notices.models import Notice, Preference, QuietHours
from portal.notices.notices import DIGEST, TRIAL
from portal.notices.recipients import fingerprint
from portal.notices.states import Mail
from tests.factories import NoticeFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]

PAGE = "/en/inbox/preferences/"
GROUP = TRIAL.group.slug
FIELD = f"mail-{GROUP}"
HEADINGS = {"zh-hans": "邮件接收设置", "en": "Which mail you get", "ru": "Какие письма присылать"}


@pytest.fixture
def user(client: Client) -> User:
    user = UserFactory.create()
    client.force_login(user)
    return user


@pytest.mark.parametrize("code", CODES)
def test_page_speaks_each_language(client: Client, user: User, code: str) -> None:
    assert f"<h1>{HEADINGS[code]}</h1>" in client.get(f"/{code}/inbox/preferences/").text


def test_what_is_always_sent_is_locked_and_says_why(client: Client, user: User, mandatory: Kind) -> None:
    page = client.get(PAGE).text

    assert "Always at once" in page
    assert "You must hear at once when somebody enters your account" in page
    assert [one.group for one in preferences.locked() if mandatory in one.kinds] == [mandatory.group]
    assert FIELD not in page


def test_choice_is_kept(client: Client, user: User) -> None:
    others = {f"mail-{group.slug}": "at-once" for group in preferences.optional()}
    wanted = others | {FIELD: "daily"}

    response = client.post(PAGE, {**wanted, "begin": "22:00", "end": "07:00"})

    assert (response.status_code, response["Location"]) == (302, PAGE)
    assert preferences.of_user(user) == {**wanted, "begin": datetime.time(22), "end": datetime.time(7)}
    checked = re.findall(r'name="([\w-]+)" value="([\w-]+)"[^>]* checked', client.get(PAGE).text)
    assert dict(checked) == wanted


def test_quiet_hours_end_where_none_are_written(client: Client, user: User) -> None:
    QuietHours.objects.create(user=user, begin=datetime.time(22), end=datetime.time(7))

    wanted = {f"mail-{group.slug}": "at-once" for group in preferences.optional()}

    client.post(PAGE, {**wanted, "begin": "", "end": ""})

    assert not QuietHours.objects.exists()


@pytest.mark.parametrize(
    ("begin", "end", "said"),
    [
        ("22:00", "", "Write both times, or neither."),
        ("", "07:00", "Write both times, or neither."),
        ("22:00", "22:00", "Quiet hours begin and end at different times."),
        ("25:00", "", "Enter a valid time."),
    ],
)
def test_hours_that_are_none_are_told_and_kept_in_the_form(
    client: Client, user: User, begin: str, end: str, said: str
) -> None:
    page = client.post(PAGE, {FIELD: "daily", "begin": begin, "end": end})

    assert page.status_code == 200
    assert page.text.count(said) == 2
    assert f'value="{begin or end}"' in page.text
    assert not Preference.objects.exists()


def test_error_is_read_with_its_field(client: Client, user: User) -> None:
    page = client.post(PAGE, {FIELD: "hourly", "begin": "25:00", "end": ""}).text

    told = re.findall(r'aria-describedby="([^"]+)"', page)
    assert "id_begin_error" in told
    assert [name for name in " ".join(told).split() if f'id="{name}"' not in page] == []


def test_choice_that_is_none_is_told(client: Client, user: User) -> None:
    page = client.post(PAGE, {FIELD: "hourly"})

    assert "hourly is not one of the available choices" in page.text
    assert not Preference.objects.exists()


def leaving(notice: Notice, kind: Kind = TRIAL) -> str:
    with translation.override("en"):
        return unsubscribing.address(notice, kind)


@pytest.mark.parametrize("code", CODES)
def test_link_of_a_mail_shows_a_page_with_a_button_and_ends_nothing(client: Client, code: str) -> None:
    address = leaving(NoticeFactory.create()).replace("/en/", f"/{code}/")

    page = client.get(address)

    assert (page.status_code, page.text.count('<form method="post">')) == (200, 1)
    assert not Preference.objects.exists()


def test_one_click_ends_the_mails_of_its_group_for_this_person_alone() -> None:
    notice, other = NoticeFactory.create(), UserFactory.create()
    client = Client(enforce_csrf_checks=True)

    response = client.post(leaving(notice), {"List-Unsubscribe": "One-Click"})

    assert (response.status_code, "You no longer get mail about: The portal itself." in response.text) == (200, True)
    assert list(Preference.objects.values_list("user", "group", "mail")) == [(notice.user_id, GROUP, Mail.NEVER)]
    assert not other.notice_preferences.exists()


def test_one_click_again_changes_nothing(client: Client) -> None:
    address = leaving(NoticeFactory.create())

    client.post(address)
    client.post(address)

    assert Preference.objects.count() == 1


def test_address_without_an_account_is_remembered_by_its_fingerprint(client: Client) -> None:
    address = leaving(NoticeFactory.create(user=None, email="new@people.example", language="en"))

    client.post(address)

    assert "new@people" not in address
    assert Preference.objects.get().outsider == fingerprint("new@people.example")


def test_link_of_a_daily_mail_ends_all_that_comes_in_it(client: Client) -> None:
    notice = NoticeFactory.create(kind=DIGEST.slug, shown=False)
    Preference.objects.create(user=notice.user, group=GROUP, mail=Mail.DAILY)
    Preference.objects.create(user=notice.user, group="other", mail=Mail.AT_ONCE)

    client.post(leaving(notice, DIGEST))

    assert dict(Preference.objects.values_list("group", "mail")) == {GROUP: Mail.NEVER, "other": Mail.AT_ONCE}


def test_link_of_an_account_that_is_gone_answers_alike(client: Client) -> None:
    notice = NoticeFactory.create()
    address = leaving(notice)
    notice.user.delete()

    response = client.post(address)

    assert (response.status_code, Preference.objects.exists()) == (200, False)


@pytest.mark.parametrize(
    "token",
    ["nonsense", signing.dumps(["portal", 1]), signing.dumps(["portal", 1], salt="other")],
    # A signature tells the second it was made in, and every process that runs tests must call them alike.
    ids=["nonsense", "signed for another use", "signed with another salt"],
)
def test_token_that_is_not_ours_is_not_found(client: Client, token: str) -> None:
    assert [
        client.get(f"/en/inbox/unsubscribe/{token}/").status_code,
        client.post(f"/en/inbox/unsubscribe/{token}/").status_code,
    ] == [404, 404]


def test_token_of_a_group_that_is_gone_is_still_good(client: Client) -> None:
    user = UserFactory.create()
    token = signing.dumps(["gone", user.pk], salt=unsubscribing.SALT)

    response = client.post(f"/en/inbox/unsubscribe/{token}/")

    assert (response.status_code, Preference.objects.get().group) == (200, "gone")
