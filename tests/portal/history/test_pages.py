"""The history in the console."""

import datetime
import re

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from enterprises.actions.joining import ask
from enterprises.numbers import read
from portal.accounts.actions import apply_roles
from portal.accounts.models import User
from portal.history import telling
from portal.history.admin import A_PAGE
from portal.history.models import Entry
from portal.languages import CODES
from portal.reference.models import Topic
from tests.factories import LawFactory, TopicFactory
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db
ALL = "/console/history/entry/"
# The session, who asks and what they may; the entries, who did it, and the records they are about.
QUERIES = 6


def member(role: str, language: str = "en") -> User:
    apply_roles()
    user = User.objects.create_user(f"{role}@portal.example", is_staff=True, language=language, full_name="Li Wei")
    user.groups.add(Group.objects.get(name=role))
    return user


@pytest.fixture
def auditor(client: Client) -> User:
    user = member("auditor")
    signed_in_staff(client, user)
    return user


def shown(page: str) -> list[str]:
    """What the cells of the table say, row by row."""
    rows = re.findall(r"<tr class.*?</tr>", page, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", row).split()) for row in rows]


def test_page_of_a_record_tells_each_field_before_and_after(client: Client, auditor: User) -> None:
    topic = TopicFactory.create(name_en="Contract", position=1)
    Topic.objects.filter(pk=topic.pk).update(name_en="Contracts", position=2)

    page = client.get(reverse("admin:reference_topic_history", args=[topic.pk])).text

    newest, oldest = shown(page)
    assert "Changed Name (English): Contract → Contracts Position: 1 → 2" in newest
    assert "Topic Contract" in newest.replace("Contracts", "Contract", 1)
    assert "Added" in oldest
    assert "Slug: contract" in oldest


def test_who_changed_it_is_told_with_the_page(client: Client) -> None:
    topic = TopicFactory.create()
    editor = signed_in_staff(client, member("law-editor"))
    sent = {"slug": topic.slug, "position": 7, "name_zh_hans": "合同", "name_en": "Contract", "name_ru": "Договор"}

    editor.post(reverse("admin:reference_topic_change", args=[topic.pk]), sent)
    page = editor.get(reverse("admin:reference_topic_history", args=[topic.pk])).text

    assert "Li Wei by the page /console/reference/topic/" in shown(page)[0]


def test_role_given_and_topic_of_a_law_are_told_by_their_names(client: Client, auditor: User) -> None:
    law = LawFactory.create(topics=[TopicFactory.create(name_en="Contract")])

    of_user = client.get(reverse("admin:accounts_user_history", args=[auditor.pk])).text
    of_law = client.get(reverse("admin:laws_law_history", args=[law.pk])).text

    assert "Role of a user Role: Auditor" in " ".join(shown(of_user)).replace("· ", "")
    assert "Topic of a law Topic: Contract" in " ".join(shown(of_law)).replace("· ", "")
    assert "not kept" in of_user


def test_record_that_is_gone_still_has_its_history(client: Client, auditor: User) -> None:
    topic = TopicFactory.create()
    key = topic.pk
    topic.delete()

    page = client.get(reverse("admin:reference_topic_history", args=[key])).text

    assert f"History of “No. {key}”" in page
    assert "Deleted" in shown(page)[0]


def test_record_without_a_page_of_its_own_is_told_of_without_a_link(client: Client, auditor: User) -> None:
    ask(read("cn-uscc", "916531010000000271"), by=auditor)

    page = client.get(ALL, {"model": "enterprises.joinrequest"}).text

    (line,) = shown(page)
    assert "Request to join" in line
    assert "/joinrequest/" not in page


def test_history_of_a_record_is_for_who_may_see_the_record(client: Client, auditor: User) -> None:
    address = reverse("admin:accounts_user_history", args=[auditor.pk])
    signed_in_staff(client, member("registrar"))

    assert client.get(address).status_code == 403


@pytest.mark.parametrize(
    ("role", "status"), [("auditor", 200), ("administrator", 200), ("registrar", 403), ("translator", 403)]
)
def test_whole_history_is_for_auditors_and_administrators(client: Client, role: str, status: int) -> None:
    signed_in_staff(client, member(role))

    assert client.get(ALL).status_code == status


@pytest.mark.parametrize("code", CODES)
def test_whole_history_speaks_each_language(client: Client, code: str) -> None:
    signed_in_staff(client, member("auditor", code))
    TopicFactory.create()

    page = client.get(ALL).text

    with translation.override(code):
        assert str(Entry.Kind.INSERT.label) in page
        assert str(Topic._meta.verbose_name).capitalize() in page


def test_history_is_asked_by_person_kind_and_day(client: Client, auditor: User) -> None:
    topic = TopicFactory.create()
    today = timezone.localdate()

    def found(**asked: object) -> int:
        return len(shown(client.get(ALL, asked).text))

    everything = Entry.objects.count()
    assert everything <= A_PAGE or found() == A_PAGE
    assert found(model="reference.topic") == Entry.objects.of(Topic, str(topic.pk)).count() == 1
    assert found(model="reference.topic", day=today.isoformat()) == 1
    assert found(model="reference.topic", day=(today - datetime.timedelta(days=1)).isoformat()) == 0
    assert found(who=auditor.email.upper()) == Entry.objects.filter(by=auditor.pk).count()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"who": "nobody@portal.example"}, "Nobody has this e-mail address."),
        ({"day": "yesterday"}, "Enter a valid date."),
        ({"model": "sessions.session"}, "Select a valid choice."),
    ],
)
def test_question_that_makes_no_sense_is_answered_so(client: Client, auditor: User, asked, said: str) -> None:
    page = client.get(ALL, asked).text

    assert said in page
    assert shown(page) == []


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_day_far_away_has_no_entries(client: Client, auditor: User, day: str) -> None:
    response = client.get(ALL, {"day": day})

    assert (response.status_code, shown(response.text)) == (200, [])


