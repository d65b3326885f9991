"""Countries and regions that a query names: their law is lifted, no other is shut out."""

import re
from dataclasses import dataclass, field

from portal.search.analysis import HAN_RUN, normalise
from portal.search.asking import WORD
from portal.search.demonyms import forms
from portal.search.kept import Kept
from portal.search.registry import sources

Place = tuple[str, str]


@dataclass(slots=True)
class Names:
    """The names of places: those looked for as they stand, and words with the adjectives made of them."""

    standing: dict[str, Place] = field(default_factory=dict)
    words: dict[str, Place] = field(default_factory=dict)

    def add(self, name: str, place: Place) -> None:
        """A Chinese name, or one of several words, stands as it is; one word has its cases and adjectives."""
        plain = normalise(name).lower()
        if HAN_RUN.search(plain) or not plain.isalpha():
            self.standing.update(dict.fromkeys(forms(plain), place))
        else:
            for form in forms(plain):
                self.words.setdefault(form, place)

    def within(self, text: str) -> tuple[list[Place], str]:
        """The places that a text names, and the text without their names, in capitals where it was."""
        found, plain = [], text.lower()
        for name in sorted((name for name in self.standing if name in plain), key=len, reverse=True):
            text, times = re.subn(re.escape(name), " ", text, flags=re.IGNORECASE)
            found += [self.standing[name]] if times else []
        found += [self.words[word] for word in map(str.lower, WORD.findall(text)) if word in self.words]
        rest = WORD.sub(lambda word: " " if word[0].lower() in self.words else word[0], text)
        return list(dict.fromkeys(found)), rest


def named(text: str, version: object) -> tuple[list[Place], str]:
    """The places named, as facet and value, and the rest; `version` tells when their names must be read again."""
    return loaded.of(version).within(text)


def names() -> Names:
    """The names that all sources have for places."""
    made = Names()
    for source in sources.values():
        for place, called in source.places().items():
            for name in filter(None, called):
                made.add(name, place)
    return made


loaded = Kept(names)
