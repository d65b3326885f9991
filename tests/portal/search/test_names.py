import pytest

from portal.search import actions, names, registry
from tests.portal.search.conftest import Notes

pytestmark = pytest.mark.django_db


@pytest.fixture
def acts(notes: Notes) -> Notes:
    notes.add(1, whole=True, texts={"zh": "民法典", "en": "Civil Code"}, names=["=民法典", "=civil code"])
    notes.add(2, whole=True, texts={"zh": "海商法", "en": "Maritime Code"}, names=["=海商法", "~海商"], weight=0.5)
    actions.apply()
    return notes


def test_works_are_known_by_their_very_names(acts: Notes) -> None:
    assert [names.owners("notes", wanted) for wanted in (["=民法典"], ["~海商", "=民法典"], ["=合同法"], [])] == [
        [1],
        [1, 2],
        [],
        [],
    ]


def test_works_of_another_source_are_not_meant(acts: Notes) -> None:
    assert names.owners("cases", ["=民法典"]) == []


@pytest.mark.parametrize(("start", "expected"), [("=民", [1]), ("=civil c", [1]), ("=", []), ("=x.*", [])])
def test_works_are_known_by_how_a_name_begins(acts: Notes, start: str, expected: list[int]) -> None:
    assert names.beginning("notes", start, 5) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("civ", [1]), ("code", [1, 2]), ("code mari", [2]), ("海商", [2]), ("法", [1, 2]), ("…", []), ("民商", [])],
)
def test_titles_are_completed(acts: Notes, typed: str, expected: list[int]) -> None:
    assert sorted(names.completed("notes", typed, 5)) == expected


@pytest.mark.parametrize("letter", ["a", "я", "民", "😀"])
def test_whole_paragraphs_are_no_name_and_no_error(acts: Notes, letter: str) -> None:
    assert names.beginning("notes", "=" + letter * 2000, 5) == names.completed("notes", letter * 2000, 5) == []


def test_nothing_is_known_without_an_index(notes: Notes) -> None:
    assert names.completed("notes", "civ", 5) == []


def test_a_termbase_is_registered_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "termbases", [])

    registry.register_termbase(list)
    registry.register_termbase(list)

    assert registry.termbases == [list]


def test_a_source_registered_again_takes_its_place(notes: Notes) -> None:
    again = Notes()

    registry.register(again)

    assert registry.sources == {"notes": again}
