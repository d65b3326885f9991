"""Which institutions a clause names, by which of their names, and as what: as the one that acts, or for its rules."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from legal.arbitration.clauses.folding import HAN_LETTER, Folded
from legal.arbitration.clauses.names import BRANCHES, FORMER, INEXACT, Institution, patterns


class Role(StrEnum):
    """What an institution is named for."""

    BODY = "body"
    RULES = "rules"
    APPOINTS = "appoints"


class Kind(StrEnum):
    """How exact a name is."""

    PRESENT = "present"
    FORMER = "former"
    INEXACT = "inexact"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place of the folded text that names an institution or a branch."""

    house: str
    branch: str
    kind: Kind
    role: Role
    start: int
    end: int


# Behind a name: its rules are meant, not itself.
RULES_AFTER: Final = re.compile(
    r"['\")\s]*(?:'?s\b)?\s*(?:的|现行|有效|届时|当时|最新|之|仲裁|快速|程序|\"|\d|年|版|\(|\))*规则"
    r"|['\")\s]*(?:'?s)?\s*(?:(?:international|administered|expedited|current|then|in force|arbitration"
    r"|mediation|and|\d{4})[\s-]+)*"
    r"rules\b"
    r"|['\")\s]*(?:model|standard|recommended)\s+clause"
)
RULES_BEFORE: Final = re.compile(
    r"(?:\brules(?: of (?:arbitration|conciliation and arbitration|procedure))?"
    r"(?: \([^)]{0,20}\))? of (?:the )?"
    r"|(?:регламент|правил)[а-я]{0,3} (?:[а-я]{4,24} ){0,3})[\"'(]*$"
)
# Letters of a pattern, other than the range of all of them.
WRITTEN_CYRILLIC: Final = re.compile(r"(?<!-)[а-я](?!-[а-я]\])")
APPOINTS_BEFORE: Final = re.compile(
    r"(?:appointing authority ?(?:shall be|is|will be|being)?|appointed by|(?:指定|委任)机构(?:应?为|是|:)?"
    r"|назначающ[а-я]{2,3} орган[а-я]{0,2}[а-я ,-]{0,20})"
    r"[\s\"'(:]*(?:the )?(?:(?:president|chair|chairman) of (?:the )?)?$"
)
APPOINTS_AFTER: Final = re.compile(
    r"['\")\s]*(?:(?:shall|will|is|to)? ?(?:act|be|acting)? ?(?:as )?(?:the )?appointing authority|(?:作为|担任"
    r"|为)?(?:指定|委任)机构)"
)
# The trade terms of the Chamber of Commerce are no arbitration.
TRADE_TERMS: Final = re.compile(r"incoterms|инкотермс|术语|跟单信用证|ucp ?\d|uniform customs|унифицированн")
REFUSED_BEFORE: Final = re.compile(
    r"(?:\bnot|\bexcept|而非|而不是|不是|不含|不包括|\bа не|\bкроме)\s*(?:to |by |the |в |при )*$"
)
NEAR: Final = 40
# How a name begins in each script, which sorts out most places of a text at once; and which patterns are of it.
SCRIPTS: Final[tuple[tuple[str, Callable[[str], bool]], ...]] = (
    (r"(?=[\u4e00-\u9fff])", lambda found: HAN_LETTER.search(found) is not None),
    (r"(?<!\w)(?=[a-z])", lambda found: not HAN_LETTER.search(found) and not WRITTEN_CYRILLIC.search(found)),
    (r"(?<!\w)(?=[а-я])", lambda found: WRITTEN_CYRILLIC.search(found) is not None),
)


class Recogniser:
    """Knows institutions by all their names."""

    def __init__(self, institutions: Iterable[Institution]) -> None:
        known = tuple(institutions)
        self.houses = {institution.slug: institution.house for institution in known}
        before, after = self._spelled(FORMER, Kind.FORMER), self._spelled(INEXACT, Kind.INEXACT)
        branches = self._spelled(BRANCHES, Kind.PRESENT)
        named = [
            (institution.slug, Kind.FORMER if name.former else Kind.PRESENT, found)
            for institution, name, found in patterns(known)
        ]
        every = (*before, *named, *after, *branches)
        self.scripts = [_Script(first, [one for one in every if is_in(one[2])]) for first, is_in in SCRIPTS]

    def _spelled(self, spellings: Mapping[str, Sequence[str]], kind: Kind) -> list[tuple[str, Kind, str]]:
        return [(slug, kind, found) for slug, named in spellings.items() if slug in self.houses for found in named]

    def mentions(self, folded: Folded) -> list[Mention]:
        """Every institution a text names, in the order of the text; one that it sets aside is left out."""
        found = (
            self._mention(match, slug, kind, folded.text)
            for script in self.scripts
            for match, slug, kind in script.found(folded.text)
        )
        named = sorted((mention for mention in found if mention), key=lambda mention: mention.start)
        return [
            one for number, one in enumerate(named) if number == 0 or not _is_part_of(named[number - 1], one, folded)
        ]

    def _mention(self, match: re.Match[str], slug: str, kind: Kind, text: str) -> Mention | None:
        before, after = text[max(0, match.start() - NEAR) : match.start()], text[match.end() : match.end() + NEAR]
        house = self.houses[slug]
        if REFUSED_BEFORE.search(before) or (house == "icc" and TRADE_TERMS.search(f"{before} {after}")):
            return None
        return Mention(house, slug if slug != house else "", kind, role(before, after), match.start(), match.end())


def _is_part_of(before: Mention, mention: Mention, folded: Folded) -> bool:
    """Whether what looks like an institution is a centre of the one that stands right before it."""
    between = folded.text[before.end : mention.start]
    return mention.kind is Kind.INEXACT and mention.house != before.house and between in {"", " "}


class _Script:
    """The names that are written in one script, as one pattern."""

    def __init__(self, first: str, names: Sequence[tuple[str, Kind, str]]) -> None:
        self.names = names
        self.pattern = re.compile(f"{first}(?:{'|'.join(f'({found})' for _, _, found in names) or '(?!)'})")

    def found(self, text: str) -> Iterator[tuple[re.Match[str], str, Kind]]:
        """Every name in the text, with whose it is."""
        for match in self.pattern.finditer(text):
            slug, kind, _ = self.names[(match.lastindex or 1) - 1]
            yield match, slug, kind


def role(before: str, after: str) -> Role:
    """What an institution is named for, by the words on both sides of its name."""
    if RULES_AFTER.match(after) or RULES_BEFORE.search(before):
        return Role.RULES
    return Role.APPOINTS if APPOINTS_AFTER.match(after) or APPOINTS_BEFORE.search(before) else Role.BODY


def houses(mentions: Sequence[Mention], role: Role) -> list[str]:
    """The institutions that are named so, each once, in the order of the text."""
    return list(dict.fromkeys(mention.house for mention in mentions if mention.role == role))


def masked(folded: Folded, mentions: Iterable[Mention]) -> str:
    """The folded text with every name of an institution made unreadable, so that its words mean nothing else."""
    text = list(folded.text)
    for mention in mentions:
        text[mention.start : mention.end] = "\0" * (mention.end - mention.start)
    return "".join(text)