@pytest.mark.parametrize("place", ["", "x", "2026-01-01T00:00:00,1", "2026-99-99T00:00:00Z,1", "2026-01-01T00:00Z,²"])
def test_place_that_makes_no_sense_is_the_beginning(client: Client, auditor: User, place: str) -> None:
    TopicFactory.create()

    assert "Topic" in shown(client.get(ALL, {"after": place}).text)[0]


def test_pages_follow_each_other_without_a_gap(client: Client, auditor: User) -> None:
    topics = Topic.objects.bulk_create(Topic(slug=f"topic-{number}") for number in range(2 * A_PAGE + 1))
    address, keys = f"{ALL}?model=reference.topic", []

    for _ in range(3):
        page = client.get(address).text
        keys += re.findall(r"/console/reference/topic/(\d+)/history/", page)
        older = re.findall(r'href="(\?[^"]*after=[^"]*)"', page)
        address = ALL + older[0].replace("&amp;", "&") if older else ""

    assert keys == [str(topic.pk) for topic in reversed(topics)]
    assert address == ""


@pytest.mark.parametrize("number", [1, 3])
def test_entries_are_told_by_a_fixed_number_of_queries(
    client: Client, auditor: User, django_assert_num_queries, number: int
) -> None:
    Topic.objects.bulk_create(Topic(slug=f"topic-{one}") for one in range(number))
    client.get(ALL)

    with django_assert_num_queries(QUERIES):
        client.get(ALL, {"model": "reference.topic"})


@pytest.mark.parametrize("number", [1, 3])
def test_rights_are_told_by_a_fixed_number_of_queries(
    client: Client, auditor: User, django_assert_num_queries, number: int
) -> None:
    auditor.user_permissions.add(*Permission.objects.filter(content_type__app_label="reference")[:number])
    address = reverse("admin:accounts_user_history", args=[auditor.pk])
    client.get(address)

    # Besides the ones above, the person, their roles, and the rights.
    with django_assert_num_queries(QUERIES + 3):
        client.get(address)


def test_entry_of_a_model_that_is_gone_is_told_by_its_label() -> None:
    entry = Entry(at=timezone.now(), kind="insert", model="gone.model", key="7", after={"slug": "x"})
    translation.activate("en")

    (told,) = telling.told([entry])

    assert (told.record, told.name, told.who, told.origin) == ("gone.model", "No. 7", "nobody who signed in", "")
    assert told.lines == []


def test_command_and_task_are_told_by_their_names() -> None:
    translation.activate("en")
    entries = [
        Entry(at=timezone.now(), kind="delete", model="reference.topic", key="7", before={"slug": "x"}, origin=origin)
        for origin in ({"command": "import_laws"}, {"task": "portal.accounts.tasks.clear_sessions"}, {})
    ]

    told = telling.told(entries)

    assert [(one.who, one.origin) for one in told] == [
        ("the portal itself", "by the command import_laws"),
        ("the portal itself", "by the task portal.accounts.tasks.clear_sessions"),
        ("nobody who signed in", ""),
    ]


def test_right_is_told_by_what_it_allows(client: Client, auditor: User) -> None:
    auditor.user_permissions.add(Permission.objects.get(codename="view_topic"))

    page = client.get(reverse("admin:accounts_user_history", args=[auditor.pk])).text

    assert "Topics: see" in page


@pytest.mark.parametrize("act", ["add", "change", "delete"])
def test_entry_is_neither_added_nor_changed_nor_deleted_in_the_console(client: Client, act: str) -> None:
    signed_in_staff(client, User.objects.create_superuser("root@portal.example", language="en"))
    entry = Entry.objects.first()
    address = reverse(f"admin:history_entry_{act}", args=[] if act == "add" else [entry.pk])

    assert client.post(address, {"post": "yes", "key": "2"}).status_code == 403
    assert Entry.objects.filter(pk=entry.pk, key=entry.key).exists()
