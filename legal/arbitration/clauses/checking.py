"""The check of a clause: what its words say and lack. It never says whether a clause is valid."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import Final

from legal.arbitration.clauses import wording
from legal.arbitration.clauses.choosing import without_unchosen
from legal.arbitration.clauses.courts import STATE_COURT, alternatives, courts
from legal.arbitration.clauses.findings import ORDER, Code, Finding, Report
from legal.arbitration.clauses.folding import Folded, Span, fold
from legal.arbitration.clauses.naming import Kind, Mention, Recogniser, Role, houses, masked
from legal.arbitration.clauses.seats import Given, Seat, seats
from legal.arbitration.clauses.unknown import OR_ANOTHER, Guess, guesses

# A clause has some hundred characters, in three languages some thousand.
LONGEST: Final = 20_000
# So many places of one kind are shown, and so many read where the first need not decide.
SHOWN: Final = 8
READ: Final = 40
# How far before an institution an “or” may stand.
NEAR: Final = 60
# “Or” between two institutions, not between what is arbitrated: “arising from or in connection with”.
OR: Final = (
    r"(?:或者?(?!与|和|因|有关|相关|其)|\bor\b(?! in (?:connection|relation|respect)| relat| concern"
    r"| the (?:breach|validity)"
    r"| terminat| invalid| any question| otherwise)|\beither\b"
    r"|\b(?:или|либо)\b(?! в связи| в отношении| связан| касающ| относящ| его| их| нарушен| недейств| прекращ))"
)
OR_BEFORE: Final = re.compile(OR + r"[^.;]{0,30}$")
OR_AFTER: Final = re.compile(rf"[^.;]{{0,20}}{OR}[^.;\0]{{0,36}}\0")


def check(text: str, recogniser: Recogniser) -> Report:
    """What is found in a text of at most `LONGEST` characters; of a longer one only that it is too long."""
    if not text.strip():
        return Report(text, (Finding(Code.EMPTY),))
    if len(text) > LONGEST:
        return Report(text, (Finding(Code.TOO_LONG),))
    found = Clause(text, recogniser).findings()
    return Report(text, tuple(sorted(found, key=lambda finding: ORDER.index(finding.severity))))


class Clause:
    """One text and what its words are about."""

    def __init__(self, text: str, recogniser: Recogniser) -> None:
        self.folded: Folded = without_unchosen(fold(text))
        self.mentions: Sequence[Mention] = recogniser.mentions(self.folded)
        self.text = masked(self.folded, self.mentions)

    def findings(self) -> Iterator[Finding]:
        """All findings, those of the questions in the order in which they are asked."""
        if not self.arbitrates:
            yield self._without_arbitration()
            return
        yield from self._institutions()
        yield from self._court()
        yield from self._seat()
        yield from self._said(Code.LANGUAGE, Code.LANGUAGE_NONE, wording.LANGUAGE)
        yield from self._said(Code.ARBITRATORS, Code.ARBITRATORS_NONE, wording.ARBITRATORS)
        yield from self._said(Code.LAW, Code.LAW_NONE, wording.LAW_OF_CLAUSE)
        yield self._scope()

    @cached_property
    def arbitrates(self) -> bool:
        """Whether the text agrees to arbitrate at all."""
        refused = [found.span() for found in wording.REFUSED.finditer(self.text)]
        of_the_state = [found.span() for found in STATE_COURT.finditer(self.text)]
        said = (found.start() for found in wording.ARBITRATION.finditer(self.text))
        left = [at for at in said if not any(start <= at < end for start, end in (*refused, *of_the_state))]
        return bool(left) or (bool(self.mentions) and not refused)

    def _without_arbitration(self) -> Finding:
        named = [found.span() for found in islice(courts(self.text, self.folded.cased), SHOWN)]
        if named:
            return self._finding(Code.ONLY_COURT, named)
        talks = self._first(wording.NEGOTIATION)
        return self._finding(Code.ONLY_NEGOTIATION if talks else Code.NO_CLAUSE, talks)

    def _institutions(self) -> Iterator[Finding]:
        bodies, by_rules = houses(self.mentions, Role.BODY), houses(self.mentions, Role.RULES)
        chosen = bodies or by_rules
        if len(chosen) > 1:
            yield self._named(Code.INSTITUTIONS_TWO, chosen)
        elif chosen:
            yield from self._known(chosen[0], by_rules, alone=not bodies)
        else:
            yield from self._not_known()

    def _known(self, house: str, by_rules: Sequence[str], *, alone: bool) -> Iterator[Finding]:
        others = self._first(OR_ANOTHER) or [
            (one.start, one.end) for one in self._guesses if one.named and self._is_offered(one)
        ]
        if others:
            yield self._finding(Code.INSTITUTIONS_TWO, [*self._places(house), *others])
        yield self._named(Code.INSTITUTION, [house])
        for branch in dict.fromkeys(one.branch for one in self.mentions if one.branch and one.house == house):
            places = [(one.start, one.end) for one in self.mentions if one.branch == branch]
            yield self._finding(Code.BRANCH, places, (branch,))
        yield from self._spelling(house)
        another = [one for one in by_rules if one != house]
        if another:
            yield self._named(Code.RULES_OF_ANOTHER, another)
        if alone:
            yield self._named(Code.RULES_ALONE, [house])

    def _is_offered(self, guess: Guess) -> bool:
        """Whether an institution stands behind an “or”, or before one that leads to an institution that is known."""
        before, after = self.text[max(0, guess.start - NEAR) : guess.start], self.text[guess.end : guess.end + NEAR]
        return OR_BEFORE.search(before) is not None or OR_AFTER.match(after) is not None

    def _spelling(self, house: str) -> Iterator[Finding]:
        """A finding where only a former name is given, or only one that is not exact."""
        kinds = {one.kind for one in self.mentions if one.house == house and one.role is Role.BODY and not one.branch}
        for kind, code in ((Kind.FORMER, Code.NAME_FORMER), (Kind.INEXACT, Code.NAME_INEXACT)):
            if kind in kinds and Kind.PRESENT not in kinds:
                yield self._named(code, [house])

    def _not_known(self) -> Iterator[Finding]:
        ad_hoc = self._first(wording.AD_HOC)
        named = [one for one in self._guesses if one.named]
        vague = [(one.start, one.end) for one in self._guesses if not one.named]
        if len({self.text[one.start : one.end] for one in named}) > 1 and any(map(self._is_offered, named)):
            yield self._finding(Code.INSTITUTIONS_TWO, [(one.start, one.end) for one in named])
        elif named:
            yield self._finding(Code.INSTITUTION_UNKNOWN, [(one.start, one.end) for one in named])
        elif ad_hoc or wording.UNCITRAL.search(self.text):
            yield self._finding(Code.AD_HOC, ad_hoc or self._first(wording.UNCITRAL))
        elif vague:
            yield self._finding(Code.INSTITUTION_VAGUE, vague)
        else:
            yield Finding(Code.INSTITUTION_NONE)

    @cached_property
    def _guesses(self) -> list[Guess]:
        return list(islice(guesses(self.text, self.folded.cased), READ))

    def _court(self) -> Iterator[Finding]:
        places = alternatives(self.text, self.folded.cased)
        if places:
            yield self._finding(Code.OR_COURT, places)

    def _seat(self) -> Iterator[Finding]:
        given: Sequence[Seat] = list(islice(seats(self.text), READ))
        cities = [(one.start, one.end) for one in given if one.given is Given.CITY]
        if cities:
            yield self._finding(Code.SEAT, cities)
        elif given:
            yield self._finding(Code.SEAT_BARE, [(one.start, one.end) for one in given])
        else:
            yield Finding(Code.SEAT_NONE)

    def _said(self, there: Code, lacking: Code, pattern: re.Pattern[str]) -> Iterator[Finding]:
        places = self._first(pattern)
        yield self._finding(there, places) if places else Finding(lacking)

    def _scope(self) -> Finding:
        wide = self._first(wording.WIDE)
        narrow = self._first(wording.NARROW)
        if narrow and not wording.CONNECTED.search(self.text):
            return self._finding(Code.SCOPE_UNCLEAR, narrow)
        return self._finding(Code.SCOPE, wide) if wide else Finding(Code.SCOPE_UNCLEAR)

    def _first(self, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
        return [found.span() for found in islice(pattern.finditer(self.text), SHOWN)]

    def _places(self, house: str) -> list[tuple[int, int]]:
        return [(one.start, one.end) for one in self.mentions if one.house == house]

    def _named(self, code: Code, chosen: Sequence[str]) -> Finding:
        return self._finding(code, [place for house in chosen for place in self._places(house)], chosen)

    def _finding(self, code: Code, places: Iterable[tuple[int, int]], institutions: Sequence[str] = ()) -> Finding:
        spans: list[Span] = sorted({self.folded.span(start, end) for start, end in places})
        return Finding(code, tuple(spans[:SHOWN]), tuple(institutions))
