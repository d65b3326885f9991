"""Consents, retention and the security log in the console."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from portal.accounts.models import User
from portal.privacy.actions import delete_account, withdraw
from portal.privacy.actions.consents import put_in_force
from portal.privacy.models import ConsentText, RetentionRule
from tests.at_once import behind
from tests.factories import ConsentFactory, ConsentTextFactory, RetentionRuleFactory, SecurityEventFactory
from tests.signing_in import signed_in_staff

pytestmark = pytest.mark.django_db

READ_ONLY = ("consent", "securityevent", "erasure")


@pytest.fixture
def staff(client):
    return signed_in_staff(client, User.objects.create_superuser("staff@portal.example", language="en"))


def page(model, what="changelist", *args):
    return reverse(f"admin:privacy_{model}_{what}", args=args)


def filled(purpose):
    words = {
        f"{field}_{column}": f"{field} {column}" for field in ("title", "body") for column in ("zh_hans", "en", "ru")
    }
    return {"purpose": purpose, "is_approved": "on", **words}


def test_new_text_gets_its_version_and_waits_to_be_put_in_force(staff):
    ConsentTextFactory.create(purpose="terms", version=4)

    staff.post(page("consenttext", "add"), filled("terms"))

    text = ConsentText.objects.get(version=5)
    assert (text.title_ru, text.is_approved, text.in_force_from) == ("title ru", True, None)


def test_draft_keeps_the_purpose_its_version_is_of(staff):
    draft = ConsentTextFactory.create(purpose="terms", version=2, in_force_from=None)
    ConsentTextFactory.create(purpose="privacy", version=2)

    staff.post(page("consenttext", "change", draft.pk), filled("privacy"))

    draft.refresh_from_db()
    assert (draft.purpose, draft.version, draft.title_en) == ("terms", 2, "title en")


def test_text_is_put_in_force_once(staff):
    text = ConsentTextFactory.create(in_force_from=None)
    choice = {"action": "put_in_force", "_selected_action": [text.pk]}

    first = staff.post(page("consenttext"), choice, follow=True)
    second = staff.post(page("consenttext"), choice, follow=True)

    assert ConsentText.objects.get().in_force_from is not None
    assert "is in force." in first.text
    assert "This text is in force and never changes." in second.text


def test_text_in_force_can_only_be_read(staff):
    text = ConsentTextFactory.create()

    shown = staff.get(page("consenttext", "change", text.pk))
    changed = staff.post(page("consenttext", "change", text.pk), filled("terms"))
    removed = staff.post(page("consenttext", "delete", text.pk), {"post": "yes"})

    assert (shown.status_code, "_save" in shown.text) == (200, False)
    assert (changed.status_code, removed.status_code) == (403, 403)


@pytest.mark.django_db(transaction=True)
def test_text_put_in_force_while_it_is_changed_is_said_to_stand(staff):
    text = ConsentTextFactory.create(in_force_from=None)

    answer = behind(
        lambda: put_in_force(text, by=User.objects.get()),
        lambda: staff.post(page("consenttext", "change", text.pk), filled("terms"), follow=True),
    )

    text.refresh_from_db()
    assert (answer.status_code, text.title_en == "title en") == (200, False)
    assert "This text is in force and never changes." in answer.text


@pytest.mark.parametrize("model", READ_ONLY)
def test_list_is_never_counted(staff, person, model):
    with CaptureQueriesContext(connection) as asked:
        staff.get(page(model))

    assert [query["sql"] for query in asked if 'COUNT(*) AS "__count" FROM "privacy' in query["sql"]] == []


def test_draft_can_be_removed(staff):
    text = ConsentTextFactory.create(in_force_from=None)

    staff.post(page("consenttext", "delete", text.pk), {"post": "yes"})

    assert not ConsentText.objects.exists()


@pytest.mark.parametrize("model", READ_ONLY)
def test_what_is_only_added_to_can_only_be_read(staff, person, model):
    rows = {"consent": ConsentFactory.create(user=person), "securityevent": SecurityEventFactory.create(user=person)}
    rows["erasure"] = delete_account(person, by=person)
    key = rows[model].pk

    shown = staff.get(page(model, "change", key))
    refused = [
        staff.post(page(model, "add"), {}).status_code,
        staff.post(page(model, "change", key), {}).status_code,
        staff.post(page(model, "delete", key), {"post": "yes"}).status_code,
    ]

    assert (shown.status_code, refused) == (200, [403, 403, 403])


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("model", READ_ONLY[:2])
def test_list_takes_as_many_queries_for_each_length(staff, model, number, django_assert_max_num_queries):
    make = {"consent": ConsentFactory, "securityevent": SecurityEventFactory}[model]
    make.create_batch(number)
    if model == "consent":
        withdraw(ConsentFactory.create(), by=User.objects.get(email="staff@portal.example"))

    staff.get(page(model))

    with django_assert_max_num_queries(8):
        response = staff.get(page(model))

    assert response.status_code == 200


def test_rule_is_decided(staff, beginning):
    rule = RetentionRule.objects.get(kind="security-log")
    words = {f"{name}_{column}": "x" for name in ("name", "basis") for column in ("zh_hans", "en", "ru")}

    short = staff.post(page("retentionrule", "change", rule.pk), {"days": "30", "ground": "operator", **words})
    staff.post(page("retentionrule", "change", rule.pk), {"days": "365", "ground": "operator", **words})

    rule.refresh_from_db()
    assert "The law wants these records kept longer than that." in short.text
    assert (rule.days, rule.least_days, rule.ground) == (365, 184, "operator")


def test_rule_is_neither_added_nor_removed(staff):
    rule = RetentionRuleFactory.create()

    assert staff.get(page("retentionrule", "add")).status_code == 403
    assert staff.post(page("retentionrule", "delete", rule.pk), {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("code", ["zh-hans", "ru"])
def test_names_are_in_the_language_of_the_console(client, code):
    signed_in_staff(client, User.objects.create_superuser("staff@portal.example", language=code))

    with translation.override(code):
        text = client.get(page("retentionrule")).text

    assert {"zh-hans": "保存期限规则", "ru": "Правила хранения"}[code] in text
