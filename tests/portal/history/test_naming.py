"""Fields and values of the history in the words of the reader's language."""

import pytest
from django.utils import translation

from legal.laws.models import Law
from portal.accounts.models import User
from portal.history import naming
from portal.reference.models import Term, Topic


@pytest.fixture(autouse=True)
def _in_english() -> None:
    translation.activate("en")


def test_field_served_in_three_languages_is_called_with_its_language() -> None:
    assert naming.field_name(Topic._meta.get_field("name_ru")) == "Name (Русский)"
    assert naming.field_name(Topic._meta.get_field("position")) == "Position"


def test_column_that_repeats_a_language_and_the_key_are_left_out() -> None:
    columns = naming.fields_of("reference.topic")

    assert "name" not in columns
    assert "id" not in columns
    assert {"slug", "name_zh_hans", "name_en", "name_ru", "position"} <= columns.keys()


@pytest.mark.parametrize(
    ("model", "field", "value", "shown"),
    [
        (Term, "kind", "glossary", "Glossary"),
        (Term, "kind", "a kind of old", "a kind of old"),
        (Term, "zh", ["要约", "发价"], "要约; 发价"),
        (Term, "zh", [], "—"),
        (Term, "note", "", "—"),
        (Term, "topic", None, "—"),
        (User, "password", "***", "not kept"),
        (User, "is_staff", True, "yes"),
        (User, "is_staff", False, "no"),
        (User, "language", "ru", "Русский"),
        (User, "joined_at", "2026-11-25T20:00:00+00:00", "26 November 2026, 04:00"),
        (User, "joined_at", "one day", "one day"),
        (Law, "in_force", "2026-03-01", "1 March 2026"),
        (Law, "original_language", "kk", "Kazakh"),
        (Law, "original_language", "xx", "xx"),
        (Law, "languages", ["zh", "ru"], "Chinese; Russian"),
    ],
)
def test_value_is_shown_as_people_read_it(model, field, value, shown) -> None:
    assert naming.value_of(model._meta.get_field(field), value) == shown


def test_model_that_is_gone_keeps_its_label() -> None:
    assert naming.kind_of("gone.model") == "gone.model"
    assert naming.fields_of("gone.model") == {}
