"""An address is read and compared alike wherever somebody writes it."""

import pytest

from portal.accounts.addresses import EmailField, plain, same

# A Chinese keyboard's letters, a sign of Kelvin, a long s.
ALIKE = [
    " kiosk@enterprise.example ",
    "ｋｉｏｓｋ＠ｅｎｔｅｒｐｒｉｓｅ．ｅｘａｍｐｌｅ",
    "\u212aiosk@enterprise.example",
    "kio\u017fk@enterprise.example",
]


@pytest.mark.parametrize("written", ALIKE)
def test_address_is_kept_plain(written: str) -> None:
    assert EmailField().clean(written).lower() == "kiosk@enterprise.example"
    assert same(written, "Kiosk@Enterprise.Example")


def test_other_addresses_are_others() -> None:
    assert not same("kiosk@enterprise.example", "kiosk@enterprise.example.example")
    assert not same("straße@enterprise.example", "strasse@enterprise.example")


def test_case_is_kept() -> None:
    assert plain(" Kiosk@Enterprise.Example ") == "Kiosk@Enterprise.Example"
