"""The history cannot be changed, not even in SQL, by the role the site runs as."""

import os
from pathlib import Path

import psycopg
import pytest
from django.db import connection
from django.db.utils import ProgrammingError
from django.utils import timezone

from portal.embedded import postgresql
from portal.embedded.places import Places
from portal.history.models import Entry

pytestmark = pytest.mark.django_db

REFUSED = r"permission denied|must be owner"
FORGED = """
    INSERT INTO history_entry (at, kind, model, key, part, role) VALUES (now(), 'update', 'accounts.user', '1', '', 'x')
"""


@pytest.mark.parametrize(
    "statement",
    [
        FORGED,
        "UPDATE history_entry SET by = 1",
        "DELETE FROM history_entry",
        "TRUNCATE history_entry",
        "SELECT * FROM history_entry FOR UPDATE",
        "LOCK TABLE history_entry IN SHARE MODE",
        "ALTER TABLE history_entry ADD forged integer",
        "ALTER TABLE history_entry DISABLE TRIGGER ALL",
        "ALTER TABLE history_entry OWNER TO portal",
        "ALTER TABLE history_entry RENAME TO forgotten",
        "DROP TABLE history_entry",
        "CREATE RULE unheard AS ON INSERT TO history_entry DO INSTEAD NOTHING",
        "CREATE TRIGGER own BEFORE INSERT ON history_entry FOR EACH ROW EXECUTE FUNCTION history_refuse()",
        "SELECT setval('history_entry_id_seq', 1)",
        "SELECT history_record()",
        "DROP FUNCTION history_record()",
        "ALTER FUNCTION history_record() SECURITY INVOKER",
        "CREATE OR REPLACE FUNCTION history_record() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
        "SET session_replication_role = replica",
        "SET ROLE portal_owner",
        "SET SESSION AUTHORIZATION portal_owner",
    ],
)
def test_role_of_the_site_cannot(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("portal",)

        with pytest.raises(ProgrammingError, match=REFUSED):
            cursor.execute(statement)


def test_role_of_the_site_reads_the_history() -> None:
    assert list(Entry.objects.all()) == []


def test_rows_that_are_only_added_are_neither_changed_nor_deleted_by_their_owner() -> None:
    with (
        postgresql.connect(
            Places(Path(os.environ["PORTAL_VAR"])), postgresql.OWNER, connection.settings_dict["NAME"]
        ) as owner,
        owner.transaction(force_rollback=True),
    ):
        owner.execute(FORGED)
        for statement in ("UPDATE history_entry SET key = '2'", "DELETE FROM history_entry"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege, match="history_entry"), owner.transaction():
                owner.execute(statement)

        assert owner.execute("SELECT key FROM history_entry WHERE role = 'x'").fetchall() == [("1",)]


def test_role_of_the_site_writes_no_entry_though_it_had_the_right_to() -> None:
    name = connection.settings_dict["NAME"]
    with (
        postgresql.connect(Places(Path(os.environ["PORTAL_VAR"])), postgresql.SUPERUSER, name) as superuser,
        superuser.transaction(force_rollback=True),
    ):
        superuser.execute("GRANT ALL ON TABLE history_entry TO portal")
        superuser.execute("GRANT ALL ON SEQUENCE history_entry_id_seq TO portal")
        superuser.execute("SET LOCAL ROLE portal")

        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="by the triggers"):
            superuser.execute(FORGED)


def test_entry_is_called_after_its_row() -> None:
    entry = Entry(model="accounts.user", key="1", kind=Entry.Kind.UPDATE, at=timezone.now())

    assert str(entry) == "accounts.user 1 update"
