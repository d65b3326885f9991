"""The pages about a person's own data."""

import datetime
import io
import re
import zipfile

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from portal.accounts.models import User
from portal.privacy import asking
from portal.privacy.actions import erasures, record_consent, withdraw
from portal.privacy.models import Consent, ConsentText, DataExport, Purpose, SecurityEvent
from portal.privacy.registry import Holder
from portal.privacy.views import COPIES, SHOWN_EVENTS
from tests.factories import ConsentFactory, ConsentTextFactory, DataExportFactory, SecurityEventFactory
from tests.portal.privacy.copies import made_copy, ready_copy
from tests.portal.privacy.signing_in import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("strict_templates")]

PAGES = ("data", "consents", "activity", "delete", "deleted")
HEADINGS = {
    ("data", "zh-hans"): "您的信息副本",
    ("data", "en"): "A copy of your data",
    ("data", "ru"): "Копия ваших данных",
    ("consents", "zh-hans"): "您的同意",
    ("consents", "en"): "Your consents",
    ("consents", "ru"): "Ваши согласия",
    ("activity", "zh-hans"): "您的账号动态",
    ("activity", "en"): "What happened to your account",
    ("activity", "ru"): "События вашей учетной записи",
    ("delete", "zh-hans"): "注销账号",
    ("delete", "en"): "Delete the account",
    ("delete", "ru"): "Удаление учетной записи",
    ("deleted", "zh-hans"): "账号已注销",
    ("deleted", "en"): "The account is deleted",
    ("deleted", "ru"): "Учетная запись удалена",
}


def address(name, *args, code="en"):
    with translation.override(code):
        return reverse(f"privacy:{name}", args=args)


def heading(response):
    return re.search(r"<h1>(.*?)</h1>", response.text).group(1)


@pytest.fixture
def signed_in(client, person):
    sign_in(client, person)
    return client


@pytest.mark.parametrize(("name", "code"), HEADINGS)
def test_page_opens_in_each_language(signed_in, beginning, name, code):
    response = signed_in.get(address(name, code=code))

    assert (response.status_code, heading(response)) == (200, HEADINGS[name, code])


@pytest.mark.parametrize("name", [name for name in (*PAGES, "download", "withdraw") if name != "deleted"])
def test_page_leads_a_stranger_to_the_sign_in(client, name):
    response = client.get(address(name))

    assert (response.status_code, f"next={address(name)}" in response["Location"]) == (302, True)


@pytest.mark.parametrize("name", ["data", "consents", "activity", "delete"])
def test_page_is_kept_by_no_cache(signed_in, name):
    assert "no-store" in signed_in.get(address(name))["Cache-Control"]


# A copy of the data


def test_copy_is_asked_for_in_the_language_of_the_page(signed_in, person):
    response = signed_in.post(address("data", code="ru"))

    assert response["Location"] == address("data", code="ru")
    assert DataExport.objects.values_list("user", "language").get() == (person.pk, "ru")


def test_page_shows_how_far_the_copy_is_and_offers_no_second(signed_in, person):
    DataExportFactory.create(user=person, progress=45)

    text = signed_in.get(address("data")).text

    assert 'value="45">45 %</progress>' in text
    assert "Make a new copy" not in text


def test_waiting_page_asks_for_its_piece_alone(signed_in, person):
    DataExportFactory.create(user=person)

    text = signed_in.get(address("data"), headers={"HX-Request": "true"}).text

    assert (text.count("<progress"), "<h1>" in text) == (1, False)


def test_failed_copy_is_told_and_can_be_asked_for_again(signed_in, person):
    DataExportFactory.create(user=person, state="failed")

    text = signed_in.get(address("data")).text

    assert "could not be made because of a fault of ours" in text
    assert "Make a new copy" in text


def test_ready_copy_says_until_when_it_is_kept(signed_in, person, beginning):
    ready_copy(person, made_at=datetime.datetime(2026, 11, 1, 4, tzinfo=datetime.UTC))

    text = " ".join(signed_in.get(address("data")).text.split())

    assert "The copy was made on" in text
    assert "It is kept until" in text


def test_copy_is_downloaded_as_a_zip_and_that_is_noted(signed_in, person):
    made_copy(person)

    response = signed_in.get(address("download"))

    with zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content))) as archive:
        assert "data.json" in archive.namelist()
    assert re.fullmatch(r'attachment; filename="personal-data-\d{4}-\d\d-\d\d\.zip"', response["Content-Disposition"])
    assert SecurityEvent.objects.first().kind == "export-taken"


def test_copy_of_somebody_else_is_not_there(signed_in, other):
    made_copy(other)

    assert signed_in.get(address("download")).status_code == 404


