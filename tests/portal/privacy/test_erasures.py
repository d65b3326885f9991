"""An account is deleted: once, at once, with what is kept named before."""

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone, translation

from portal.accounts.models import User
from portal.notices.models import Notice
from portal.privacy import registry
from portal.privacy.actions import delete_account, erasures
from portal.privacy.errors import NotDeletableError
from portal.privacy.models import Consent, DataExport, Erasure, RetentionRule, SecurityEvent
from portal.privacy.registry import Holder
from tests.at_once import at_once
from tests.factories import ConsentFactory, SecurityEventFactory
from tests.portal.privacy.copies import made_copy


def test_nothing_but_the_number_is_left_of_the_account(person):
    Group.objects.create(name="registrars").user_set.add(person)
    User.objects.filter(pk=person.pk).update(is_staff=True, is_superuser=True, last_login=timezone.now())

    delete_account(person, by=person)

    left = User.objects.get(pk=person.pk)
    assert (left.email, left.full_name) == (f"deleted-{person.pk}@deleted.invalid", "")
    assert (left.is_active, left.is_staff, left.is_superuser, left.last_login) == (False, False, False, None)
    assert (left.has_usable_password(), left.groups.count()) == (False, 0)


def test_what_is_erased_and_what_is_kept_is_named_before(person):
    ConsentFactory.create(user=person)
    made_copy(person)

    with translation.override("en"):
        fates = {str(fate.what): (fate.number, bool(fate.why)) for fate in erasures.fates(person)}

    assert fates == {
        "Your name, e-mail address, password and everything else in your account": (1, False),
        "The number of your account": (1, True),
        "Changes of your account, with the name and addresses it had": (1, True),
        "Copies of your data": (1, False),
        "Your notices": (1, False),
        "Consents": (1, True),
        "Security log": (2, True),
        "The notice that your account was deleted, with the address it goes to": (1, True),
    }


@pytest.mark.parametrize(("days", "until"), [(None, "Until the operator decides how long."), (200, "200 days")])
def test_how_long_is_as_the_rules_say(person, beginning, days, until):
    RetentionRule.objects.filter(kind="security-log").update(days=days, ground="operator" if days else "open")

    with translation.override("en"):
        told = {str(fate.what): fate.until for fate in erasures.fates(person)}

    assert told["Security log"] == until


def test_deletion_is_recorded_with_what_was_kept(person):
    ConsentFactory.create(user=person)

    with translation.override("ru"):
        erasure = delete_account(person, by=person)

    assert [kept["number"] for kept in erasure.kept] == [1, 1, 1, 1, 1]
    assert SecurityEvent.objects.get().kind == "account-deleted"
    assert str(erasure) == f"{person.pk} {erasure.at:%Y-%m-%d}"


def test_copies_go_and_the_ledger_and_the_log_stay(person, django_capture_on_commit_callbacks, tmp_path):
    ConsentFactory.create(user=person)
    SecurityEventFactory.create(user=person)
    made_copy(person)

    with django_capture_on_commit_callbacks(execute=True):
        delete_account(person, by=person)

    assert (DataExport.objects.count(), Consent.objects.count(), SecurityEvent.objects.count()) == (0, 1, 3)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_former_address_is_told_in_the_language_of_the_page(person):
    with translation.override("zh-hans"):
        delete_account(person, by=person)

    notice = Notice.objects.get(kind="privacy.account-deleted")
    assert (notice.email, notice.language, notice.user) == ("aigerim@example.org", "zh-hans", None)


def test_nobody_elses_data_are_touched(person, other):
    consent = ConsentFactory.create(user=other)
    made_copy(other)

    delete_account(person, by=person)

    other.refresh_from_db()
    assert (other.email, other.is_active) == ("zhao.lan@example.org", True)
    assert (list(Consent.objects.all()), DataExport.objects.count()) == ([consent], 1)


def test_address_can_be_used_for_a_new_account(person):
    delete_account(person, by=person)

    assert User.objects.create_user("Aigerim@example.org").pk != person.pk


@pytest.fixture
def objecting(monkeypatch):
    sentence = "You are the only owner of Altyn Zhol. Hand it over first."
    holder = Holder("enterprises", objections=lambda user: [sentence])
    monkeypatch.setattr(erasures, "holders", lambda: (*registry.holders(), holder))
    return sentence


def test_account_stays_where_an_app_objects(person, objecting):
    with pytest.raises(NotDeletableError) as refused:
        delete_account(person, by=person)

    person.refresh_from_db()
    assert (refused.value.objections, str(refused.value)) == ([objecting], objecting)
    assert (person.is_active, Erasure.objects.count(), Notice.objects.count()) == (True, 0, 0)


def test_account_deleted_again_is_as_it_was(person):
    first = delete_account(person, by=person)

    assert delete_account(person, by=person) == first
    assert SecurityEvent.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_four_who_delete_an_account_at_once_one_does(person):
    done = at_once(*[lambda: delete_account(User.objects.get(pk=person.pk), by=person)] * 4)

    assert done == [Erasure.objects.get()] * 4
    assert SecurityEvent.objects.filter(kind="account-deleted").count() == 1
    assert Notice.objects.filter(kind="privacy.account-deleted").count() == 1
