"""One line of text, wherever it is typed; names of persons are lines, too."""

import pytest
from django.core.exceptions import ValidationError

from portal.accounts.entrance import SignupForm
from portal.accounts.forms import UserChangeForm, UserCreationForm
from portal.accounts.models import User
from portal.accounts.profile import ProfileForm
from portal.lines import AddressField, LineField, ParagraphsField


@pytest.mark.parametrize(
    ("typed", "code"), [("see http://elsewhere.example", "address"), ("zero\u200bwidth", "invisible")]
)
def test_line_refuses_what_leads_astray(typed, code) -> None:
    with pytest.raises(ValidationError) as refusal:
        LineField().clean(typed)

    assert refusal.value.code == code


@pytest.mark.parametrize(
    "typed",
    [
        *"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u206a\u115f\u2800\u3164\0\x1b\ufffe",
        "\U000e0041",
    ],
)
@pytest.mark.parametrize("field", [LineField(), ParagraphsField()])
def test_character_that_turns_or_is_not_seen_is_refused(field, typed) -> None:
    with pytest.raises(ValidationError) as refusal:
        field.clean(f"paid {typed}001")

    assert refusal.value.code == "invisible"


@pytest.mark.parametrize("field", [LineField(), ParagraphsField()])
def test_what_joins_letters_is_kept_within_words_and_refused_alone(field) -> None:
    assert field.clean("می\u200cخواهم क्\u200dष") == "می\u200cخواهم क्\u200dष"
    with pytest.raises(ValidationError):
        field.clean("\u200c \u200d")


def test_paragraphs_are_kept_without_what_programs_put_into_them() -> None:
    pasted = "\ufeffDeliv\u00adered\u00a0on\tMonday.  \r\n\r\nPaid\u200b never. "

    assert ParagraphsField().clean(pasted) == "Delivered on Monday.\n\nPaid never."


def test_line_is_one_line() -> None:
    assert LineField().clean(" ООО\r\n «Тянь-\tШань» ") == "ООО «Тянь- Шань»"


@pytest.mark.parametrize("typed", ["Zhao \u202eoahZ", "Zhao \ufffe", "https://elsewhere.example"])
def test_name_of_a_person_is_a_line(typed) -> None:
    profile = ProfileForm({"full_name": typed}, instance=User(email="zhao@portal.example"))
    entrance = SignupForm({"full_name": typed})

    assert ["full_name" in form.errors for form in (profile, entrance)] == [True, True]


@pytest.mark.parametrize("form", [UserCreationForm, UserChangeForm])
@pytest.mark.parametrize("typed", ["Zhao \u202eoahZ", "https://elsewhere.example"])
def test_name_of_a_person_is_a_line_in_the_console_too(form, typed) -> None:
    field = form.base_fields["full_name"]

    with pytest.raises(ValidationError):
        field.clean(typed)
    assert field.clean("") == ""


@pytest.mark.parametrize(
    "typed",
    [
        "https://good.example/\u202egpj.exe",
        "https://good\u200b.example/",
        "https://good.example/\u2066a",
        "\ufeffhttps://good.example/",
        "https://go\u200cod.example/",
        "https://good.example/a\u200d",
        "ftp://good.example/",
        "javascript:alert(1)",
        "data:text/html,x",
        "https://",
    ],
)
def test_address_that_leads_astray_is_refused(typed) -> None:
    with pytest.raises(ValidationError):
        AddressField().clean(typed)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("good.example", "https://good.example"),
        (" http://good.example/a?b=c ", "http://good.example/a?b=c"),
        ("https://пример.рф/статья", "https://пример.рф/статья"),
        ("", ""),
    ],
)
def test_address_of_a_website_is_kept_as_typed(typed, kept) -> None:
    assert AddressField().clean(typed) == kept
