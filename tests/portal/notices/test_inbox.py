"""The inbox: one's own notices in one's own language, newest first, at a price that does not grow."""

import datetime
import re
from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.template import engines
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone, translation

from portal.accounts.models import User
from portal.languages import CODES
from portal.notices import actions, inbox
from portal.notices.errors import NotTheirsError
from portal.notices.models import Notice
from portal.notices.recipients import reader
from tests.factories import NoticeFactory, TopicFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]

INBOX = "/en/inbox/"
TITLES = {"zh-hans": "通知测试", "en": "A trial of the notices", "ru": "Проверка уведомлений"}
EMPTY = {"zh-hans": "还没有通知", "en": "Nothing has come yet", "ru": "Пока ничего нет"}


@pytest.fixture
def user(client: Client) -> User:
    user = UserFactory.create()
    client.force_login(user)
    return user


def several(user: User, number: int) -> list[Notice]:
    """Notices a minute apart, the oldest first."""
    begun = timezone.now() - datetime.timedelta(days=1)
    return [
        NoticeFactory.create(user=user, about=TopicFactory.create(), created_at=begun + datetime.timedelta(minutes=n))
        for n in range(number)
    ]


def shown(page: str) -> list[str]:
    """The notices a page shows, by their numbers."""
    return re.findall(r"action=\"/\w+(?:-\w+)?/inbox/([\w-]{36})/\"", page)


@pytest.mark.parametrize("code", CODES)
def test_inbox_speaks_the_language_of_its_page(client: Client, user: User, code: str) -> None:
    empty = client.get(f"/{code}/inbox/").text
    NoticeFactory.create(user=user)

    page = client.get(f"/{code}/inbox/").text

    assert EMPTY[code] in empty
    assert f"<h2>{TITLES[code]}</h2>" in page.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("number", [1, 3])
def test_inbox_asks_as_much_for_many_as_for_one(
    client: Client, user: User, number: int, django_assert_num_queries: Callable
) -> None:
    several(user, number)

    # eight of signing in; number in the header, page, what they are about, number unread
    with django_assert_num_queries(13):
        page = client.get(INBOX)

    assert len(shown(page.text)) == number


def test_newest_is_first_and_older_ones_follow_page_by_page(
    client: Client, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox, "PAGE", 2)
    notices = several(user, 5)
    pages, address = [], INBOX
    while address:
        page = client.get(address).text
        pages.append(shown(page))
        older = re.search(r'href="(\?[^"]*after=[\w-]+)"', page)
        address = f"{INBOX}{older.group(1)}".replace("&amp;", "&") if older else ""

    assert pages == [
        [str(notices[4].pk), str(notices[3].pk)],
        [str(notices[2].pk), str(notices[1].pk)],
        [str(notices[0].pk)],
    ]


def test_notices_of_one_moment_are_shown_once_each(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbox, "PAGE", 2)
    moment = timezone.now()
    NoticeFactory.create_batch(3, user=user, created_at=moment)
    first = inbox.page(inbox.notices(user), after=None)

    second = inbox.page(inbox.notices(user), after=Notice.objects.get(pk=first.after))

    assert len({entry.notice.pk for entry in [*first.entries, *second.entries]}) == 3


def test_only_what_is_unread_is_shown_where_asked(client: Client, user: User) -> None:
    NoticeFactory.create(user=user, read_at=timezone.now())
    unread = NoticeFactory.create(user=user)

    assert shown(client.get(f"{INBOX}?unread=1").text) == [str(unread.pk)]


def test_nothing_unread_is_said(client: Client, user: User) -> None:
    NoticeFactory.create(user=user, read_at=timezone.now())

    assert "You have read everything" in client.get(f"{INBOX}?unread=1").text


@pytest.mark.parametrize("place", ["after=nonsense", "after=00000000-0000-4000-8000-000000000000", "unread=%00"])
def test_place_that_is_none_shows_the_beginning(client: Client, user: User, place: str) -> None:
    NoticeFactory.create(user=user)

    assert len(shown(client.get(f"{INBOX}?{place}").text)) == 1


