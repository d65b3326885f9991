"""In the database as it stands: what is tracked is recorded, what is only added stays, and the owner alone may more."""

import pgtrigger
import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.utils.functional import Promise

from portal.history.models import Entry
from portal.history.triggers import AppendOnly, Guarded, Recorded

pytestmark = pytest.mark.django_db

OWNER = "portal_owner"
FUNCTIONS = {Recorded: "history_record", AppendOnly: "history_refuse", Guarded: "history_guard"}
REGISTERED = [
    (model, trigger)
    for model, trigger in pgtrigger.registered()
    if isinstance(trigger, Recorded | AppendOnly | Guarded)
]
SEALED = {model._meta.db_table for model, trigger in REGISTERED if isinstance(trigger, AppendOnly)}
# Columns whose words would open a door: a tracked model that has one says that it is secret, or does not keep it.
DOORS = ("password", "secret", "token", "code_hash", "recovery")


def rows(statement: str, *values: object) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def test_everything_registered_has_its_trigger_enabled_and_nothing_else_has_one() -> None:
    there = rows(
        """
        SELECT relname, proname, tgenabled, pg_get_userbyid(relowner) FROM pg_trigger
        JOIN pg_class ON pg_class.oid = tgrelid JOIN pg_proc ON pg_proc.oid = tgfoid WHERE NOT tgisinternal
        AND proname = ANY(%s)
        """,
        list(FUNCTIONS.values()),
    )

    wanted = [(model._meta.db_table, FUNCTIONS[type(trigger)], "O", OWNER) for model, trigger in REGISTERED]
    assert sorted(there) == sorted(wanted)


@pytest.mark.parametrize(("model", "trigger"), REGISTERED, ids=[f"{model._meta.label}" for model, _ in REGISTERED])
def test_trigger_is_called_with_what_the_code_says(model, trigger) -> None:
    ((definition,),) = rows(
        "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgname = %s AND tgrelid = %s::regclass",
        trigger.get_pgid(model),
        model._meta.db_table,
    )

    # PostgreSQL leaves out the schema that it would find by itself.
    assert definition.endswith(f"EXECUTE FUNCTION {trigger.render_execute(model).removeprefix('public.')}")


# The guard alone runs as whoever writes: that is what it looks at.
@pytest.mark.parametrize(
    ("function", "as_owner"), [("history_record", True), ("history_refuse", True), ("history_guard", False)]
)
def test_function_is_the_owners_runs_as_the_owner_and_is_called_by_nobody(function: str, as_owner: bool) -> None:
    found = rows(
        """
        SELECT pg_get_userbyid(proowner), prosecdef, proconfig, has_function_privilege(current_user, oid, 'EXECUTE')
        FROM pg_proc WHERE proname = %s
        """,
        function,
    )

    assert found == [(OWNER, as_owner, ["search_path=pg_catalog, pg_temp"], False)]


def test_history_may_be_read_and_no_more() -> None:
    rights = ["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"]

    held = rows(
        "SELECT kind FROM unnest(%s::text[]) AS kind WHERE has_table_privilege(current_user, %s, kind)",
        rights,
        Entry._meta.db_table,
    )
    columns = rows("SELECT has_any_column_privilege(current_user, %s, 'INSERT, UPDATE')", Entry._meta.db_table)

    assert (held, columns) == ([("SELECT",)], [(False,)])


@pytest.mark.parametrize("right", ["TRUNCATE", "TRIGGER", "REFERENCES"])
def test_role_of_the_site_has_no_right_that_goes_round_a_trigger(right: str) -> None:
    found = rows(
        """
        SELECT relname FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'm') AND relnamespace = 'public'::regnamespace
        AND has_table_privilege(current_user, oid, %s)
        """,
        right,
    )

    assert found == []


def test_role_of_the_site_owns_nothing_and_is_in_no_other_role() -> None:
    assert rows("SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) = current_user") == []
    assert rows("SELECT proname FROM pg_proc WHERE pg_get_userbyid(proowner) = current_user") == []
    assert rows("SELECT 1 FROM pg_auth_members WHERE member = current_user::regrole") == []
    assert rows("SELECT rolsuper, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolname = current_user") == [
        (False, False, False)
    ]


def test_history_itself_is_only_added_to() -> None:
    assert Entry._meta.db_table in SEALED


def test_no_secret_is_kept() -> None:
    kept = [
        f"{model._meta.label}.{field.name}"
        for model, trigger in REGISTERED
        if isinstance(trigger, Recorded)
        for field in model._meta.concrete_fields
        if any(door in field.name for door in DOORS) and field.name not in (*trigger.exclude, *trigger.secret)
    ]

    assert kept == []


def test_user_is_tracked() -> None:
    tracked = {model for model, trigger in REGISTERED if isinstance(trigger, Recorded)}

    assert apps.get_model(settings.AUTH_USER_MODEL) in tracked


@pytest.mark.parametrize(
    "model", sorted({model for model, trigger in REGISTERED if isinstance(trigger, Recorded)}, key=str)
)
def test_what_the_history_tells_is_named_in_each_language(model) -> None:
    # What stands between two records is told by their names.
    fields = [field for field in model._meta.concrete_fields if not field.primary_key and not model._meta.proxy]

    assert [field.name for field in fields if not isinstance(field.verbose_name, Promise)] == []
