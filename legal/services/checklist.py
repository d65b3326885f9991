"""The papers a service takes, for one's own case and country."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from legal.services.kinds import CASES, Need
from legal.services.models import Material
from legal.services.passing import Passage

# What follows from papers made abroad.
FOLLOWS: Final = frozenset({Need.ABROAD, Need.OTHER_LANGUAGE})


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader said of their case; `narrowed` where they said anything at all."""

    cases: frozenset[str] = frozenset()
    passage: Passage | None = None
    narrowed: bool = False

    @property
    def is_abroad(self) -> bool:
        """Whether papers come from another state than the one they are used in."""
        return self.passage is not None and self.passage.made != self.passage.used

    @property
    def needs(self) -> frozenset[str]:
        """The cases that apply, with those that follow from them."""
        return self.cases | FOLLOWS if self.is_abroad else self.cases


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the checklist: the paper, the case it is for ("" for all), and whether it is to be made to count."""

    material: Material
    case: str = ""
    passes: bool = False


@dataclass(frozen=True, slots=True)
class Checklist:
    """The lines that apply, and the cases that may be said."""

    lines: list[Line] = field(default_factory=list)
    cases: list[tuple[str, str]] = field(default_factory=list)


def checklist(materials: Iterable[Material], asked: Asked) -> Checklist:
    """The papers wanted: of every case, each with its case, until the reader says which is theirs."""
    found = list(materials)
    needs = {material.need for material in found}
    cases = [(case.value, str(case.label)) for case in CASES if case in needs]
    return Checklist([_line(one, asked) for one in found if _applies(one, asked)], cases)


def _applies(material: Material, asked: Asked) -> bool:
    return not asked.narrowed or material.need not in CASES or material.need in asked.needs


def _line(material: Material, asked: Asked) -> Line:
    need = Need(material.need)
    conditional = need is Need.WISHED or (need in CASES and not asked.narrowed)
    return Line(material, str(need.label) if conditional else "", material.formal and asked.is_abroad)
