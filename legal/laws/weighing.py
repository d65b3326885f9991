"""What a law, and a place of it, weighs in search: by what it is, and by how much other law refers to it."""

import math
from collections.abc import Mapping
from typing import Final

from legal.laws.kinds import LawKind
from legal.laws.models import Law

# Where two say the same, the higher source comes first; a local regulation last, unless its place is asked for.
WEIGHTS: Final = {
    LawKind.JUDICIAL_INTERPRETATION.value: 0.95,
    LawKind.MODEL_LAW.value: 0.9,
    LawKind.REGULATION.value: 0.9,
    LawKind.RULE.value: 0.85,
    LawKind.DECISION.value: 0.85,
    LawKind.OTHER.value: 0.85,
}
LOCAL: Final = 0.7
# Law that other law refers to is law that people ask for: how much a citation of the law, or of the article, adds.
# Measured, docs/search.md.
LAW_CITED: Final = 0.08
ARTICLE_CITED: Final = 0.12


def weight(law: Law, cited: Mapping[str, int], path: str = "") -> float:
    """The weight of a place of a law, of the law itself without one; `cited` says by how many places each is cited."""
    local = law.region_id is not None or law.kind == LawKind.LOCAL_REGULATION
    rank = LOCAL if local else WEIGHTS.get(law.kind, 1.0)
    whole = rank * (1 + LAW_CITED * math.log1p(cited.get("", 0)))
    return whole * (1 + ARTICLE_CITED * math.log1p(cited.get(path, 0))) if path else whole