def test_notices_of_others_are_not_shown(client: Client, user: User) -> None:
    NoticeFactory.create()
    NoticeFactory.create(user=user, shown=False)
    NoticeFactory.create(user=user, kind="gone.away")

    assert shown(client.get(INBOX).text) == []


def test_opening_marks_read_and_leads_on(client: Client, user: User) -> None:
    notice = NoticeFactory.create(user=user)

    response = client.post(reverse("notices:open", args=[notice.pk]))

    notice.refresh_from_db()
    assert (response.status_code, response["Location"]) == (302, reverse("notices:inbox"))
    assert notice.read_at


def test_marking_read_leads_back_to_the_same_place(client: Client, user: User) -> None:
    notice, after = several(user, 2)

    with translation.override("en"):
        address = reverse("notices:mark-read", args=[notice.pk])
    response = client.post(address, {"unread": "1", "after": str(after.pk)})

    notice.refresh_from_db()
    assert response["Location"] == f"{INBOX}?unread=1&after={after.pk}"
    assert notice.read_at


@pytest.mark.parametrize("sent", [{"after": "nonsense"}, {}])
def test_marking_read_from_nowhere_leads_to_the_beginning(client: Client, user: User, sent: dict[str, str]) -> None:
    notice = NoticeFactory.create(user=user)

    response = client.post(f"/en/inbox/{notice.pk}/read/", sent)

    assert response["Location"] == INBOX


@pytest.mark.parametrize("place", ["", "read/"])
def test_notice_of_somebody_else_is_not_found(client: Client, user: User, place: str) -> None:
    notice = NoticeFactory.create()

    response = client.post(f"/en/inbox/{notice.pk}/{place}")

    notice.refresh_from_db()
    assert (response.status_code, notice.read_at) == (404, None)


def test_all_are_marked_read_and_their_number_told(client: Client, user: User) -> None:
    NoticeFactory.create_batch(3, user=user)
    other = NoticeFactory.create()

    client.post("/en/inbox/read/")

    other.refresh_from_db()
    assert (inbox.unread_count(user), other.read_at) == (0, None)
    assert "Mark all as read" not in client.get(INBOX).text


def test_first_reading_counts() -> None:
    moment = timezone.now() - datetime.timedelta(days=1)
    notice = NoticeFactory.create(read_at=moment)

    actions.mark_read(notice, by=notice.user)

    notice.refresh_from_db()
    assert notice.read_at == moment


def test_nobody_reads_for_somebody_else() -> None:
    notice = NoticeFactory.create()

    with pytest.raises(NotTheirsError):
        actions.mark_read(notice, by=UserFactory.create())


@pytest.mark.parametrize("name", ["inbox", "preferences"])
def test_stranger_is_led_to_sign_in(client: Client, name: str) -> None:
    response = client.get(reverse(f"notices:{name}"))

    assert response.status_code == 302


def test_nobody_signed_in_has_no_inbox() -> None:
    request = RequestFactory().get("/")
    request.user = AnonymousUser()

    with pytest.raises(PermissionDenied):
        reader(request)


def header(user: object) -> str:
    template = engines["django"].from_string("{% load notices %}{% unread_count user %}")
    with translation.override("en"):
        return " ".join(template.render({"user": user}).split())


def test_header_tells_the_number_unread_in_one_query(user: User, django_assert_num_queries: Callable) -> None:
    NoticeFactory.create_batch(2, user=user)
    NoticeFactory.create(user=user, read_at=timezone.now())

    with django_assert_num_queries(1):
        link = header(user)

    assert 'aria-hidden="true">2<' in link
    assert ", 2 unread" in link


def test_header_counts_no_further_than_is_told(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbox, "COUNTED", 2)
    NoticeFactory.create_batch(4, user=user)

    assert "2+" in header(user)


def test_header_of_an_empty_inbox_has_no_number(user: User) -> None:
    assert header(user) == '<a class="act inbox-link" href="/en/inbox/">Inbox </a>'


def test_header_of_a_stranger_has_no_inbox() -> None:
    assert header(AnonymousUser()) == ""
