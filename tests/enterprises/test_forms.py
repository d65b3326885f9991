"""Whatever is typed or sent, a form answers with values or with sentences, and what it keeps can be kept."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from enterprises.actions.registering import save
from enterprises.fields import LONGEST_UNFINISHED, telephone
from enterprises.forms.people import InviteForm, JoinForm
from enterprises.forms.registering import DescribeForm, IdentifyForm
from enterprises.models import Enterprise
from enterprises.policies import Role
from tests.factories import JurisdictionFactory

pytestmark = pytest.mark.django_db

ANYTHING = st.text(max_size=60) | st.sampled_from(
    [
        "",
        "\0",
        "a\0b",
        "‮" * 3,
        "<script>",
        "9" * 5000,
        "x" * 300,
        "91653101\ud7ff",
        "٠١٢",
        "+",
        "+999999999999999",
        "@",
        "http://",
    ]
)
FIELDS = (*IdentifyForm.base_fields, *DescribeForm.base_fields, "number-cn-uscc", "number-lei")
bounded = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


@bounded
@given(typed=st.dictionaries(st.sampled_from(FIELDS), ANYTHING))
@pytest.mark.parametrize("form_of", [IdentifyForm, DescribeForm])
def test_anything_typed_can_be_saved_and_read_again(enterprise, owner, form_of, typed) -> None:
    version = Enterprise.objects.get(pk=enterprise.pk).version
    form = form_of({**typed, "version": version}, enterprise=enterprise)
    form.is_valid()

    saved = save(enterprise, form.answers(), version=version, by=owner)

    saved.refresh_from_db()
    assert json.dumps(saved.unfinished)
    assert all(len(kept) <= LONGEST_UNFINISHED for kept in saved.unfinished.values())
    again = form_of(enterprise=saved)
    for name, kept in saved.unfinished.items():
        if name in again.fields:
            assert again[name].value() == kept


@pytest.mark.parametrize("form_of", [IdentifyForm, DescribeForm])
def test_megabyte_in_a_field_is_refused_in_a_sentence(enterprise, form_of) -> None:
    megabyte = "一" * 1_000_000
    form = form_of(dict.fromkeys(FIELDS, megabyte), enterprise=enterprise)

    assert not form.is_valid()
    assert all(len(kept) <= LONGEST_UNFINISHED for kept in form.answers().unfinished.values())


def test_enterprise_without_a_number_or_a_name_is_told_what_to_give(enterprise) -> None:
    with translation.override("en"):
        form = IdentifyForm({"register_name": "喀什示例贸易有限公司"}, enterprise=enterprise)
        told = {field: list(sentences) for field, sentences in form.errors.items()}

    assert told["number-cn-uscc"] == ["Give a number under which the enterprise is registered."]
    assert told["name_en"] == ["Give the name in one of the three languages at least."]


def test_bytes_in_a_wrong_encoding_are_answered_with_sentences(enterprise) -> None:
    sent = QueryDict(b"register_name=%ff%fe%41&name_en=%c3%28&number-cn-uscc=%80", encoding="utf-8")

    form = IdentifyForm(sent, enterprise=enterprise)

    assert not form.is_valid()


@pytest.mark.parametrize(
    ("typed", "kept"), [("0998 234 5678", "+869982345678"), ("+7 (727) 234-56-78", "+77272345678"), ("", "")]
)
def test_telephone_number_has_the_code_of_its_country(typed, kept) -> None:
    assert telephone(typed, "CN") == kept


@pytest.mark.parametrize("typed", ["call me", "+99999", "12", "+86 998", "+86 123456789012345678"])
def test_what_is_no_telephone_number_is_refused(typed) -> None:
    with pytest.raises(ValidationError) as refusal:
        telephone(typed, "CN")

    assert refusal.value.code == "phone"


@bounded
@given(typed=st.dictionaries(st.sampled_from(["email", "role", "language"]), ANYTHING))
def test_invitation_form_answers_anything(typed) -> None:
    form = InviteForm(typed, role=Role.REPRESENTATIVE)

    assert form.is_valid() in (True, False)
    assert form.cleaned_data.get("role") != Role.OWNER


@bounded
@given(typed=st.dictionaries(st.sampled_from(["cn-uscc", "lei"]), ANYTHING))
def test_join_form_answers_anything(typed) -> None:
    form = JoinForm(typed, country=JurisdictionFactory.build())

    assert form.is_valid() in (True, False)


def test_names_of_rows_are_readable(enterprise, owner, member) -> None:
    member_row = member(Role.VIEWER, full_name="Sample")

    assert str(member_row).startswith("Sample (")
    assert str(Enterprise()) == "尚未命名的企业"
    assert str(enterprise.industry) == "国际物流"
