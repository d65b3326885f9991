"""Clauses made of facts: the same in three languages, and without a fault that the check would find."""

from itertools import product

import pytest

from legal.arbitration.clauses.checking import check
from legal.arbitration.clauses.findings import Code, Severity
from legal.arbitration.clauses.making import Facts, make
from legal.arbitration.clauses.places import INSTITUTIONS, LAWS, SEATS, TONGUES
from tests.legal.arbitration.known import RECOGNISER

# Every choice beside every tier; the choices of names in turn, since each stands in a sentence of its own.
TIERS = list(product((False, True), repeat=3))
CHOICES = list(
    zip(
        [*INSTITUTIONS] * 6,
        SEATS,
        [*TONGUES, *TONGUES, *TONGUES],
        (1, 3) * 6,
        [*LAWS, *LAWS],
        ["", *LAWS, "", "cn"],
        strict=False,
    )
)


@pytest.mark.parametrize("tiers", TIERS)
def test_clause_that_is_made_passes_the_check_in_each_language(tiers: tuple[bool, bool, bool]) -> None:
    made = [
        clause
        for institution, seat, tongue, arbitrators, law, contract_law in CHOICES
        for clause in make(Facts(institution, seat, tongue, arbitrators, law, contract_law, *tiers[:2], 45, tiers[2]))
    ]

    reports = [check(clause.text, RECOGNISER) for clause in made]

    assert len(made) == 3 * len(SEATS)
    assert {report.text: report.codes for report in reports if report.worst is not Severity.GOOD} == {}
    assert all(Code.INSTITUTION in report.codes for report in reports)


def test_clause_says_the_same_in_three_languages() -> None:
    zh, en, ru = make(Facts("scia-kashgar", "kashgar", "zh-ru", 1, "cn", "kz", negotiation=True, days=20, appeal=True))

    assert (zh.core, en.core, ru.core) == (1, 1, 1)
    assert zh.text == (
        "双方应首先协商解决争议。自一方书面要求协商之日起20日内未能解决的，适用下列约定。"
        "凡因本合同引起的或与本合同有关的任何争议，均应提交深圳国际仲裁院喀什分院仲裁。仲裁地为中国喀什。"
        "仲裁语言为中文和俄文。仲裁庭由一名独任仲裁员组成。本仲裁条款适用中华人民共和国法律。"
        "双方同意，在仲裁地法律不禁止的前提下，任何一方均可按照深圳国际仲裁院关于选择性复裁的规定，对仲裁裁决提起复裁。"
        "本合同适用哈萨克斯坦共和国法律。"
    )
    assert len(zh.sentences) == len(en.sentences) == len(ru.sentences) == 8
    assert "К настоящему договору применяется право Республики Казахстан." in ru.text


def test_clause_for_the_institution_itself_is_its_own_model_clause() -> None:
    _, en, _ = make(Facts("scia", "shenzhen", "en", 3, "cn"))

    assert en.sentences[en.core] == (
        "Any dispute arising from or in connection with this contract shall be submitted to"
        " the Shenzhen Court of International Arbitration (the SCIA) for arbitration."
    )
