"""The rules of the adviser leave no case without an answer, and stand in the documentation as they are."""

import itertools

import pytest
from django.conf import settings
from django.core.management import call_command

from legal.services.adviser import document
from legal.services.adviser.questions import ADVICE, BY_NAME, DISPUTE, PROOF, QUESTIONS, following, read
from legal.services.adviser.table import RULES, Route, Verdict
from legal.services.adviser.weighing import weigh

COUNTRIES = [("cn", "China"), ("kz", "Kazakhstan")]
DOCUMENT = settings.BASE_DIR / "docs" / "services.md"


def every_case() -> list[dict[str, str]]:
    """All answers that can be given, but for the country, which no rule asks after."""
    found: list[dict[str, str]] = []
    for matter in (DISPUTE, PROOF, ADVICE):
        asked = [one for one in QUESTIONS if matter in one.of and one.choices and one.name != "matter"]
        for values in itertools.product(*([value for value, _ in one.choices] for one in asked)):
            found += [{"matter": matter} | {one.name: value for one, value in zip(asked, values, strict=True)}]
    return found


def said(**answers: str) -> dict[Route, Verdict]:
    return {one.route: one.verdict for one in weigh(answers)}


def test_every_case_has_a_reason_for_each_way_and_a_way_to_begin_with() -> None:
    cases = every_case()

    weighed = [weigh(case) for case in cases]

    assert len(cases) == 6 * 3 * 3 * 2 * 2 + 3 * 2 + 1
    assert all(len(one) == len(Route) and all(advice.rules for advice in one) for one in weighed)
    assert [case for case, one in zip(cases, weighed, strict=True) if one[0].verdict is not Verdict.BEGIN] == []


def test_every_rule_is_said_in_some_case_and_asks_what_can_be_answered() -> None:
    used = {rule.slug for case in every_case() for advice in weigh(case) for rule in advice.rules}

    assert used == {rule.slug for rule in RULES}
    assert len(used) == len(RULES)
    answers = {(name, value) for rule in RULES for name, values in rule.when.items() for value in values}
    assert {one for one in answers if one[1] not in dict(BY_NAME[one[0]].choices)} == set()


def test_clause_for_arbitration_leads_there() -> None:
    answers = {"clause": "arbitration", "amount": "unknown", "urgency": "no", "relation": "no", "expert": "no"}
    found = said(matter="dispute", **answers)

    assert found == {
        Route.ARBITRATE: Verdict.BEGIN,
        Route.CONSULT: Verdict.ALSO,
        Route.MEDIATE: Verdict.ALSO,
        Route.NOTARIZE: Verdict.ALSO,
        Route.APPRAISE: Verdict.NOT_FOR,
    }


def test_clause_for_a_court_closes_arbitration() -> None:
    found = said(matter="dispute", clause="court", other="cn", urgency="now", relation="yes", expert="yes")

    assert found[Route.ARBITRATE] is Verdict.NOT_FOR
    assert {route for route, verdict in found.items() if verdict is Verdict.BEGIN} == set(Route) - {Route.ARBITRATE}


def test_note_adds_a_reason_and_changes_no_verdict() -> None:
    urgent = {"matter": "dispute", "clause": "arbitration", "urgency": "now", "relation": "no", "expert": "no"}

    arbitration = next(one for one in weigh(urgent) if one.route is Route.ARBITRATE)

    assert arbitration.verdict is Verdict.BEGIN
    assert [rule.slug for rule in arbitration.rules] == ["arbitrate-clause", "arbitrate-urgent"]


@pytest.mark.parametrize(
    ("given", "kept", "asked"),
    [
        ({}, {}, "matter"),
        ({"matter": "nonsense", "clause": "court"}, {}, "matter"),
        ({"matter": "advice", "clause": "court"}, {"matter": "advice"}, None),
        ({"matter": "proof", "other": "zz", "urgency": "no"}, {"matter": "proof", "urgency": "no"}, "other"),
        ({"matter": "dispute", "expert": "yes"}, {"matter": "dispute", "expert": "yes"}, "clause"),
    ],
)
def test_only_answers_to_what_is_asked_are_kept(given, kept, asked) -> None:
    answers = read(given, COUNTRIES)
    question = following(answers)

    assert (answers, question.name if question else None) == (kept, asked)


def test_rules_in_the_documentation_are_those_of_the_table() -> None:
    text = DOCUMENT.read_text()

    assert document.written_into(text) == text, "Run `manage.py write_adviser_rules`."


def test_command_writes_the_rules_between_their_marks(tmp_path, capsys) -> None:
    file = tmp_path / "page.md"
    file.write_text(f"Before\n{document.BEGIN}\nstale\n{document.END}\nafter\n")

    call_command("write_adviser_rules", "--file", str(file))

    assert file.read_text() == f"Before\n{document.BEGIN}\n\n{document.table()}\n\n{document.END}\nafter\n"
    assert capsys.readouterr().out == f"Rules written into {file}.\n"


@pytest.mark.parametrize("text", ["nothing", document.BEGIN])
def test_document_without_marks_is_refused(text) -> None:
    with pytest.raises(ValueError, match="no marks"):
        document.written_into(text)