def test_copy_kept_long_enough_is_given_to_nobody(signed_in, person, beginning):
    ready_copy(person, made_at=timezone.now() - datetime.timedelta(days=7))

    assert signed_in.get(address("download")).status_code == 404


def test_nobody_asks_for_copies_without_end(signed_in):
    most = int(COPIES.split("/")[0])

    codes = [signed_in.post(address("data"), REMOTE_ADDR="198.51.100.77").status_code for _ in range(most + 1)]

    assert codes == [302] * most + [429]


@pytest.mark.parametrize("name", ["download", "delete"])
def test_who_signed_in_long_ago_confirms_it_first(client, person, name):
    sign_in(client, person, ago=3600)

    response = client.get(address(name))

    assert response.status_code == 302
    assert response["Location"].startswith("/en/account/reauthenticate/?next=")


# Consents


def test_text_is_read_and_agreed_to(signed_in, person, beginning):
    page = signed_in.get(address("consent", "sensitive", code="ru"))
    text = ConsentText.objects.get(purpose="sensitive")

    response = signed_in.post(address("consent", "sensitive", code="ru"), {"text": text.pk})

    assert "Проект, не утвержден оператором" in page.text
    assert response["Location"] == address("consents", code="ru")
    assert Consent.objects.values_list("user", "text", "language").get() == (person.pk, text.pk, "ru")


def test_approved_text_is_no_draft(signed_in, person):
    text = ConsentTextFactory.create(is_approved=True)
    record_consent(person, text, language="en", by=person)

    pages = signed_in.get(address("consent", "sensitive")), signed_in.get(address("consents"))

    assert ["Draft" in page.text for page in pages] == [False, False]
    assert "You agreed to this version" in pages[1].text


def test_text_replaced_meanwhile_is_shown_anew(signed_in):
    old = ConsentTextFactory.create(version=1)
    ConsentTextFactory.create(version=2)

    response = signed_in.post(address("consent", "sensitive"), {"text": old.pk})

    assert (response.status_code, Consent.objects.count()) == (422, 0)
    assert "Read it and decide again" in response.text
    assert "Version 2" in response.text


def test_text_replaced_at_this_very_moment_is_shown_anew(signed_in):
    old = ConsentTextFactory.create(version=1)
    signed_in.get(address("consents"))

    def replace(execute, sql, *rest):
        """The form is looked through, the consent is about to be written: a newer text comes into force."""
        if sql.startswith("SAVEPOINT"):
            ConsentTextFactory.create(version=2)
        return execute(sql, *rest)

    with connection.execute_wrapper(replace):
        response = signed_in.post(address("consent", "sensitive"), {"text": old.pk})

    assert (response.status_code, Consent.objects.count()) == (422, 0)
    assert "Read it and decide again" in response.text
    assert "Version 2" in response.text


@pytest.mark.parametrize("purpose", ["marketing", "terms"])
def test_purpose_without_a_text_has_no_page(signed_in, purpose):
    assert signed_in.get(address("consent", purpose)).status_code == 404


def test_sharing_is_asked_for_with_its_recipient_and_leads_on(signed_in, person, beginning):
    with translation.override("en"):
        asking_for = asking.address(
            Purpose.ABROAD, recipient="Ahmetov & Partners, Almaty", aim="Advice on a lease", onward="/en/laws/"
        )
    page = signed_in.get(asking_for)
    text = ConsentText.objects.get(purpose="abroad")

    response = signed_in.post(asking_for, {"text": text.pk})

    assert "Ahmetov &amp; Partners, Almaty" in page.text
    assert response["Location"] == "/en/laws/"
    assert Consent.objects.values_list("recipient", "aim").get() == ("Ahmetov & Partners, Almaty", "Advice on a lease")


@pytest.mark.parametrize("query", ["", "?for=forged"])
def test_sharing_is_not_asked_for_with_made_up_names(signed_in, beginning, query):
    assert signed_in.get(f"{address('consent', 'sharing')}{query}").status_code == 404


def test_consent_is_withdrawn(signed_in, person):
    consent = ConsentFactory.create(user=person)

    response = signed_in.post(address("withdraw"), {"consent": consent.pk})

    assert response["Location"] == address("consents")
    assert not Consent.objects.standing().exists()


def test_consent_of_somebody_else_stands(signed_in, other):
    consent = ConsentFactory.create(user=other)

    signed_in.post(address("withdraw"), {"consent": consent.pk})

    assert Consent.objects.standing().exists()


