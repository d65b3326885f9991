"""Each change of a tracked row becomes an entry, however it is made."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection

from portal.accounts.models import User
from portal.history.models import Entry
from portal.reference.models import Term, Topic
from tests.factories import LawFactory, TopicFactory

pytestmark = pytest.mark.django_db


def told(**of: object) -> list[tuple[object, ...]]:
    return list(Entry.objects.filter(**of).order_by("id").values_list("kind", "before", "after"))


def test_row_that_comes_is_kept_whole_with_its_key_and_the_role_of_the_database() -> None:
    topic = Topic.objects.create(slug="seals", name_en="Seals")

    (entry,) = Entry.objects.all()

    assert (entry.model, entry.key, entry.part, entry.kind) == ("reference.topic", str(topic.pk), "", "insert")
    assert (entry.role, entry.by, entry.origin, entry.context) == ("portal", None, None, None)
    assert entry.before is None
    assert (entry.after["id"], entry.after["slug"], entry.after["name_en"]) == (topic.pk, "seals", "Seals")


def test_change_is_kept_with_what_was_before_and_nothing_that_stayed() -> None:
    topic = TopicFactory.create(position=1)

    topic.position = 2
    topic.save()

    assert told(kind="update") == [("update", {"position": 1}, {"position": 2})]


def test_row_that_goes_is_kept_as_it_was() -> None:
    topic = TopicFactory.create()
    key = str(topic.pk)

    topic.delete()

    ((_, before, after),) = told(kind="delete", key=key)
    assert (before["slug"], after) == ("contract", None)


def test_saving_without_a_change_is_no_entry() -> None:
    TopicFactory.create().save()

    assert told(kind="update") == []


@pytest.mark.parametrize("way", ["queryset", "bulk", "sql", "merge"])
def test_change_past_the_model_is_kept_as_well(way: str) -> None:
    topic = TopicFactory.create(position=1)
    topic.position = 2

    match way:
        case "queryset":
            Topic.objects.update(position=2)
        case "bulk":
            Topic.objects.bulk_update([topic], ["position"])
        case "merge":
            Topic.objects.bulk_create(
                [topic], update_conflicts=True, update_fields=["position"], unique_fields=["slug"]
            )
        case "sql":
            with connection.cursor() as cursor:
                cursor.execute("UPDATE reference_topic SET position = 2")

    assert told(kind="update") == [("update", {"position": 1}, {"position": 2})]


@pytest.mark.parametrize(
    "silencer",
    [
        "SELECT set_config('pgtrigger.ignore', (SELECT array_agg(tgname)::text FROM pg_trigger), true)",
        "SELECT set_config('search_path', 'pg_temp, public', true)",
    ],
)
def test_setting_of_the_session_silences_nothing(silencer: str) -> None:
    topic = TopicFactory.create(position=1)

    with connection.cursor() as cursor:
        cursor.execute(silencer)
        cursor.execute("UPDATE reference_topic SET position = 2")

    assert told(kind="update", key=str(topic.pk)) == [("update", {"position": 1}, {"position": 2})]


def test_change_that_is_taken_back_leaves_no_entry() -> None:
    topic = TopicFactory.create(position=1)

    with connection.cursor() as cursor:
        cursor.execute("SAVEPOINT before")
        cursor.execute("UPDATE reference_topic SET position = 2")
        cursor.execute("ROLLBACK TO SAVEPOINT before")

    assert told(kind="update", key=str(topic.pk)) == []


def test_of_a_password_it_is_kept_that_it_changed_and_never_what_it_is() -> None:
    user = User.objects.create_user("a@portal.example", "the first password")

    user.set_password("the second password")
    user.save()

    (_, _, first), second = told(model="accounts.user")
    assert first["password"] == "***"
    assert second == ("update", {"password": "***"}, {"password": "***"})
    assert user.password.rpartition("$")[2] not in str(list(Entry.objects.values()))


def test_field_that_is_not_kept_is_neither_in_an_entry_nor_the_cause_of_one() -> None:
    user = User.objects.create_user("a@portal.example")

    User.objects.update(last_login="2026-01-01T00:00:00Z")

    ((kind, _, after),) = told(model="accounts.user", key=str(user.pk))
    assert (kind, "last_login" in after) == ("insert", False)


def test_role_of_a_user_is_told_in_the_history_of_the_user() -> None:
    user = User.objects.create_user("a@portal.example")
    group = Group.objects.create(name="registrar")

    user.groups.add(group)
    user.groups.clear()

    entries = Entry.objects.filter(model="accounts.user", key=str(user.pk), part="accounts.user_groups")
    assert [(entry.kind, (entry.before or entry.after)["group_id"]) for entry in entries] == [
        ("delete", group.pk),
        ("insert", group.pk),
    ]


def test_right_of_a_role_and_of_a_user_is_told() -> None:
    right = Permission.objects.get(codename="view_term")
    group = Group.objects.create(name="registrar")
    user = User.objects.create_user("a@portal.example")

    group.permissions.add(right)
    user.user_permissions.add(right)

    parts = set(Entry.objects.exclude(part="").values_list("model", "key", "part"))
    assert parts == {
        ("auth.group", str(group.pk), "auth.group_permissions"),
        ("accounts.user", str(user.pk), "accounts.user_user_permissions"),
    }


def test_topics_and_names_of_a_law_are_told_in_its_history() -> None:
    law = LawFactory.create(topics=[TopicFactory.create()])

    parts = Entry.objects.filter(model="laws.law", key=str(law.pk)).values_list("part", flat=True)

    assert sorted(parts) == ["", *["laws.law_topics"], *["laws.lawname"] * 3]


def test_lists_are_kept_as_lists() -> None:
    term = Term.objects.create(kind="glossary", zh=["要约"])

    Term.objects.filter(pk=term.pk).update(zh=["要约", "发价"])

    assert told(kind="update") == [("update", {"zh": ["要约"]}, {"zh": ["要约", "发价"]})]
