"""What is only added to stays as it is, against every statement of the site's role."""

import datetime

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError, ProgrammingError
from django.utils import timezone

from portal.privacy.actions import withdraw
from portal.privacy.models import Consent, ConsentText, SecurityEvent, Withdrawal
from tests.factories import ConsentFactory, ConsentTextFactory, SecurityEventFactory

CHANGES = {
    "UPDATE privacy_securityevent SET address = NULL": SecurityEvent,
    "DELETE FROM privacy_securityevent": SecurityEvent,
    "UPDATE privacy_consent SET given_at = now()": Consent,
    "DELETE FROM privacy_withdrawal": Withdrawal,
    "UPDATE privacy_withdrawal SET at = now()": Withdrawal,
    "UPDATE privacy_consenttext SET body_ru = 'Нет.'": ConsentText,
    "DELETE FROM privacy_consenttext": ConsentText,
}
# What would silence a trigger made by a library, or remove it.
TRICKS = (
    "SET session_replication_role = replica",
    "ALTER TABLE privacy_securityevent DISABLE TRIGGER ALL",
    "DROP TRIGGER privacy_securityevent_only_added_to ON privacy_securityevent",
    "TRUNCATE privacy_securityevent CASCADE",
    "CREATE OR REPLACE FUNCTION privacy_only_added_to() RETURNS trigger LANGUAGE sql AS 'SELECT 1'",
)


def run(statement, *parameters):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchone() if cursor.description else None


@pytest.fixture
def rows(person):
    SecurityEventFactory.create(user=person)
    withdraw(ConsentFactory.create(user=person), by=person)


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize(("statement", "model"), CHANGES.items())
def test_row_is_neither_changed_nor_removed(statement, model):
    before = list(model.objects.values())

    with pytest.raises(IntegrityError, match=f"What stands in {model._meta.db_table} is neither changed nor removed"):
        run(statement)

    assert list(model.objects.values()) == before


@pytest.mark.usefixtures("rows")
def test_setting_of_the_session_opens_nothing():
    run("SELECT set_config('pgtrigger.ignore', '{privacy_securityevent:all}', true)")

    with pytest.raises(IntegrityError):
        run("DELETE FROM privacy_securityevent")


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize("trick", TRICKS)
def test_site_cannot_put_the_triggers_out_of_the_way(trick):
    with pytest.raises(ProgrammingError, match=r"permission denied|must be owner"):
        run(trick)


def test_text_not_in_force_can_be_changed_and_removed(db):
    text = ConsentTextFactory.create(in_force_from=None)

    ConsentText.objects.update(body_en="Other.")
    text.delete()

    assert not ConsentText.objects.exists()


def test_security_events_of_six_months_are_refused_removal(person):
    SecurityEventFactory.create(user=person, at=timezone.now() - datetime.timedelta(days=179))

    with pytest.raises(IntegrityError, match="six months at least"):
        run("SELECT privacy_forget_security_events(%s)", timezone.now() - datetime.timedelta(days=180))

    assert SecurityEvent.objects.count() == 1


def test_older_security_events_are_removed_and_no_other(person):
    kept = SecurityEventFactory.create(user=person, at=timezone.now() - datetime.timedelta(days=186))
    SecurityEventFactory.create(user=person, at=timezone.now() - datetime.timedelta(days=188))

    removed = run("SELECT privacy_forget_security_events(%s)", timezone.now() - datetime.timedelta(days=187))

    assert (removed, list(SecurityEvent.objects.all())) == ((1,), [kept])
