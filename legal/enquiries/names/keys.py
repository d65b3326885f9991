"""What two names are compared by, made once and kept: a plain record that goes into JSON and comes back."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Final

from legal.enquiries.names import chinese
from legal.enquiries.names.folding import Script
from legal.enquiries.names.parts import Parts, take_apart
from legal.enquiries.names.spelling import UYGHUR_ONLY, letters, sounds

# Characters of a name, and words of one, that are looked at: no name is as long.
LONGEST: Final = 300
MOST_WORDS: Final = 12
# Of one name, in all its readings.
MOST_SPELLINGS: Final = 24

Spelled = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Keys:
    """One way a name is written. `written` in its own script, `latin` as in passports, `sounds` in letters of our own.

    Each is the name's own words in their order; `whole` has those of the business too.
    """

    script: str
    written: Spelled
    whole: Spelled
    latin: tuple[Spelled, ...]
    sounds: tuple[Spelled, ...]
    business: tuple[str, ...]
    places: tuple[str, ...]
    is_company: bool

    @property
    def characters(self) -> int:
        """How many characters tell it from others, those of its business with them."""
        return sum(len(word) for word in self.whole)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "Keys":
        return cls(**{name: _tuples(value) for name, value in kept.items()})


def keys_of(name: str) -> list[Keys]:
    """The keys of a name: one, or one for each script where it is written in Chinese and in other letters too.

    None for what has neither letters nor digits. The time it takes is bounded, whatever was typed.
    """
    return [_keys(parts) for parts in take_apart(name[:LONGEST])]


def _keys(parts: Parts) -> Keys:
    own, whole = parts.own[:MOST_WORDS], parts.whole[:MOST_WORDS]
    latin = list(dict.fromkeys(_latin(own, parts.script)))[:MOST_SPELLINGS]
    sounding = list(dict.fromkeys(_sounding(own, latin, parts.script)))[:MOST_SPELLINGS]
    return Keys(
        script=parts.script.value,
        written=tuple(word.replace("ё", "е") for word in own),
        whole=tuple(word.replace("ё", "е") for word in whole),
        latin=tuple(latin),
        sounds=tuple(sounding),
        business=tuple(sorted(parts.business)),
        places=tuple(sorted(parts.places)),
        is_company=parts.is_company,
    )


def _latin(own: Spelled, script: Script) -> Iterator[Spelled]:
    """The name in bare Latin letters, where there is one way that everybody writes it."""
    if script == Script.LATIN:
        yield tuple(letters(word) for word in own)
    elif script == Script.HAN:
        for reading in _read(own[0]):
            yield reading
            if any("v" in syllable for syllable in reading):
                yield tuple(syllable.replace("v", "u") for syllable in reading)
                yield tuple(syllable.replace("v", "yu") for syllable in reading)


def _read(name: str) -> Iterator[Spelled]:
    """A Chinese name in its readings: surname and given name apart, as persons write it."""
    given = 2 if name[:2] in chinese.DOUBLE else 1
    for reading in chinese.readings(name):
        yield ("".join(reading[:given]), "".join(reading[given:])) if len(reading) > given else ("".join(reading),)


def _sounding(own: Spelled, latin: list[Spelled], script: Script) -> Iterator[Spelled]:
    if script != Script.HAN:
        # One letter of their own shows that all are Uyghur.
        vowels = bool(UYGHUR_ONLY & set("".join(own)))
        ways = [sounds(word, vowels=vowels) for word in own]
        yield tuple(way[0] for way in ways)
        yield tuple(way[-1] for way in ways)
    for spelled in latin:
        syllables = [chinese.syllables(word) for word in spelled]
        if all(syllables):
            yield tuple(sounds("".join(chinese.in_russian(one) for one in word))[0] for word in syllables)
        if script == Script.HAN:
            yield tuple(sounds(word)[0] for word in spelled)


def _tuples(value: Any) -> Any:
    return tuple(_tuples(one) for one in value) if isinstance(value, list | tuple) else value
