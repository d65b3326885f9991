from collections import Counter

from legal.laws.formats.document import main_status
from legal.laws.kinds import TextStatus
from tests.legal.laws.formats.factories import column, document, words


def test_caption_stands_without_its_brackets():
    assert words(heading="（立法目的）").caption == "立法目的"


def test_paragraphs_leave_empty_lines_out():
    assert words("one\n\n two\n").paragraphs == ["one", " two"]


def test_printed_joins_what_there_is():
    assert words("body", label="Article 1").printed == "Article 1 body"


def test_languages_follow_the_columns():
    assert document(columns=(column("ru"), column("zh"))).languages == ("ru", "zh")


def test_mark_is_silent_where_a_text_is_worth_what_its_column_is():
    assert document().mark(words("甲"), column()) == ""


def test_mark_tells_another_status_and_an_earlier_wording():
    machine = words("甲", status=TextStatus.MACHINE, earlier=True)

    assert document().mark(machine, column()) == "machine · Translates an earlier wording of the original."


def test_main_status_is_that_of_most_texts():
    assert main_status(Counter({TextStatus.OFFICIAL: 1, TextStatus.DIGEST: 2})) is TextStatus.DIGEST


def test_main_status_of_equals_is_the_lesser():
    assert main_status(Counter({TextStatus.OFFICIAL: 2, TextStatus.MACHINE: 2})) is TextStatus.MACHINE
