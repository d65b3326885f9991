"""Findings in three languages, and the pasted text with what they stand on."""

import pytest
from django.utils import translation

from legal.arbitration.clauses.checking import check
from legal.arbitration.clauses.cutting import pieces
from legal.arbitration.clauses.findings import Code, Finding, Report, Severity
from legal.arbitration.clauses.telling import source, tell, verdict
from portal.languages import CODES
from tests.legal.arbitration.known import INSTITUTIONS, RECOGNISER

CALLED = {institution.slug: institution.names[0].text for institution in INSTITUTIONS}


@pytest.mark.parametrize("code", CODES)
def test_every_finding_is_told(code: str) -> None:
    report = Report("", tuple(Finding(one, institutions=("scia", "cietac")) for one in Code))

    with translation.override(code):
        told = tell(report, CALLED)
        said = {one.sentence for one in told} | {one.title for one in told} | {verdict(report)}

    assert len({one.sentence for one in told}) == len(Code)
    assert [one.number for one in told] == list(range(1, len(Code) + 1))
    assert not any("%(" in words for words in said)


def test_advice_is_told_as_such_and_law_with_its_source() -> None:
    told = {one.code: one for one in tell(check("争议提交深圳国际仲裁院仲裁或者起诉。", RECOGNISER), CALLED)}

    assert told[Code.ARBITRATORS_NONE].is_advice
    assert not told[Code.OR_COURT].is_advice
    assert told[Code.OR_COURT].quotes == ("起诉",)
    assert not told[Code.INSTITUTION].is_advice


def test_source_about_one_institution_is_not_told_of_another() -> None:
    assert source(Finding(Code.NAME_FORMER, institutions=("scia",))) is not None
    assert source(Finding(Code.NAME_FORMER, institutions=("hkiac",))) is None


def test_pieces_are_the_whole_text_with_what_stands_on_each() -> None:
    report = check("争议提交深圳国际仲裁院喀什分院仲裁，仲裁地：中国。", RECOGNISER)

    cut = pieces(report)

    assert "".join(piece.words for piece in cut) == report.text
    assert [piece.words for piece in cut if piece.severity is Severity.DOUBTFUL] == ["仲裁地：中国"]
    assert [len(piece.numbers) for piece in cut if piece.words == "深圳国际仲裁院喀什分院"] == [2]
