"""Which ways fit the answers, by the table alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from legal.services.adviser.questions import Answers
from legal.services.adviser.table import RULES, Route, Rule, Verdict

BADGES: Final = {Verdict.BEGIN: "done", Verdict.ALSO: "not-yet", Verdict.NOT_FOR: "refused"}
# In this order the ways are shown.
ORDER: Final = (Verdict.BEGIN, Verdict.ALSO, Verdict.NOT_FOR)
# The first that any rule says, in this order, holds.
WEIGHT: Final = (Verdict.NOT_FOR, Verdict.BEGIN, Verdict.ALSO)


@dataclass(frozen=True, slots=True)
class Advice:
    """What is said of one way, and the rules that say it."""

    route: Route
    verdict: Verdict
    rules: tuple[Rule, ...]

    @property
    def badge(self) -> str:
        return BADGES[self.verdict]


def weigh(answers: Answers) -> list[Advice]:
    """What is said of each way, those to begin with first. All questions are answered."""
    advice = [_of(route, [rule for rule in RULES if rule.route is route and applies(rule, answers)]) for route in Route]
    return sorted(advice, key=lambda one: ORDER.index(one.verdict))


def applies(rule: Rule, answers: Answers) -> bool:
    """Whether every question the rule names is answered as it says."""
    return all(answers.get(name) in values for name, values in rule.when.items())


def _of(route: Route, rules: Sequence[Rule]) -> Advice:
    said = {rule.verdict for rule in rules}
    verdict = next(one for one in WEIGHT if one in said)
    return Advice(route, verdict, tuple(rule for rule in rules if rule.verdict in {verdict, Verdict.NOTE}))
