"""What a law's own texts say about the names they use: abbreviations, «the Convention», other parts of one code."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from legal.laws.citing import Cited
from legal.laws.linking.index import Held, NameIndex
from legal.laws.naming import BRACKETS_AT_END, GENERIC, HAN, cited_key, key

PART_OF_CODE = re.compile(r"[（(][^（()）]*(?:част|part\b|部分)[^（()）]*[)）]\s*$", re.IGNORECASE)
AMENDS = re.compile(r"(?:关于修改|关于修订)[《〈]([^《》〈〉]+)[》〉](?!等)|^(.+法)修正案(?:（[^）]*）)?$")
AMENDS_SEVERAL = re.compile(r"关于(?:修改|修订|废止|补充)|^(?:О|о) внесении (?:изменени|дополнени)|Amendment\)")


@dataclass(frozen=True, slots=True)
class Meant:
    """Which law a citation means: its key, None where it is not held or open; `cut` characters are not of the name."""

    law: int | None
    name: str = ""
    own: bool = False
    unit: str = ""
    cut: int = 0


class Context:
    """The citing law and edition, and what its texts define as they go."""

    def __init__(self, index: NameIndex, law: Held, places: frozenset[str]) -> None:
        self.index = index
        self.law = law
        self.places = places
        self._short: dict[tuple[str, str], str] = {}
        self._own = Meant(law.pk, own=True, unit=law.unit)
        self._whole = next((BRACKETS_AT_END.sub("", name) for name in law.names if PART_OF_CODE.search(name)), "")
        self._amended = next((match[1] or match[2] for name in law.names if (match := AMENDS.search(name))), "")
        self._amends_several = any(AMENDS_SEVERAL.search(name) for name in law.names)

    def note(self, language: str, citations: Iterable[Cited]) -> None:
        """Remember what a text will call the laws it has named."""
        for cited in citations:
            if cited.short and cited.law:
                self._short.setdefault((language, key(cited.short)), cited.law)

    def resolve(self, cited: Cited, language: str) -> Meant | None:
        """The law a citation means; None where it cannot be told and its name says nothing."""
        if cited.own:
            return self._itself()
        if not cited.law:
            return None
        name = self._short.get((language, cited_key(cited.law)), cited.law)
        if cited_key(name) in GENERIC:
            return self._generic(cited_key(name))
        meant = self._named(name)
        if meant.law is None and cited.loose and name == cited.law:
            found, cut = self.index.find_ending(name, self.law.jurisdiction)
            if found:
                return replace(self._among(found, name[cut:]), cut=cut)
        return meant

    def placed(self, meant: Meant, path: str) -> Meant | None:
        """Who has that place, when the law that was meant is the citing one; None where nobody has."""
        if not meant.own or path in self.places:
            return meant
        if path and self._whole:
            # Another part of the same code may have the article: it is linked when all parts are held.
            return Meant(None, self._whole)
        return None

    def _itself(self) -> Meant | None:
        if self._amended:
            return self._named(self._amended)
        return None if self._amends_several else self._own

    def _named(self, name: str) -> Meant:
        return self._among(self.index.find(name, self.law.jurisdiction), name)

    def _among(self, found: set[int], name: str) -> Meant:
        if self.law.pk in found:
            return replace(self._own, name=name)
        if len(found) != 1:
            return Meant(None, name)
        (pk,) = found
        return Meant(pk, name, unit=self.index.laws[pk].unit)

    def _generic(self, genus: str) -> Meant | None:
        """«The Convention» is this one, or the one that this protocol's title names."""
        for name in self.law.names:
            own = key(name)
            if _genus(own) == genus:
                return self._own
            for inside in _names_inside(own, genus):
                found = self.index.find_key(inside, self.law.jurisdiction) - {self.law.pk}
                if found:
                    return self._among(found, inside)
        return None


def _genus(own: str) -> str:
    """The word that says what a law is: last in Chinese, elsewhere the first that can be one."""
    if HAN.search(own):
        return max((genus for genus in GENERIC if own.endswith(genus)), key=len, default="")
    return next((word for word in own.split() if word in GENERIC), "")


def _names_inside(own: str, genus: str) -> Iterator[str]:
    """The names a title may hold that end, or begin, with the genus; the longest first."""
    if HAN.search(own):
        end = own.find(genus) + len(genus)
        yield from (own[start:end] for start in range(end - len(genus)))
        return
    words = own.split()
    if genus in words:
        place = words.index(genus)
        yield from (" ".join(words[place:end]) for end in range(len(words), place + 2, -1))
        yield from (" ".join(words[start : place + 1]) for start in range(place))
