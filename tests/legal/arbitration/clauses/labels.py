"""The labelled clauses, and how right the check is about them, finding by finding."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from legal.arbitration.clauses.checking import check
from legal.arbitration.clauses.findings import Code
from tests.legal.arbitration.known import RECOGNISER

ASKED = {
    "seat": Code.SEAT_NONE,
    "language": Code.LANGUAGE_NONE,
    "arbitrators": Code.ARBITRATORS_NONE,
    "law": Code.LAW_NONE,
    "scope": Code.SCOPE_UNCLEAR,
}
WITHOUT = {Code.NO_CLAUSE, Code.ONLY_COURT, Code.ONLY_NEGOTIATION}


@dataclass(frozen=True)
class Labelled:
    name: str
    text: str
    institution: str
    branch: str
    expected: frozenset[Code]


def labelled() -> Iterator[Labelled]:
    for row in tomllib.loads((Path(__file__).parent / "labelled.toml").read_text(encoding="utf-8"))["clause"]:
        yield Labelled(
            row["id"], row["text"], row.get("institution", ""), row.get("branch", ""), frozenset(expected(row))
        )


def expected(row: dict[str, Any]) -> set[Code]:
    codes = {Code(code) for code in row.get("finds", [])}
    if codes & WITHOUT:
        return codes
    lacks = row.get("lacks", "").split()
    codes |= {lacking if asked in lacks else Code(asked) for asked, lacking in ASKED.items()}
    codes |= {Code.INSTITUTION} if "institution" in row else set()
    codes |= {Code.BRANCH} if "branch" in row else set()
    return codes - {Code.SEAT} if Code.SEAT_BARE in codes else codes


def figures() -> dict[Code, tuple[int, int, int]]:
    """For each finding: how often it is rightly found, wrongly found, and missed."""
    right, wrong, missed = Counter[Code](), Counter[Code](), Counter[Code]()
    for clause in labelled():
        found = check(clause.text, RECOGNISER).codes
        right.update(found & clause.expected)
        wrong.update(found - clause.expected)
        missed.update(clause.expected - found)
    return {code: (right[code], wrong[code], missed[code]) for code in Code if right[code] + wrong[code] + missed[code]}
