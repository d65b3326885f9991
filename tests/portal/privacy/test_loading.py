"""What an installation begins with."""

import pytest
from django.core.management import call_command
from django.utils import timezone, translation

from portal.languages import CODES
from portal.privacy.models import ConsentText, Purpose, RetentionRule

MARKS = {"zh-hans": "草案：", "en": "Draft: ", "ru": "Проект: "}

pytestmark = pytest.mark.django_db


def test_command_says_what_is_new(capsys):
    call_command("load_privacy")
    call_command("load_privacy")

    assert capsys.readouterr().out == "texts: 5 new\nrules: 8 new\ntexts: 0 new\nrules: 0 new\n"


@pytest.mark.usefixtures("beginning")
@pytest.mark.parametrize("code", CODES)
def test_text_of_each_purpose_is_marked_as_a_draft_in_each_language(code):
    texts = ConsentText.objects.in_force(at=timezone.now())

    with translation.override(code):
        begun = {text.purpose: text.body[: len(MARKS[code])] for text in texts}

    assert begun == {purpose.value: MARKS[code] for purpose in Purpose}
    assert not ConsentText.objects.filter(is_approved=True).exists()


@pytest.mark.usefixtures("beginning")
def test_what_staff_decided_is_left_alone():
    RetentionRule.objects.filter(kind="consents").update(days=30, ground="operator")
    ConsentText.objects.create(purpose=Purpose.TERMS, version=2, in_force_from=timezone.now())

    call_command("load_privacy")

    assert RetentionRule.objects.get(kind="consents").days == 30
    assert ConsentText.objects.in_force(at=timezone.now()).get(purpose=Purpose.TERMS).version == 2


@pytest.mark.usefixtures("beginning")
def test_figures_are_only_those_of_the_law_and_of_working_files():
    figures = {rule.kind: (rule.days, rule.least_days, rule.ground) for rule in RetentionRule.objects.all()}

    assert figures == {
        "accounts": (None, None, "open"),
        "consents": (None, None, "open"),
        "data-export": (7, None, "working"),
        "enquiries": (None, None, "open"),
        "impact-assessment": (None, 1096, "open"),
        "matters": (None, None, "open"),
        "notices": (None, None, "open"),
        "security-log": (None, 184, "open"),
    }
