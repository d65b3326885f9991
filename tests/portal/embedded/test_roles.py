import pytest
from django.db import connection
from django.db.utils import ProgrammingError

pytestmark = pytest.mark.django_db


def test_tests_run_as_the_application_role():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, (SELECT count(*) FROM django_migrations) > 0")

        assert cursor.fetchone() == ("portal", True)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE stolen (id integer)",
        "CREATE TEMPORARY TABLE stolen (id integer)",
        "CREATE SCHEMA stolen",
        "DROP TABLE django_session",
        "ALTER TABLE django_session ADD stolen integer",
        "CREATE ROLE stolen",
    ],
)
def test_application_role_changes_no_table(statement):
    with connection.cursor() as cursor, pytest.raises(ProgrammingError, match=r"permission denied|must be owner"):
        cursor.execute(statement)
