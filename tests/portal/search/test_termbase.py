from portal.search import termbase as module
from portal.search.registry import Concept, Everyday
from portal.search.termbase import ALTERNATIVES, Termbase, termbase


def test_the_longest_term_is_taken_and_none_overlaps() -> None:
    terms = Termbase(
        [
            Concept({"zh": ["合同"], "en": ["contract"]}, shown=True),
            Concept({"zh": ["合同解除"], "en": ["rescission"]}, shown=True),
        ]
    )

    assert [match.entry.text for match in terms.matches("合同解除和合同", "zh")] == ["合同解除", "合同"]


def test_inflected_words_are_recognised() -> None:
    terms = Termbase([Concept({"en": ["force majeure"], "ru": ["непреодолимая сила"]}, shown=True)])

    matches = list(terms.matches("действием непреодолимой силы", "ru"))

    assert [word.text for match in matches for word in match.entry.alternatives["en"]] == ["force majeure"]


def test_an_abbreviation_is_no_stem_of_another_word() -> None:
    terms = Termbase([Concept({"zh": ["纳税人识别号"], "ru": ["ИНН"]}, shown=True)])

    found = [[match.entry.text for match in terms.matches(text, "ru")] for text in ("иную ответственность", "без ИНН")]

    assert found == [[], ["ИНН"]]


def test_a_shouted_phrase_is_recognised() -> None:
    terms = Termbase([Concept({"en": ["force majeure"], "ru": ["непреодолимая сила"]}, shown=True)])

    assert [match.entry.text for match in terms.matches("FORCE MAJEURE", "en")] == ["force majeure"]


def test_a_word_too_long_for_the_index_is_no_term() -> None:
    terms = Termbase([Concept({"en": ["contract"], "ru": ["договор"]}, shown=True)])

    assert [match.entry.text for match in terms.matches("a" * 200 + " contract", "en")] == ["contract"]


def test_a_term_stands_for_eight_words_at_most() -> None:
    terms = Termbase([Concept({"zh": ["做"], "en": [f"word{number}" for number in range(12)]}, shown=False)])

    assert len(terms.entries["zh"]["做",].alternatives["en"]) == ALTERNATIVES


def test_everyday_words_lead_to_legal_ones() -> None:
    terms = Termbase([Everyday("zh", "老板", ["用人单位"])])

    assert [match.entry.legal for match in terms.matches("我的老板", "zh")] == [["用人单位"]]


def test_terms_are_read_again_only_when_their_version_is_another(monkeypatch) -> None:
    calls: list[int] = []
    monkeypatch.setattr(module.loaded, "held", None)
    monkeypatch.setattr(module, "termbases", [lambda: calls.append(1) or []])

    assert (termbase(1) is termbase(1), termbase(2) is termbase(1), len(calls)) == (True, False, 3)
