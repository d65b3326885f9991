"""The names of all laws held in memory, and which laws a cited name may mean."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from legal.laws.kinds import LawKind
from legal.laws.models import LawName
from legal.laws.naming import CHINA, GENERIC, answers, cited_key, key
from portal.languages import LANGUAGES
from portal.reference.models import Jurisdiction

TREATIES = frozenset({LawKind.TREATY, LawKind.MODEL_LAW})
# A name whose beginning was guessed is cut shorter only behind one of these.
BOUNDARY = re.compile(
    r"(?:和|与|及|或|对|有|以|除|指|就|按|比|使|中|在|向|因|如|即|受|依|据|照|反|用|合|为|是|由|将|把|未|无|前|入|尽|成|于|定|现|知|处分"
    r"|有无|擅自制造|制造|出售|邮寄|引进|取得|实施|落入|计算|计入|通知|办理|保存|修订|撤销|提供|仍提起|受理|认为|产生|视同|虚开|隐瞒"
    r"|藏匿|拨付|考虑|违背|经营|使用|涉及|关于|适用|规定|主张)$"
)
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Held:
    """A law as far as linking needs to know it."""

    pk: int
    jurisdiction: int
    kind: str
    unit: str
    names: list[str] = field(default_factory=list, compare=False)


class NameIndex:
    """Laws by every key they answer to; reads all names once, then learns of new ones without a query."""

    def __init__(self) -> None:
        self.laws: dict[int, Held] = {}
        self._exact: dict[tuple[int, str], set[int]] = defaultdict(set)
        self._loose: dict[tuple[int, str], set[int]] = defaultdict(set)
        self._abroad: dict[str, set[int]] = defaultdict(set)
        columns = [f"name_{language.column}" for language in LANGUAGES]
        self._places: dict[int, list[str]] = {}
        self._china: int | None = None
        for pk, code, *names in Jurisdiction.objects.values_list("pk", "code", *columns):
            self._places[pk] = [name for name in names if name]
            if code == "cn":
                self._china = pk
        rows = LawName.objects.values_list("law", "law__jurisdiction", "law__kind", "law__unit", "name").order_by("pk")
        for pk, jurisdiction, kind, unit, name in rows:
            self.add(self.laws.get(pk) or Held(pk, jurisdiction, kind, unit), [name])

    def add(self, law: Held, names: Iterable[str]) -> None:
        """Make a law known by these names, in addition to those it has."""
        law = self.laws.setdefault(law.pk, law)
        for name in names:
            law.names.append(name)
            self._exact[law.jurisdiction, key(name)].add(law.pk)
            found = answers(name, self._places.get(law.jurisdiction, ()))
            for shorter in found.at_home:
                self._loose[law.jurisdiction, shorter].add(law.pk)
            for everywhere in found.at_home if law.kind in TREATIES else found.anywhere:
                self._abroad[everywhere].add(law.pk)

    def find(self, name: str, jurisdiction: int) -> set[int]:
        """The laws a text of a jurisdiction may mean by a name: none, one, or several it leaves open."""
        return self.find_key(cited_key(name), self._home(name, jurisdiction))

    def find_cited(self, name: str, jurisdiction: int) -> tuple[set[int], int]:
        """As `find`; where only the end of the name is certain, as it is without 《, as `find_ending`."""
        laws = self.find(name, jurisdiction)
        return (laws, 0) if laws or name.startswith("《") else self.find_ending(name, jurisdiction)

    def find_key(self, cited: str, jurisdiction: int) -> set[int]:
        """As `find`, for a name already brought to its key."""
        if not cited or cited in GENERIC:
            return set()
        return (
            self._exact.get((jurisdiction, cited))
            or self._loose.get((jurisdiction, cited))
            or self._abroad.get(cited)
            or set()
        )

    def find_ending(self, name: str, jurisdiction: int) -> tuple[set[int], int]:
        """The laws meant by the longest end of a name that is a name by itself, and where in it that end begins."""
        home = self._home(name, jurisdiction)
        for start in range(len(name) - SHORTEST + 1):
            if start and not BOUNDARY.search(name, 0, start):
                continue
            found = self.find_key(key(name[start:]), home)
            if found:
                return found, start
        return set(), 0

    def rivals(self, law: int, exact: str) -> set[int]:
        """The laws of the same jurisdiction that answer to a law's very name without being called so."""
        home = self.home(law)
        return self._loose[home, exact] - self._exact[home, exact]

    def home(self, law: int) -> int:
        """The jurisdiction of a law."""
        return self.laws[law].jurisdiction

    def _home(self, name: str, jurisdiction: int) -> int:
        return self._china if CHINA in name and self._china is not None else jurisdiction
