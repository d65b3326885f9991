import pytest

from legal.laws.formats.characters import for_print, for_xml


@pytest.mark.parametrize("text", ["第一条\t\n甲", "𠮷𬭛", "Қазақ", "\ue000"])
def test_what_xml_may_contain_stays(text):
    assert for_xml(text) == text


@pytest.mark.parametrize("character", ["\0", "\x01", "\x0b", "\x1f", "\ufffe", "\uffff", "\ud800"])
def test_what_xml_may_not_contain_goes(character):
    assert for_xml(f"a{character}b") == "ab"


def test_character_without_a_font_is_replaced_by_the_printers_mark():
    assert for_print("甲乙", {ord("甲")}) == "甲〓"


def test_character_that_turns_its_neighbours_is_not_printed():
    assert for_print("a\u202eb", {ord("a"), ord("b")}) == "ab"


def test_space_needs_no_font():
    assert for_print("\u00a0\n\u200b", set()) == "\u00a0\n\u200b"
