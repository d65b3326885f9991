"""Consents: given once, withdrawn once, asked about before data go anywhere."""

import datetime

import pytest
from django.db.utils import IntegrityError
from django.utils import timezone

from portal.privacy.actions import consents, has_consent, may_share, may_share_abroad, record_consent, withdraw
from portal.privacy.errors import NotInForceError, StandsForGoodError
from portal.privacy.models import Consent, ConsentText, Purpose, Withdrawal
from tests.at_once import at_once
from tests.factories import ConsentFactory, ConsentTextFactory

LAWYER = {"recipient": "Юрист Ахметов, Алматы", "aim": "Consultation on a contract"}


def test_consent_keeps_text_version_and_language(person):
    text = ConsentTextFactory.create(version=3)

    consent = record_consent(person, text, language="ru", by=person)

    assert (consent.text.version, consent.purpose, consent.language, consent.by) == (3, "sensitive", "ru", person)
    assert has_consent(person, Purpose.SENSITIVE)


def test_consent_given_twice_stands_once(person):
    text = ConsentTextFactory.create()

    first = record_consent(person, text, language="ru", by=person)
    second = record_consent(person, text, language="en", by=person)

    assert (first, Consent.objects.count()) == (second, 1)


def test_nobody_agrees_to_a_text_that_was_replaced(person):
    old = ConsentTextFactory.create(version=1)
    ConsentTextFactory.create(version=2)

    with pytest.raises(NotInForceError, match="replaced by a newer one"):
        record_consent(person, old, language="en", by=person)

    assert not Consent.objects.exists()


def test_nobody_agrees_to_a_text_of_tomorrow(person):
    text = ConsentTextFactory.create(in_force_from=timezone.now() + datetime.timedelta(days=1))

    with pytest.raises(NotInForceError):
        record_consent(person, text, language="en", by=person)


@pytest.mark.django_db(transaction=True)
def test_texts_added_at_once_have_each_a_version(person):
    ConsentTextFactory.create(version=1)

    at_once(*[lambda: consents.save_text(ConsentText(purpose=Purpose.SENSITIVE), by=person)] * 4)

    assert sorted(ConsentText.objects.values_list("version", flat=True)) == [1, 2, 3, 4, 5]


def test_withdrawal_ends_all_consents_alike_and_no_other(person, other):
    ConsentFactory.create(user=person, text__version=1)
    newer = ConsentFactory.create(user=person, text__version=2)
    terms = ConsentFactory.create(user=person, text__purpose=Purpose.TERMS)
    foreign = ConsentFactory.create(user=other, text=newer.text)

    withdraw(newer, by=person)
    withdraw(newer, by=person)

    assert set(Consent.objects.standing()) == {terms, foreign}
    assert Withdrawal.objects.count() == 2
    assert not has_consent(person, Purpose.SENSITIVE)


def test_consent_to_an_earlier_version_stands(person):
    ConsentFactory.create(user=person, text__version=1)

    ConsentTextFactory.create(version=2)

    assert has_consent(person, Purpose.SENSITIVE)


def test_sharing_is_allowed_to_the_named_recipient_for_the_named_aim(person, other):
    ConsentFactory.create(user=person, text__purpose=Purpose.SHARING, **LAWYER)

    assert may_share(person, LAWYER["recipient"], LAWYER["aim"])
    assert not may_share(person, "Somebody else", LAWYER["aim"])
    assert not may_share(person, LAWYER["recipient"], "Something else")
    assert not may_share(other, LAWYER["recipient"], LAWYER["aim"])


@pytest.mark.parametrize("purpose", [Purpose.SHARING, Purpose.ABROAD])
def test_one_consent_of_two_lets_no_data_leave_china(person, purpose):
    ConsentFactory.create(user=person, text__purpose=purpose, **LAWYER)

    assert not may_share_abroad(person, LAWYER["recipient"], LAWYER["aim"])


def test_data_leave_china_with_both_consents(person):
    ConsentFactory.create(user=person, text__purpose=Purpose.SHARING, **LAWYER)
    ConsentFactory.create(user=person, text__purpose=Purpose.ABROAD, **LAWYER)

    assert may_share_abroad(person, LAWYER["recipient"], LAWYER["aim"])


@pytest.mark.parametrize(
    ("purpose", "named"), [(Purpose.SHARING, {}), (Purpose.ABROAD, {"recipient": "A"}), (Purpose.TERMS, LAWYER)]
)
def test_recipient_is_named_where_there_is_one_and_nowhere_else(person, purpose, named):
    with pytest.raises(IntegrityError, match="privacy_consent_names_recipient"):
        ConsentFactory.create(user=person, text__purpose=purpose, **named)


@pytest.mark.django_db(transaction=True)
def test_consent_given_four_times_at_once_stands_once(person):
    text = ConsentTextFactory.create()

    at_once(*[lambda: record_consent(person, text, language="en", by=person)] * 4)

    assert Consent.objects.count() == 1


def test_new_text_gets_the_next_version_of_its_purpose(person):
    ConsentTextFactory.create(purpose=Purpose.TERMS, version=4)
    text = ConsentText(purpose=Purpose.TERMS, title="Terms", body="New.")
    first = ConsentText(purpose=Purpose.PRIVACY, title="Privacy", body="New.")

    consents.save_text(text, by=person)
    consents.save_text(first, by=person)

    assert (text.version, first.version) == (5, 1)


def test_text_is_changed_until_it_is_in_force(person):
    text = ConsentTextFactory.create(in_force_from=None)
    text.body_en = "Better."

    consents.save_text(text, by=person)
    consents.put_in_force(text, by=person)

    text.refresh_from_db()
    assert text.body_en == "Better."
    assert list(ConsentText.objects.in_force(at=timezone.now())) == [text]


@pytest.mark.parametrize("change", [consents.save_text, consents.put_in_force])
def test_text_in_force_is_refused_any_change(person, change):
    text = ConsentTextFactory.create()

    with pytest.raises(StandsForGoodError, match="Add a new version"):
        change(text, by=person)


def test_newest_text_of_each_purpose_is_in_force(db):
    ConsentTextFactory.create(version=1)
    newest = ConsentTextFactory.create(version=2)
    ConsentTextFactory.create(version=3, in_force_from=None)
    terms = ConsentTextFactory.create(purpose=Purpose.TERMS)

    assert list(ConsentText.objects.in_force(at=timezone.now())) == [newest, terms]


def test_rows_are_called_by_what_they_are(person):
    consent = ConsentFactory.create(user=person, text__version=2, given_at=timezone.now())
    withdraw(consent, by=person)

    assert str(consent.text) == "Sensitive personal data, 2"
    assert str(consent) == f"Sensitive personal data, {consent.given_at:%Y-%m-%d}"
    assert str(Withdrawal.objects.get()) == f"{consent.pk} {timezone.now():%Y-%m-%d}"