def test_ledger_shows_ones_own_consents_alone(signed_in, person, other):
    named = {"text__purpose": Purpose.SHARING, "aim": "Advice"}
    withdraw(ConsentFactory.create(user=person, recipient="Ours", **named), by=person)
    ConsentFactory.create(user=other, recipient="Theirs", **named)

    text = signed_in.get(address("consents")).text

    assert ("Ours" in text, "Theirs" in text) == (True, False)


@pytest.mark.parametrize("number", [1, 3])
def test_ledger_takes_as_many_queries_for_each_length(signed_in, person, number, django_assert_num_queries):
    ConsentFactory.create_batch(number, user=person)
    signed_in.get(address("consents"))

    # Session, person, unread notices and memberships of the header, texts, ledger.
    with django_assert_num_queries(6):
        signed_in.get(address("consents"))


# What happened


@pytest.mark.parametrize("number", [1, 3])
def test_events_are_ones_own_in_as_many_queries_for_each_length(
    signed_in, person, other, number, django_assert_num_queries
):
    SecurityEventFactory.create_batch(number, user=person, agent="Ours", detail="passkey")
    SecurityEventFactory.create(user=other, agent="Theirs")
    signed_in.get(address("activity"))

    # Session, person, unread notices and memberships of the header, events.
    with django_assert_num_queries(5):
        text = signed_in.get(address("activity")).text

    assert (text.count("Ours"), "Theirs" in text) == (number, False)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("zh-hans", ["审计员", "密码、第二步验证或通行密钥"]),
        ("en", ["Auditor", "password, second step or passkey"]),
        ("ru", ["Аудитор", "пароль, второй шаг или ключ доступа"]),
    ],
)
def test_details_are_told_in_the_language_of_the_page(signed_in, person, code, told):
    for detail in ("password, mfa", "auditor", "Firefox (X11, like others)"):
        SecurityEventFactory.create(user=person, detail=detail)

    text = signed_in.get(address("activity", code=code)).text

    assert re.findall(r"<br>(.*?)\s*</td>", text) == ["Firefox (X11, like others)", *told]


def test_page_says_that_there_are_more_events(signed_in, person):
    SecurityEventFactory.create_batch(SHOWN_EVENTS, user=person)

    assert f"The latest {SHOWN_EVENTS} events are shown." in signed_in.get(address("activity")).text


# The deletion


def test_deletion_signs_out_at_once_and_everywhere(signed_in, client_elsewhere):
    response = signed_in.post(address("delete"), {"typed": " Aigerim@Example.org "})

    assert response["Location"] == address("deleted")
    assert signed_in.get(address("data")).status_code == 302
    assert client_elsewhere.get(address("data")).status_code == 302


@pytest.fixture
def client_elsewhere(person):
    elsewhere = Client()
    sign_in(elsewhere, person)
    return elsewhere


@pytest.mark.parametrize(
    ("typed", "told"),
    [("", "Type the e-mail address of this account."), ("x@y.z", "This is not the e-mail address of this account.")],
)
def test_deletion_wants_the_address_typed(signed_in, person, typed, told):
    response = signed_in.post(address("delete"), {"typed": typed})

    person.refresh_from_db()
    assert (response.status_code, person.is_active) == (422, True)
    assert response.text.count(told) == 2
    assert f'value="{typed}"' in response.text or not typed


def test_deletion_names_what_is_erased_and_kept(signed_in, person):
    ConsentFactory.create(user=person)

    text = signed_in.get(address("delete")).text

    assert "Your name, e-mail address, password and everything else in your account" in text
    assert "They show that what was done with your data was done with your consent." in text


@pytest.fixture
def objecting(monkeypatch):
    found = erasures.holders()
    holder = Holder("enterprises", objections=lambda user: ["You are the only owner of Altyn Zhol."])
    monkeypatch.setattr(erasures, "holders", lambda: (*found, holder))


@pytest.mark.usefixtures("objecting")
def test_page_says_why_the_account_cannot_be_deleted(signed_in, person):
    shown = signed_in.get(address("delete"))
    tried = signed_in.post(address("delete"), {"typed": person.email})

    person.refresh_from_db()
    assert ("You are the only owner of Altyn Zhol." in shown.text, person.is_active) == (True, True)
    assert ("You are the only owner of Altyn Zhol." in tried.text, "button danger" in tried.text) == (True, False)


def test_objection_that_comes_meanwhile_is_told(signed_in, person, monkeypatch):
    found = erasures.holders()
    answers = iter([[], ["You have become an owner."]])
    holder = Holder("enterprises", objections=lambda user: next(answers))
    monkeypatch.setattr(erasures, "holders", lambda: (*found, holder))

    response = signed_in.post(address("delete"), {"typed": person.email})

    assert "You have become an owner." in response.text
    assert User.objects.get(pk=person.pk).is_active
