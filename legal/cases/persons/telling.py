"""Full names told by initials, wherever words name a person, with what was replaced."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from legal.cases.persons.inflecting import SURNAME_LIKE, any_form, lone, stem
from legal.cases.persons.letters import FATHERS, PARTICLE
from legal.cases.persons.organisations import FORMS, IN_SENTENCE, QUOTED
from legal.cases.persons.surnames import COMPOUND, DOT, HAN, SOUND
from legal.laws.importing.slugs import slugified

SHORTEST_ALONE: Final = {True: 4, False: 3}
AROUND: Final = 12
SPACE: Final = "[ \u3000]?"
IS_PARTICLE: Final = re.compile(PARTICLE)
# John Smith Ltd is called after John Smith, and stays.
OF_A_COMPANY: Final = re.compile(rf"(?:,?\s+|\s*&\s*\w+\s+)(?:{FORMS})(?!\w)")


@dataclass(frozen=True, slots=True)
class Replaced:
    """A full name that was replaced, what is told instead, and the words around it."""

    name: str
    told: str
    around: str


@dataclass(slots=True)
class Persons:
    """The natural persons of one case, by full name, in the order they were found, each with what is told instead.

    `organisations` stay as published, whatever name stands in theirs; `replaced` has what was told otherwise.
    """

    told: dict[str, str] = field(default_factory=dict)
    organisations: list[str] = field(default_factory=list)
    replaced: list[Replaced] = field(default_factory=list)
    _keys: set[frozenset[str]] = field(default_factory=set)

    def add(self, names: Iterable[str]) -> None:
        """Take names in; two that would be told alike are told apart by a number."""
        for printed in names:
            name = _tidy(printed)
            key = frozenset(stem(word).casefold() for word in name.split())
            if not name or key in self._keys:
                continue
            self._keys.add(key)
            short = initials(name)
            same = sum(told.rstrip("0123456789") == short for told in self.told.values())
            if same == 1 and short in self.told.values():
                first = next(full for full, told in self.told.items() if told == short)
                self.told[first] = f"{short}1"
            self.told[name] = f"{short}{same + 1}" if same else short

    def keep(self, organisations: Iterable[str]) -> None:
        """Let the names of organisations stand as they are."""
        for name in organisations:
            words = name.strip()
            quoted = (
                [match[1] for match in re.finditer(r"[«“\"]([^»”\"]+)[»”\"]", words)] if QUOTED.search(words) else []
            )
            self.organisations += [one for one in (words, *(f"«{word}»" for word in quoted)) if len(one) > 1]

    def stand_in(self, slug: str) -> bool:
        """Whether an address has the full name of one of them in it, or a surname in Latin letters."""
        spelt = {slugified(one) for name in self.told for one in (name, surname(name)) if one}
        spelt |= {one.replace("-", "") for one in spelt}
        return any(f"-{one}-" in f"-{slug}-" for one in spelt if one)

    def shortened(self, text: str) -> str:
        """The text with every full name told by initials, the longest first."""
        if not self.told or not text:
            return text
        kept = [
            (match.start(), match.end()) for name in self.organisations for match in re.finditer(re.escape(name), text)
        ]
        companies = [match.span() for match in IN_SENTENCE.finditer(text)]
        for name in sorted(self.told, key=len, reverse=True):
            for form in _forms(name):
                text = self._replaced(text, name, form, kept, companies)
                kept = [(m.start(), m.end()) for one in self.organisations for m in re.finditer(re.escape(one), text)]
                companies = [match.span() for match in IN_SENTENCE.finditer(text)]
        return text

    def _replaced(
        self, text: str, name: str, form: "Form", kept: Sequence[tuple[int, int]], companies: Sequence[tuple[int, int]]
    ) -> str:
        def told(match: re.Match[str]) -> str:
            inside = kept if form.whole else [*kept, *companies]
            if any(start <= match.start() and match.end() <= end for start, end in inside):
                return match[0]
            if form.whole and OF_A_COMPANY.match(text, match.end()):
                return match[0]
            instead = self._instead(name, match[0], form)
            around = text[max(match.start() - AROUND, 0) : match.end() + AROUND]
            self.replaced.append(Replaced(match[0], instead, " ".join(around.split())))
            return instead

        return form.pattern.sub(told, text)

    def _instead(self, name: str, found: str, form: "Form") -> str:
        whole = re.search(HAN, name) or len(found.split()) >= len(name.split())
        return self.told[name] if form.whole and whole else initials(found)


@dataclass(frozen=True, slots=True)
class Form:
    """A way in which texts write a name; `whole` says whether it is more than the surname."""

    pattern: re.Pattern[str]
    whole: bool


def initials(name: str) -> str:
    """张莉 as 张某, 欧阳明 as 欧阳某, 艾力·吐尔逊 as 艾某, John Smith as J. S."""
    if re.search(HAN, name):
        first = None if re.search(DOT, name) else re.match(COMPOUND, name)
        return f"{first[0] if first else name[0]}某"
    return " ".join(f"{word[0].upper()}." for word in name.split() if not IS_PARTICLE.fullmatch(word))


def surname(name: str) -> str:
    """The word of a name in letters that also stands alone in a text; "" for none."""
    words = [word for word in name.split() if not IS_PARTICLE.fullmatch(word)]
    own = [word for word in words if not FATHERS.fullmatch(word)]
    likely = [word for word in own if SURNAME_LIKE.search(word)]
    if len(likely) == 1 and len(words) > 1:
        found = likely[0]
    elif len(own) > 1:
        found = own[0] if FATHERS.fullmatch(words[-1]) else own[-1]
    else:
        # A word alone is replaced as it is; a given name with a patronymic has no surname.
        found = ""
    return found if len(found.rstrip(".")) >= SHORTEST_ALONE[found.isascii()] else ""


def _forms(name: str) -> Iterator[Form]:
    """How texts write a name: in full first, in its cases and in either order, then the surname alone."""
    if re.search(HAN, name):
        parts = re.split(DOT, name)
        yield Form(re.compile(rf"\s?{DOT}\s?".join(SPACE.join(map(re.escape, part)) for part in parts)), whole=True)
        if len(parts) > 1 and len(parts[0]) > 1:
            yield Form(re.compile(rf"(?<!{SOUND}){re.escape(parts[0])}(?!{SOUND}|{DOT})"), whole=True)
        return
    words = name.split()
    any_word = "|".join(map(any_form, words))
    if len(words) > 1:
        run = rf"(?<!\w)(?:{any_word})(?:\s+(?:{any_word})){{1,{len(words)}}}(?!\w)"
        yield Form(re.compile(run), whole=True)
    else:
        yield Form(re.compile(rf"(?<!\w){any_form(name)}(?!\w)"), whole=False)
    alone = surname(name)
    if alone:
        yield Form(re.compile(rf"(?<!\w){lone(alone)}(?!\w)"), whole=False)


def _tidy(name: str) -> str:
    """A name single spaced, without spaces where it is Chinese; "" for a blank, or for one Chinese character."""
    words = " ".join(name.split())
    if re.search(HAN, words):
        words = re.sub(r"\s", "", words)
        return words if len(words) > 1 else ""
    return words if re.search(r"\w", words) else ""
