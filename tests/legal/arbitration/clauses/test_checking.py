"""What the check finds in clauses: a table of them, and what must hold for any text."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from legal.arbitration.clauses.checking import LONGEST, check
from legal.arbitration.clauses.findings import SEVERITIES, Code, Severity
from tests.bench.measuring import within
from tests.legal.arbitration.clauses.labels import figures, labelled
from tests.legal.arbitration.known import RECOGNISER

DOCUMENT = Path(__file__).resolve().parents[4] / "docs" / "arbitration.md"
HEAVY = {
    "Chinese": "凡因本合同引起的或与本合同有关的任何争议，均应提交深圳国际仲裁院仲裁，也可以向法院起诉。",
    "English": "Any dispute arising from this contract shall be submitted to the SCIA for arbitration or to a court. ",
    "Russian": "Любой спор, возникающий из настоящего договора, подлежит передаче в арбитраж или в суд. ",
    "one word": "仲裁",
    "“or”": "or court ",
    "a letter": "a",
    "spaces": " \n",
    "nothing seen": "\u200b",
    "brackets": "((((",
    "accents": "е\u0308",
    "a stem": "арбитражн",
    "a trial": "процесс",
    "a chamber": "палат",
    "hyphens": "a-",
}


def test_check_finds_what_is_labelled() -> None:
    reports = {clause: check(clause.text, RECOGNISER) for clause in labelled()}

    assert len(reports) >= 60
    assert {
        clause.name: (sorted(clause.expected - report.codes), sorted(report.codes - clause.expected))
        for clause, report in reports.items()
        if report.codes != clause.expected
    } == {}


def test_check_recognises_the_institution_that_is_labelled() -> None:
    named = {
        (clause.name, finding.code): (finding.institutions, clause)
        for clause in labelled()
        for finding in check(clause.text, RECOGNISER).findings
        if finding.code in {Code.INSTITUTION, Code.BRANCH}
    }

    assert {
        where: met
        for where, (met, clause) in named.items()
        if met != ((clause.institution,) if where[1] is Code.INSTITUTION else (clause.branch,))
    } == {}


def test_every_finding_is_labelled_somewhere() -> None:
    assert set(figures()) == set(Code) - {Code.EMPTY, Code.TOO_LONG}


def test_figures_of_the_document_are_those_measured() -> None:
    rows = re.findall(
        r"^\| `([\w-]+)` \| (\d+) \| (\d+) \| (\d+) \|", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE
    )

    assert {Code(code): tuple(map(int, counts)) for code, *counts in rows} == figures()


@pytest.mark.parametrize(
    ("text", "code"), [("", Code.EMPTY), (" \n\u3000", Code.EMPTY), ("仲" * (LONGEST + 1), Code.TOO_LONG)]
)
def test_text_that_is_none_or_too_much_is_only_said_to_be_so(text: str, code: Code) -> None:
    assert [(finding.code, finding.spans) for finding in check(text, RECOGNISER).findings] == [(code, ())]


def test_findings_come_by_their_weight() -> None:
    report = check("争议可提交深圳仲裁委员会仲裁或向法院起诉。仲裁地：中国。", RECOGNISER)

    weights = [finding.severity for finding in report.findings]

    assert weights == sorted(weights, key=list(Severity).index)
    assert report.worst is Severity.BLOCKS
    assert set(SEVERITIES) == set(Code)


def test_words_found_are_those_of_the_pasted_text() -> None:
    text = "Споры рассматривает «Шэньчжэньский\nмеждународный  арбитражный суд»; место арбитража — КНР."

    spans = {
        finding.code: [text[span.start : span.end] for span in finding.spans]
        for finding in check(text, RECOGNISER).findings
    }

    assert spans[Code.INSTITUTION] == ["Шэньчжэньский\nмеждународный  арбитражный суд"]
    assert spans[Code.SEAT_BARE] == ["место арбитража — КНР"]


@pytest.mark.parametrize("what", HEAVY)
def test_longest_text_is_checked_in_no_time(what: str) -> None:
    text = (HEAVY[what] * LONGEST)[:LONGEST]
    check(text[:100], RECOGNISER)

    with within(0.3):
        check(text, RECOGNISER)


@given(
    st.text(
        alphabet=st.sampled_from(
            "仲裁法院或诉讼深圳国际，。（） \nSCIAsuecourtorin.;:()арбитражсудиё\u0301\u200b\0-_'\"İß123"
        ),
        max_size=200,
    )
)
@example("İ仲裁")
@example("\0\0仲裁\0")
def test_any_text_is_checked_and_its_spans_lie_in_it(text: str) -> None:
    report = check(text, RECOGNISER)

    assert report.findings
    assert all(0 <= span.start < span.end <= len(text) for finding in report.findings for span in finding.spans)
