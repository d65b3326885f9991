"""Whatever allauth may say on our pages is among the sentences that our catalogues hold."""

import re
from pathlib import Path

import allauth
import pytest
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.utils import translation

from portal.accounts import borrowed_sentences

ROOT = Path(allauth.__file__).parent
HELD = {*borrowed_sentences.FORMS, *borrowed_sentences.ERRORS, *borrowed_sentences.DONE}
# Of what is not in use here: user names, telephones confirmed by message, a choice to be remembered.
UNUSED = {
    "phone_password_mismatch",
    "phone_taken",
    "unknown_phone",
    "username_blacklisted",
    "username_password_mismatch",
    "username_taken",
}


@pytest.mark.parametrize("adapter", [DefaultAccountAdapter, DefaultMFAAdapter])
def test_every_error_is_held(adapter: type) -> None:
    with translation.override(None):
        errors = {str(text) for name, text in adapter.error_messages.items() if name not in UNUSED}

    assert errors - HELD == set()


def test_everything_said_when_something_is_done_is_held() -> None:
    said = set()
    for app in ("account", "mfa", "usersessions"):
        for path in (ROOT / "templates" / app / "messages").glob("*.txt"):
            found = re.findall(r"{% blocktrans(?:late)? %}(.*?){% endblocktrans", path.read_text(), flags=re.DOTALL)
            said |= {re.sub(r"{{ ?(\w+) ?}}", r"%(\1)s", sentence) for sentence in found}

    unused = {sentence for sentence in said if "%(phone)s" in sentence or "won't be shown again" in sentence}
    assert said - unused - HELD == set()


@pytest.mark.parametrize("code", ["zh-hans", "ru"])
def test_every_sentence_held_is_in_our_words(code: str) -> None:
    with translation.override(code):
        assert [sentence for sentence in HELD if translation.gettext(sentence) == sentence] == []
