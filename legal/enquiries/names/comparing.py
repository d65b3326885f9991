"""Whether two names may be of one company or person: a hit, possible, or clear."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final

from rapidfuzz.distance import Levenshtein

from legal.enquiries.names.folding import Script
from legal.enquiries.names.keys import Keys, Spelled
from legal.enquiries.names.spelling import bones

# Two names of so many characters that differ in one of seven are looked at.
ALIKE: Final = 0.85
ALIKE_FROM: Final = 6
# Beginning with fewer letters, whatever a name goes on with says who it is.
PART_FROM: Final = 5
HAN_PART_FROM: Final = 3
# Fewer consonants are those of too many words.
BONES_FROM: Final = 4
# A Chinese name in other letters is one of several; of so many characters it is hardly another's.
TELLING: Final = 4


class Verdict(IntEnum):
    """How far a name is another's, the least first."""

    CLEAR = 0
    POSSIBLE = 1
    HIT = 2


class Rule(StrEnum):
    """What a verdict rests on."""

    IDENTIFIER = "identifier"
    NAME = "name"
    SOUND = "sound"
    PINYIN = "pinyin"
    DETAILS = "details"
    ALIKE = "alike"
    PART = "part"
    CONSONANTS = "consonants"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Match:
    """A verdict and the rule it rests on."""

    verdict: Verdict
    rule: Rule


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody as a party is named: the keys of all their names, numbers of registers by kind, the country if known."""

    keys: tuple[Keys, ...]
    numbers: frozenset[tuple[str, str]] = frozenset()
    country: str = ""


def compare(one: Named, other: Named) -> Match:
    """The strongest match between two who are named.

    The same number is a hit, whatever the names. Where both have a number of one kind, and not the same, or stand in
    registers of two countries, names alone make it no more than possible.
    """
    if one.numbers & other.numbers:
        return Match(Verdict.HIT, Rule.IDENTIFIER)
    found = max(
        (_compared(mine, theirs) for mine in one.keys for theirs in other.keys),
        key=lambda match: match.verdict,
        default=Match(Verdict.CLEAR, Rule.NOTHING),
    )
    if found.verdict == Verdict.HIT and _registered_apart(one, other):
        return Match(Verdict.POSSIBLE, Rule.DETAILS)
    return found


def _registered_apart(one: Named, other: Named) -> bool:
    kinds = {kind for kind, _ in one.numbers} & {kind for kind, _ in other.numbers}
    return bool(kinds) or bool(one.country and other.country and one.country != other.country)


def _compared(one: Keys, other: Keys) -> Match:
    rule = _same(one, other)
    if rule is None:
        return _resembling(one, other)
    if _says_the_same(one, other, rule):
        return Match(Verdict.HIT, rule)
    return Match(Verdict.POSSIBLE, rule if rule == Rule.PINYIN else Rule.DETAILS)


def _same(one: Keys, other: Keys) -> Rule | None:
    """The rule by which the companies' or persons' own names are the same; None where they are not."""
    if one.script == other.script:
        return Rule.NAME if _agree([one.written], [other.written]) or _agree([one.whole], [other.whole]) else None
    if Script.HAN in {one.script, other.script}:
        return Rule.PINYIN if _agree(one.latin, other.latin) or _agree(one.sounds, other.sounds) else None
    return Rule.SOUND if _written_out(one) and _written_out(other) and _agree(one.sounds, other.sounds) else None


def _says_the_same(one: Keys, other: Keys, rule: Rule) -> bool:
    """Whether nothing else the two names say speaks against it."""
    if one.places != other.places or min(one.characters, other.characters) < 2:
        return False
    if rule == Rule.PINYIN and _han_characters(one, other) < TELLING:
        return False
    return one.business == other.business or one.whole == other.whole


def _han_characters(one: Keys, other: Keys) -> int:
    return one.characters if one.script == Script.HAN else other.characters


def _written_out(keys: Keys) -> bool:
    """Whether its letters show vowels: Uyghur ones do, Urdu ones do not."""
    return keys.script != Script.ARABIC or any(set(word) & set("aeiou") for word in keys.sounds[0][:1])


def _agree(some: Iterable[Spelled], others: Iterable[Spelled]) -> bool:
    """Whether two are spelled alike, in whatever order the words stand, written together or apart."""
    mine = {turned for spelled in some for turned in _turns(spelled)}
    return any(turned in mine for spelled in others for turned in (_turns(spelled)))


def _turns(spelled: Spelled) -> set[str]:
    """The words written together: as they stand, begun with each of them, and in order of the alphabet."""
    turned = {"".join(spelled[start:] + spelled[:start]) for start in range(len(spelled))}
    return {*turned, "".join(sorted(spelled))}


def _resembling(one: Keys, other: Keys) -> Match:
    """What is no more than possible."""
    tests: tuple[tuple[Rule, Callable[[Keys, Keys], bool]], ...] = (
        (Rule.SOUND, _sound_alike),
        (Rule.PART, _one_within_the_other),
        (Rule.ALIKE, _nearly_the_same),
        (Rule.CONSONANTS, _same_consonants),
    )
    for rule, holds in tests:
        if holds(one, other):
            return Match(Verdict.POSSIBLE, rule)
    return Match(Verdict.CLEAR, Rule.NOTHING)


def _sound_alike(one: Keys, other: Keys) -> bool:
    """Written otherwise in the same script, as Жакупов and Жакыпов are, or 李明 and 黎明."""
    return _agree(one.sounds, other.sounds) or _agree(one.latin, other.latin)


def _one_within_the_other(one: Keys, other: Keys) -> bool:
    """All words of one name among those of the other; an initial stands for each word that begins so."""
    if one.script == other.script == Script.HAN:
        short, long = sorted((one.written[0], other.written[0]), key=len)
        return len(short) >= HAN_PART_FROM and short in long
    return any(_within(mine, theirs) for mine in one.sounds for theirs in other.sounds)


def _within(some: Spelled, others: Spelled) -> bool:
    short, long = sorted((some, others), key=len)
    # Whole words first, so that no initial takes the place of one.
    left = list(long)
    for word in sorted(short, key=len, reverse=True):
        found = next((one for one in left if _stands_for(word, one)), None)
        if found is None:
            return False
        left.remove(found)
    return max(map(len, short)) >= PART_FROM


def _stands_for(word: str, other: str) -> bool:
    return word == other or (1 in {len(word), len(other)} and word[:1] == other[:1])


def _nearly_the_same(one: Keys, other: Keys) -> bool:
    """A letter mistyped, or one more or less at the end, as names of women have it in Russian."""
    if Script.HAN in {one.script, other.script}:
        # The syllables of Chinese are few and short: a letter more or less is another name.
        return False
    return any(_near("".join(mine), "".join(theirs)) for mine in one.sounds for theirs in other.sounds)


def _near(one: str, other: str) -> bool:
    return (
        min(len(one), len(other)) >= ALIKE_FROM
        and Levenshtein.normalized_similarity(one, other, score_cutoff=ALIKE) >= ALIKE
    )


def _same_consonants(one: Keys, other: Keys) -> bool:
    """What Urdu shows of a name is what the other name has of consonants."""
    if Script.ARABIC not in {one.script, other.script} or one.script == other.script:
        return False
    mine = {bones("".join(spelled)) for spelled in one.sounds}
    return any(len(theirs) >= BONES_FROM and theirs in mine for theirs in (bones("".join(s)) for s in other.sounds))
